"""Published releases of a made-up caseload, without the records behind them."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from made_up.caseload import caseload
from suoja.accounts.models import Staff
from suoja.core.calendar import Period
from suoja.core.numbers import take_number
from suoja.publication import actions
from suoja.publication.models import LedgerEntry, Release, ReleaseContent
from suoja.statistics.ledger import Told
from suoja.statistics.tables import Built, Table, build, build_proven

PUBLISHED = datetime(2021, 3, 1, 9, 0, tzinfo=UTC)
CORRECTED = datetime(2021, 4, 1, 9, 0, tzinfo=UTC)


def published(period: str, *, people: int, drafter: Staff, checker: Staff) -> Release:
    """Store a draft as counting would have made it; check and publish it."""
    release = drafted(period, people=people, drafter=drafter)
    actions.check(release, by=checker, at=PUBLISHED)
    return actions.publish(release, by=checker, at=PUBLISHED)


def drafted(period: str, *, people: int, drafter: Staff, **more: object) -> Release:
    months = Period.parse(period)
    release = Release.objects.create(
        number=take_number("release"),
        period=period,
        last_month=months.last,
        policy="strict",
        drafted_at=PUBLISHED,
        drafted_by=drafter,
        **more,
    )
    add_content(release, people)
    return release


def corrected(release: Release, *, people: int, drafter: Staff, checker: Staff) -> Release:
    """Publish a second version of a release, with other numbers."""
    following = drafted(
        release.period,
        people=people,
        drafter=drafter,
        version=2,
        corrects=release,
        correction="A referral was counted twice.",
    )
    actions.check(following, by=checker, at=CORRECTED)
    return actions.publish(following, by=checker, at=CORRECTED)


@cache
def tables_of(period: str, people: int) -> tuple[Table, ...]:
    return build(caseload(7, people), Period.parse(period), "strict")


def other_truth(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """Return tables that look the same from outside and hide other numbers."""
    return tuple(
        replace(
            table,
            cells=tuple(
                replace(cell, value=(cell.value or 0) + 7) if cell.hidden else cell
                for cell in table.cells
            ),
        )
        for table in tables
    )


def add_content(release: Release, people: int) -> None:
    """Freeze the tables with their proof, protected against what was published before."""
    entries = LedgerEntry.objects.in_order()
    before = tuple((bytes(entry.facts), entry.told) for entry in entries)
    built = _built(release.period, people, before)
    content = ReleaseContent.of(
        caseload(7, people), built, ledger_number=LedgerEntry.objects.last_number()
    )
    content.release, content.edition, content.frozen_at = release, 1, PUBLISHED
    content.save()


_kept: dict[object, Built] = {}


def _built(period: str, people: int, before: tuple[tuple[bytes, tuple[Told, ...]], ...]) -> Built:
    key = (period, people, tuple(facts for facts, _ in before))
    if key not in _kept:
        earlier = [told for _, entry in before for told in entry]
        _kept[key] = build_proven(caseload(7, people), Period.parse(period), earlier=earlier)
    return _kept[key]
