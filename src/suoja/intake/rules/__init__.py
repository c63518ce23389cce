"""What may happen to a conversation, and when somebody may be called."""

from suoja.intake.rules.calling import (
    Span,
    next_window,
    why_not_call,
    why_not_leave_message,
    why_not_note,
)
from suoja.intake.rules.conversations import (
    NEXT,
    further,
    status_of_both,
    why_not_answer,
    why_not_close,
    why_not_link,
    why_not_on_duty,
    why_not_open,
    why_not_tell,
)
from suoja.intake.rules.safe_contact import SafeContact, Window, zone_of

__all__ = [
    "NEXT",
    "SafeContact",
    "Span",
    "Window",
    "further",
    "next_window",
    "status_of_both",
    "why_not_answer",
    "why_not_call",
    "why_not_close",
    "why_not_leave_message",
    "why_not_link",
    "why_not_note",
    "why_not_on_duty",
    "why_not_open",
    "why_not_tell",
    "zone_of",
]
