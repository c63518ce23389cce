"""What the public side stores: nothing in it is readable there, and nothing tells its minute.

The public side adds rows here and reads none, but for mailboxes, answers and drafts, which it finds
by the place that a code yields. Ids are random or keyed hashes; times are whole hours.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import models

NOTHING: frozenset[str] = frozenset()
DRAFT_KEPT = timedelta(days=14)


class Arrival(models.Model):
    """One thing that was sent, sealed to those on duty: a short header, and what it says."""

    id = models.UUIDField(primary_key=True, editable=False)
    hour = models.DateTimeField()
    header = models.BinaryField()
    body = models.BinaryField()
    is_unreadable = models.BooleanField(default=False)

    class Privacy:
        identifying = frozenset({"header", "body"})
        sensitive = NOTHING
        statistical = NOTHING
        technical = frozenset({"id", "hour", "is_unreadable"})

    def __str__(self) -> str:
        return f"arrival {self.pk}"


class ArrivedFile(models.Model):
    """A file of an arrival: as it came, and as it is shown; it may come before its letter."""

    id = models.UUIDField(primary_key=True, editable=False)
    hour = models.DateTimeField()
    told = models.BinaryField()
    original = models.BinaryField()
    view = models.BinaryField()

    class Privacy:
        identifying = frozenset({"told", "original", "view"})
        sensitive = NOTHING
        statistical = NOTHING
        technical = frozenset({"id", "hour"})

    def __str__(self) -> str:
        return f"file {self.pk}"


class Mailbox(models.Model):
    """The place that a code leads to; what was sent with it opens with the code only."""

    lookup = models.BinaryField(primary_key=True, max_length=16)
    hour = models.DateTimeField()
    sealed = models.BinaryField()

    class Privacy:
        identifying = frozenset({"sealed"})
        sensitive = NOTHING
        statistical = NOTHING
        technical = frozenset({"lookup", "hour"})

    def __str__(self) -> str:
        return "mailbox"


class Answer(models.Model):
    """What staff wrote to somebody with a code; opens with the code only."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    lookup = models.BinaryField(max_length=16, db_index=True)
    hour = models.DateTimeField()
    sealed = models.BinaryField()

    class Privacy:
        identifying = frozenset({"sealed"})
        sensitive = NOTHING
        statistical = NOTHING
        technical = frozenset({"id", "lookup", "hour"})

    def __str__(self) -> str:
        return f"answer {self.pk}"


class DraftQuerySet(models.QuerySet["Draft"]):
    def in_time(self, moment: datetime) -> DraftQuerySet:
        return self.filter(hour__gt=moment - DRAFT_KEPT)


class Draft(models.Model):
    """A referral form that somebody will go on with; opens with the code only."""

    lookup = models.BinaryField(primary_key=True, max_length=16)
    hour = models.DateTimeField()
    sealed = models.BinaryField()

    objects = DraftQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"sealed"})
        sensitive = NOTHING
        statistical = NOTHING
        technical = frozenset({"lookup", "hour"})

    def __str__(self) -> str:
        return "draft"


class NextPage(models.Model):
    """The answer to a form, until the browser that sent it asks for it; opens with its cookie."""

    lookup = models.BinaryField(primary_key=True, max_length=16)
    hour = models.DateTimeField(db_index=True)
    sealed = models.BinaryField()

    class Privacy:
        identifying = frozenset({"sealed"})
        sensitive = NOTHING
        statistical = NOTHING
        technical = frozenset({"lookup", "hour"})

    def __str__(self) -> str:
        return "next page"
