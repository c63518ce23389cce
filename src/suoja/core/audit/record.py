"""Writing to the audit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from suoja.core.audit.chain import CONTENT_FIELDS, GENESIS, digest
from suoja.core.audit.head import Head, heads
from suoja.core.models import AuditEntry
from suoja.core.turns import in_turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Who did what to what; `detail` holds codes and counts, never a name."""

    by: str
    at: datetime
    verb: str
    subject: str
    subject_id: str = ""
    person_id: UUID | None = None
    detail: dict[str, Any] = field(default_factory=dict)


def record(
    *,
    by: str,
    at: datetime,
    verb: str,
    subject: str,
    subject_id: object = "",
    person_id: UUID | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Add one entry, in the transaction of what it tells about."""
    entry = Entry(
        by=by,
        at=at,
        verb=verb,
        subject=subject,
        subject_id=str(subject_id),
        person_id=person_id,
        detail=detail or {},
    )
    record_many([entry])


@in_turn()
def record_many(entries: Iterable[Entry]) -> None:
    """Add entries in this order, one writer at a time."""
    newest = AuditEntry.objects.order_by("-sequence").values_list("digest", flat=True).first()
    rows = AuditEntry.objects.bulk_create(_chained(newest or GENESIS, entries), batch_size=2_000)
    if rows:
        transaction.on_commit(partial(_remember, Head(rows[-1].sequence, rows[-1].digest)))


def _chained(previous: str, entries: Iterable[Entry]) -> Iterator[AuditEntry]:
    for entry in entries:
        content = (
            entry.at,
            entry.by,
            entry.verb,
            entry.subject,
            entry.subject_id,
            entry.person_id,
            entry.detail,
        )
        row = AuditEntry(
            previous=previous,
            digest=digest(previous, content),
            **dict(zip(CONTENT_FIELDS, content, strict=True)),
        )
        previous = row.digest
        yield row


def _remember(head: Head) -> None:
    chain = AuditEntry.objects.get(previous=GENESIS).digest
    heads.remember(chain, head)
