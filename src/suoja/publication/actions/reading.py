"""Reading true values; every reading is on record before it happens."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core import audit
from suoja.core.calendar import Period
from suoja.publication.actions.trail import record
from suoja.publication.models import LedgerEntry, Release, ReleaseContent
from suoja.statistics.collect import collect
from suoja.statistics.exposure import Knowledge, told_numbers
from suoja.statistics.facts import Facts
from suoja.statistics.tables import Table, build


def open_true_values(release: Release, *, by: Staff, at: datetime) -> tuple[Table, ...]:
    """Return the tables with nothing hidden."""
    require(by, Permission.REPORT_INTERNAL)
    record(release, "release.read_true_values", by=by, at=at)
    return ReleaseContent.objects.newest_of(release).true_tables


def true_tables_on_terminal(
    period: Period, policy: str, release: Release | None, *, who: str, at: datetime
) -> tuple[Table, ...]:
    """Return the tables of a release, or of now, with nothing hidden."""
    _record_terminal("report.read_true_values", period, release, who, at)
    if release is None:
        return build(collect(), period, policy)
    return ReleaseContent.objects.newest_of(release).true_tables


def facts_on_terminal(period: Period, release: Release | None, *, who: str, at: datetime) -> Facts:
    """Return the facts of a release, or of now, to compare them with what was printed."""
    _record_terminal("report.check", period, release, who, at)
    return collect() if release is None else ReleaseContent.objects.newest_of(release).facts


def ledger_on_terminal(*, who: str, at: datetime) -> Knowledge:
    """Return all that was ever told, and the true numbers behind it, to be attacked."""
    audit.record(
        by=_terminal(who),
        at=at,
        verb="ledger.audit",
        subject="ledger",
        detail={"up_to": LedgerEntry.objects.last_number()},
    )
    return told_numbers([entry.told for entry in LedgerEntry.objects.in_order()], collect())


def _record_terminal(
    verb: str, period: Period, release: Release | None, who: str, at: datetime
) -> None:
    audit.record(
        by=_terminal(who),
        at=at,
        verb=verb,
        subject="release",
        subject_id=release.number if release else "",
        detail={"period": str(period)},
    )


def _terminal(who: str) -> str:
    # Who sits at the machine is known by its user name; it is no member of staff to Suoja.
    return f"terminal:{who}"
