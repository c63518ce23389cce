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
from suoja.intake.models.conversations import (
    Conversation,
    ConversationQuerySet,
    Message,
    MessageFile,
    WayBack,
)
from suoja.intake.models.duty import Announcement, Duty
from suoja.intake.models.wishes import Wish, contact_of, newest_wish

__all__ = [
    "DRAFT_KEPT",
    "Announcement",
    "Answer",
    "Arrival",
    "ArrivedFile",
    "Conversation",
    "ConversationQuerySet",
    "Draft",
    "Duty",
    "Mailbox",
    "Message",
    "MessageFile",
    "NextPage",
    "WayBack",
    "Wish",
    "contact_of",
    "newest_wish",
]
