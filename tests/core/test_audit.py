"""The audit cannot be rewritten: the database refuses, and what gets past it shows."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from suoja.core import audit
from suoja.core.append_only import lifted
from suoja.core.audit.head import Head, heads
from suoja.core.models import AuditEntry

AT = datetime(2020, 6, 15, 9, 0, tzinfo=UTC)
TABLE = "core_auditentry"


def write(count: int) -> None:
    """Write entries that no other test has: what was remembered of theirs says nothing here."""
    for _ in range(count):
        audit.record(by="aino", at=AT, verb="client.read", subject="client", subject_id=uuid4())


def forge(statement: str, *values: object) -> None:
    """Change the table as somebody who owns the database could."""
    with lifted([TABLE]), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture(autouse=True)
def chain(django_capture_on_commit_callbacks: object, db: None) -> None:
    """Start with five entries whose newest is remembered outside the database."""
    with django_capture_on_commit_callbacks(execute=True):
        write(5)


def first() -> int:
    return AuditEntry.objects.order_by("sequence").values_list("sequence", flat=True)[0]


def test_an_untouched_audit_is_intact() -> None:
    verdict = audit.verify()

    assert verdict.intact
    assert verdict.entries == 5


@pytest.mark.parametrize(
    "verb", ["UPDATE core_auditentry SET verb = 'x'", "DELETE FROM core_auditentry"]
)
def test_the_database_refuses_to_rewrite_it(verb: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(verb)


@pytest.mark.parametrize("column", ["at", "by", "verb", "subject", "subject_id", "detail"])
def test_a_changed_entry_shows(column: str) -> None:
    changed = {"at": "2020-01-01 00:00:00+00:00", "detail": '{"a": 1}'}.get(column, "olli")
    quoted = connection.ops.quote_name(column)

    forge(f"UPDATE {TABLE} SET {quoted} = %s WHERE sequence = %s", changed, first() + 2)

    assert audit.verify().faults == (f"Entry {first() + 2} was changed.",)


def test_an_entry_laid_to_another_person_shows() -> None:
    forge(f"UPDATE {TABLE} SET person_id = %s WHERE sequence = %s", uuid4().hex, first() + 2)

    assert audit.verify().faults == (f"Entry {first() + 2} was changed.",)


def test_a_removed_entry_shows() -> None:
    forge(f"DELETE FROM {TABLE} WHERE sequence = %s", first() + 2)

    assert "removed" in audit.verify().faults[0]


def test_a_removed_end_shows() -> None:
    end = first() + 4
    forge(f"DELETE FROM {TABLE} WHERE sequence = %s", end)

    assert audit.verify().faults == (f"Entries were removed or exchanged between {end} and {end}.",)


def test_a_removed_end_shows_when_the_program_has_written_on(
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    end = first() + 4
    forge(f"DELETE FROM {TABLE} WHERE sequence >= %s", end - 1)
    with django_capture_on_commit_callbacks(execute=True):
        write(1)

    assert audit.verify().faults == (
        f"Entries were removed or exchanged between {end - 1} and {end}.",
    )


def test_what_is_written_while_somebody_verifies_is_no_fault() -> None:
    chain, following = AuditEntry.objects.get(sequence=first()).digest, Head(first() + 5, "f" * 64)

    def somebody_writes(execute: Callable[..., object], sql: str, *more: object) -> object:
        if "person_id" in sql:  # the entries are being read
            heads.remember(chain, following)
        return execute(sql, *more)

    with connection.execute_wrapper(somebody_writes):
        verdict = audit.verify()

    assert verdict.intact
    assert following.sequence in heads.of(chain)


def test_an_inserted_entry_shows() -> None:
    newest = AuditEntry.objects.latest("sequence")
    AuditEntry.objects.create(
        at=AT, by="olli", verb="x", subject="x", previous=newest.digest, digest="f" * 64
    )

    assert audit.verify().faults == (f"Entry {newest.sequence + 1} was changed.",)


def test_an_emptied_audit_shows() -> None:
    forge(f"DELETE FROM {TABLE}")

    assert heads.any()
    assert audit.verify().faults == ("All entries were removed.",)


def test_an_entry_disappears_with_the_transaction_it_tells_about() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012
        write(1)
        _ = 1 / 0

    assert audit.verify().entries == 5


def test_many_entries_are_chained_as_one_by_one() -> None:
    entry = audit.Entry(by="aino", at=AT, verb="example.load", subject="person")
    audit.record_many([entry] * 3)

    assert audit.verify().intact
    assert audit.verify().entries == 8
