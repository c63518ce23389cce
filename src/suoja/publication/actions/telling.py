"""Entering into the ledger what leaves the house: a step of publishing and of answering."""

from collections.abc import Iterable
from datetime import datetime

from suoja.accounts.models import Staff
from suoja.core.numbers import take_number
from suoja.publication.choices import Telling
from suoja.publication.models import LedgerEntry, Release, ReleaseContent
from suoja.statistics.ledger import Told
from suoja.statistics.tables import told

EVERYBODY = "everybody"


def enter_release(release: Release, *, by: Staff, at: datetime) -> LedgerEntry:
    """Enter the numbers of a release that is being published."""
    tables = ReleaseContent.objects.newest_of(release).true_tables
    return _entered(
        LedgerEntry(kind=Telling.RELEASE, release=release, policy=release.policy),
        [told(table) for table in tables],
        EVERYBODY,
        by,
        at,
    )


def enter_answer(
    tables: Iterable[Told], *, recipient: str, policy: str, by: Staff, at: datetime
) -> LedgerEntry:
    """Enter the number that somebody who asked is told; none if it is refused."""
    return _entered(LedgerEntry(kind=Telling.ANSWER, policy=policy), tables, recipient, by, at)


def _entered(
    entry: LedgerEntry, tables: Iterable[Told], recipient: str, by: Staff, at: datetime
) -> LedgerEntry:
    entry.number, entry.recipient = take_number("ledger"), recipient
    entry.told_by, entry.told_at = by, at
    entry.keep(tables)
    entry.save()
    return entry
