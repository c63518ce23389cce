"""The words of what arrives and of what becomes of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What somebody sent from the public side."""

    LETTER = "letter", _("Letter")
    CALL = "call", _("Wish to be called")
    REFERRAL = "referral", _("Referral form")
    CONSULTATION = "consultation", _("Consultation without a name")


class Signal(TextChoices):
    """What the public side tells beside letters: a code was kept, or everything is to be erased."""

    MAILBOX = "mailbox"
    ERASURE = "erasure"


class Tray(TextChoices):
    """Where a conversation waits: letters from a network that sends very many wait apart."""

    USUAL = "usual", _("Inbox")
    BULK = "bulk", _("Very many from one network")


class Status(TextChoices):
    WAITING = "waiting", _("Waiting")
    OPENED = "opened", _("Being looked at")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed")


class Progress(TextChoices):
    """All that a mailbox tells about a referral."""

    RECEIVED = "received", _("Received")
    LOOKED_AT = "looked_at", _("Being looked at")
    DECIDED = "decided", _("Decided")
