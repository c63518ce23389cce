"""Answering into the mailbox of whoever has the code."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.intake import rules
from suoja.intake.actions.trail import (
    locked,
    move,
    put_into,
    record,
    refuse_unless_on_duty,
    write_down,
)
from suoja.intake.choices import Progress, Status
from suoja.intake.models import Conversation, Message


@in_turn()
def answer(number: int, text: str, *, by: Staff, at: datetime) -> Message:
    """Answer; the answer opens with the person's code only, and stays in the conversation."""
    require(by, Permission.LETTER_ANSWER)
    refuse_unless_on_duty(by, at)
    conversation = locked(number)
    mailboxes = list(conversation.ways_back.all())
    refuse(rules.why_not_answer(text, has_way_back=bool(mailboxes), said=_said_last(conversation)))
    for mailbox in mailboxes:
        put_into(mailbox, {"text": text}, at=at)
    move(conversation, Status.ANSWERED)
    record(conversation, "letter.answer", by=by, at=at)
    return write_down(conversation, {"message": text}, kind=conversation.kind, by=by, at=at)


@in_turn()
def tell_progress(
    conversation: Conversation, progress: Progress, *, by: Staff, at: datetime
) -> None:
    """Say in the mailbox how far a referral is, and nothing about whom it is."""
    require(by, Permission.LETTER_READ)
    refuse(rules.why_not_tell(progress, told=conversation.progress))
    conversation.progress = progress
    conversation.save(update_fields=["progress"])
    for mailbox in conversation.ways_back.all():
        put_into(mailbox, {"progress": progress}, at=at)
    record(conversation, "letter.tell_progress", by=by, at=at, progress=progress)


def _said_last(conversation: Conversation) -> str:
    """Return our answer, if nothing was written after it."""
    last = conversation.messages.in_order().last()
    ours = last is not None and last.written_by_id is not None
    return str(last.said.get("message", "")) if last and ours else ""
