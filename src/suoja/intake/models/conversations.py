"""What became of arrivals on the staff side: conversations, each under a key of its own."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _

from suoja.core.constraints import one_of
from suoja.core.vault import SealedField, SealedTextField
from suoja.intake.choices import Kind, Progress, Status, Tray
from suoja.intake.models.arrivals import NOTHING


class SealedBytesField(SealedField):
    """A file, or a key."""

    _pyi_private_set_type: bytes | None
    _pyi_private_get_type: bytes

    def to_bytes(self, value: bytes) -> bytes:
        return bytes(value)

    def from_bytes(self, plain: bytes) -> bytes:
        return plain


FINISHED = (Status.ANSWERED, Status.CLOSED)


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def waiting(self) -> ConversationQuerySet:
        return self.filter(status=Status.WAITING)

    def unfinished(self) -> ConversationQuerySet:
        return self.exclude(status__in=FINISHED)

    def finished(self) -> ConversationQuerySet:
        return self.filter(status__in=FINISHED)

    def in_tray(self, tray: str) -> ConversationQuerySet:
        return self.filter(tray=tray)

    def urgent_and_oldest_first(self) -> ConversationQuerySet:
        waits = Case(When(status=Status.WAITING, then=Value(0)), default=Value(1))
        return self.annotate(turn=waits).order_by("turn", "-is_urgent", "waits_since", "number")

    def newest_first(self) -> ConversationQuerySet:
        return self.order_by("-waits_since", "-number")


class Conversation(models.Model):
    """What one person wrote, and what we answered."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveBigIntegerField(_("number"), unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    tray = models.CharField(_("tray"), max_length=10, choices=Tray, default=Tray.USUAL)
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.WAITING, db_index=True
    )
    is_urgent = models.BooleanField(_("urgent"), default=False)
    language = models.CharField(_("language"), max_length=3)
    waits_since = models.DateTimeField(_("waits since"))
    progress = models.CharField(
        _("what the mailbox tells"), max_length=10, choices=Progress, null=True
    )

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        constraints = [
            one_of("kind", Kind, name="conversation_kind_is_code"),
            one_of("tray", Tray, name="conversation_tray_is_code"),
            one_of("status", Status, name="conversation_status_is_code"),
            one_of("progress", Progress, name="conversation_progress_is_code"),
        ]

    class Privacy:
        identifying = NOTHING
        sensitive = frozenset(
            {"kind", "tray", "status", "is_urgent", "language", "waits_since", "progress"}
        )
        statistical = NOTHING
        technical = frozenset({"id", "number"})

    def __str__(self) -> str:
        return f"L-{self.number}"

    @property
    def vault_case(self) -> UUID:
        return self.pk

    @property
    def next_place(self) -> int:
        """Return the place of the next message; within an hour nothing else tells their order."""
        return self.messages.count() + 1


class WayBack(models.Model):
    """A mailbox of a conversation, found by a keyed hash: where answers go, and for whose key."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="ways_back"
    )
    found_by = models.BinaryField(max_length=16, unique=True)
    lookup = SealedBytesField()
    public_key = SealedBytesField()

    class Privacy:
        identifying = frozenset({"found_by", "lookup", "public_key"})
        sensitive = frozenset({"conversation"})
        statistical = NOTHING
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"way back to {self.conversation}"

    @property
    def vault_case(self) -> UUID:
        return self.conversation_id


class MessageQuerySet(models.QuerySet["Message"]):
    def in_order(self) -> MessageQuerySet:
        return self.order_by("hour", "place")

    def received(self) -> MessageQuerySet:
        """Keep what the person wrote."""
        return self.filter(written_by=None)


class Message(models.Model):
    """One thing that was written, by the person or by us; `content` is JSON."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    hour = models.DateTimeField(_("received"))
    place = models.PositiveIntegerField()
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    content = SealedTextField(_("message"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        constraints = [one_of("kind", Kind, name="message_kind_is_code")]
        indexes = [models.Index(fields=["conversation", "hour", "place"], name="message_in_order")]

    class Privacy:
        identifying = frozenset({"content"})
        sensitive = frozenset({"conversation", "hour", "place", "kind", "written_by"})
        statistical = NOTHING
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"message of {self.conversation}"

    @property
    def vault_case(self) -> UUID:
        return self.conversation_id

    @property
    def said(self) -> dict[str, Any]:
        """Return what was written, by field; whoever sent it may have sent anything."""
        said = json.loads(self.content)
        return said if isinstance(said, dict) else {}

    @property
    def parts(self) -> list[dict[str, Any]]:
        """Return what a referral form says of each person, or a letter of who wrote it."""
        if self.written_by_id is not None:
            return []
        if self.kind == Kind.LETTER:
            return [self.said]
        persons = self.said.get("persons") if self.kind == Kind.REFERRAL else None
        known = persons if isinstance(persons, list) else []
        return [one for one in known if isinstance(one, dict)]


class MessageFile(models.Model):
    """A file: the copy that is safe to look at, and the original with its hash as evidence."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="files")
    case = models.UUIDField(editable=False)
    told = SealedTextField()
    original = SealedBytesField()
    view = SealedBytesField()

    class Privacy:
        identifying = frozenset({"told", "original", "view"})
        sensitive = frozenset({"message"})
        statistical = NOTHING
        technical = frozenset({"id", "case"})

    def __str__(self) -> str:
        return f"file of {self.message_id}"

    @property
    def vault_case(self) -> UUID:
        return self.case

    @property
    def facts(self) -> dict[str, Any]:
        """Return what was told about the file: its name and the hash of the original."""
        facts: dict[str, Any] = json.loads(self.told)
        return facts
