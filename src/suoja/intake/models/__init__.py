"""What arrives, sealed, and the conversations that it is sorted into."""

from suoja.intake.models.arrivals import (
    DRAFT_KEPT,
    Answer,
    Arrival,
    ArrivedFile,
    Draft,
    Mailbox,
    NextPage,
)
from suoja.intake.models.conversations import Conversation, Duty, Message, MessageFile, WayBack

__all__ = [
    "DRAFT_KEPT",
    "Answer",
    "Arrival",
    "ArrivedFile",
    "Conversation",
    "Draft",
    "Duty",
    "Mailbox",
    "Message",
    "MessageFile",
    "NextPage",
    "WayBack",
]
