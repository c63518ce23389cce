"""What became of arrivals on the staff side: conversations, each under a key of its own."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _

from suoja.core.constraints import in_order, one_of
from suoja.core.vault import SealedField, SealedTextField
from suoja.intake.choices import Kind, Status, Tray
from suoja.intake.models.arrivals import NOTHING


class SealedBytesField(SealedField):
    """A file, or a key."""

    _pyi_private_set_type: bytes | None
    _pyi_private_get_type: bytes

    def to_bytes(self, value: bytes) -> bytes:
        return bytes(value)

    def from_bytes(self, plain: bytes) -> bytes:
        return plain


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def waiting(self) -> ConversationQuerySet:
        return self.filter(status=Status.WAITING)

    def unfinished(self) -> ConversationQuerySet:
        return self.exclude(status__in=[Status.ANSWERED, Status.CLOSED])

    def in_tray(self, tray: str) -> ConversationQuerySet:
        return self.filter(tray=tray)

    def urgent_and_oldest_first(self) -> ConversationQuerySet:
        waits = Case(When(status=Status.WAITING, then=Value(0)), default=Value(1))
        return self.annotate(turn=waits).order_by("turn", "-is_urgent", "waits_since", "number")


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

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        constraints = [
            one_of("kind", Kind, name="conversation_kind_is_code"),
            one_of("tray", Tray, name="conversation_tray_is_code"),
            one_of("status", Status, name="conversation_status_is_code"),
        ]

    class Privacy:
        identifying = NOTHING
        sensitive = frozenset({"kind", "tray", "status", "is_urgent", "language", "waits_since"})
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


class DutyQuerySet(models.QuerySet["Duty"]):
    def at(self, moment: datetime) -> DutyQuerySet:
        return self.filter(began_at__lte=moment, ends_at__gt=moment)


class Duty(models.Model):
    """The hours in which a member of staff opens what arrives."""

    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="duties"
    )
    began_at = models.DateTimeField(_("on duty since"))
    ends_at = models.DateTimeField(_("on duty until"))

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("duty")
        constraints = [
            in_order(
                "began_at",
                "ends_at",
                name="duty_ends_after_it_began",
                message=_("Duty ends after it begins."),
            ),
        ]

    class Privacy:
        identifying = NOTHING
        sensitive = frozenset({"staff", "began_at", "ends_at"})
        statistical = NOTHING
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"{self.staff_id} until {self.ends_at:%Y-%m-%d %H:%M}"
