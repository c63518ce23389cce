"""One writer at a time, on PostgreSQL as SQLite has it.

Whatever is written ends in the audit, and its chain grows one entry after the other. Who waited
for that with locked rows in hand could wait for another who wants those rows: the turn comes first.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

# Any number will do, as long as every writer takes the same.
_LOCK = 5_301


@contextmanager
def in_turn() -> Iterator[None]:
    """Write in one transaction, after everybody who began before."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield
