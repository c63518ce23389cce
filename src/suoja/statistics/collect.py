"""Ask every room for its facts; a person becomes a number that means nothing elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction

from suoja.clients.facts import yield_spells
from suoja.identification.facts import yield_identifications
from suoja.periods.facts import yield_periods
from suoja.referrals.facts import yield_referrals
from suoja.statistics.facts import Facts


def collect() -> Facts:
    """Return what the rooms know at one moment; people are numbered as they are met."""
    numbers: dict[UUID, int] = {}

    def key(person: UUID) -> int:
        return numbers.setdefault(person, len(numbers) + 1)

    with one_moment():
        return Facts(
            referrals=yield_referrals(key),
            spells=yield_spells(key),
            periods=yield_periods(key),
            identifications=yield_identifications(key),
        )


@contextmanager
def one_moment() -> Iterator[None]:
    """Read the database as it is now, whatever others write meanwhile; nobody has to wait.

    Inside a transaction that is running already, read as that transaction does.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with _deferred():
            yield


@contextmanager
def _deferred() -> Iterator[None]:
    # Transactions here begin by taking the turn to write, which counting has no use for.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
