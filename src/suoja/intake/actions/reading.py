"""Reading what arrived; each reading is in the audit."""

from datetime import datetime
from uuid import UUID

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import OutOfReach
from suoja.core.turns import in_turn
from suoja.intake.actions.answering import tell_progress
from suoja.intake.actions.sorting import sort_arrivals
from suoja.intake.actions.trail import locked, move, record, refuse_unless_on_duty
from suoja.intake.choices import Kind, Progress, Status
from suoja.intake.models import Conversation, ConversationQuerySet, MessageFile


def list_inbox(*, by: Staff, at: datetime) -> ConversationQuerySet:
    """Sort what has arrived and return what is not finished, without what it says."""
    require(by, Permission.LETTER_READ)
    refuse_unless_on_duty(by, at)
    sort_arrivals(by=by, at=at)
    return Conversation.objects.unfinished().urgent_and_oldest_first()


def open_conversation(number: int, *, by: Staff, at: datetime) -> Conversation:
    """Open what somebody wrote, unless they had it erased since the inbox was looked at."""
    require(by, Permission.LETTER_READ)
    refuse_unless_on_duty(by, at)
    sort_arrivals(by=by, at=at)
    return _open(number, by=by, at=at)


@in_turn()
def _open(number: int, *, by: Staff, at: datetime) -> Conversation:
    """Open it; who sent a referral form learns that it is being looked at."""
    conversation = locked(number)
    move(conversation, Status.OPENED)
    record(conversation, "letter.read", by=by, at=at)
    if conversation.progress is None and _is_referral(conversation):
        tell_progress(conversation, Progress.LOOKED_AT, by=by, at=at)
    return conversation


def _is_referral(conversation: Conversation) -> bool:
    return conversation.messages.received().filter(kind=Kind.REFERRAL).exists()


@in_turn()
def open_file(number: int, file: UUID, *, by: Staff, at: datetime) -> MessageFile:
    """Open a file that somebody sent."""
    require(by, Permission.LETTER_READ)
    refuse_unless_on_duty(by, at)
    conversation = locked(number)
    found = MessageFile.objects.filter(pk=file, message__conversation=conversation).first()
    if found is None:
        raise OutOfReach
    record(conversation, "letter.read_file", by=by, at=at)
    return found
