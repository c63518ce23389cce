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


class Channel(TextChoices):
    """How somebody asked to be reached first."""

    CALL = "call", _("A call")
    TEXT = "text", _("A text message first, then a call")


class Gender(TextChoices):
    """Who should talk to them."""

    ANY = "any", _("It does not matter")
    WOMAN = "woman", _("A woman")
    MAN = "man", _("A man")


class IfOther(TextChoices):
    """What to do if somebody else answers."""

    HANG_UP = "hang_up", _("Hang up and say nothing.")
    WRONG_NUMBER = "wrong_number", _("Say that it is a wrong number, and hang up.")
    SAY = "say", _("Say only these words:")


class Voicemail(TextChoices):
    NEVER = "never", _("Never leave a voice message. Hang up before the tone.")
    NEUTRAL = "neutral", _("Say only: “Please call back.” No name, no service, no number.")


class Outcome(TextChoices):
    """What came of a call that was made."""

    REACHED = "reached", _("Reached the person")
    NOT_REACHED = "not_reached", _("Nobody answered")
    SOMEBODY_ELSE = "somebody_else", _("Somebody else answered")
    LEFT_MESSAGE = "left_message", _("Left the neutral voice message")
    TEXTED = "texted", _("Sent a text message")
