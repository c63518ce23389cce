"""Answering into the mailbox of whoever has the code."""

import json
from datetime import datetime
from typing import Any

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import refuse
from suoja.core.sealing import seal_to
from suoja.core.turns import in_turn
from suoja.intake import rules
from suoja.intake.actions.trail import locked, move, record, refuse_unless_on_duty
from suoja.intake.choices import Progress, Status
from suoja.intake.letterbox import hour_of
from suoja.intake.models import Answer, Conversation, Message


@in_turn()
def answer(number: int, text: str, *, by: Staff, at: datetime) -> Message:
    """Answer; the answer opens with the person's code only, and stays in the conversation."""
    require(by, Permission.LETTER_ANSWER)
    refuse_unless_on_duty(by, at)
    conversation = locked(number)
    refuse(rules.why_not_answer(text, has_way_back=conversation.ways_back.exists()))
    _send(conversation, {"text": text}, at=at)
    move(conversation, Status.ANSWERED)
    record(conversation, "letter.answer", by=by, at=at)
    return Message.objects.create(
        conversation=conversation,
        hour=hour_of(at),
        place=conversation.next_place,
        kind=conversation.kind,
        content=json.dumps({"message": text}),
        written_by=by,
    )


@in_turn()
def tell_progress(
    conversation: Conversation, progress: Progress, *, by: Staff, at: datetime
) -> None:
    """Say in the mailbox how far a referral is, and nothing about whom it is."""
    require(by, Permission.LETTER_READ)
    _send(conversation, {"progress": progress}, at=at)
    record(conversation, "letter.tell_progress", by=by, at=at, progress=progress)


def _send(conversation: Conversation, told: dict[str, Any], *, at: datetime) -> None:
    content = json.dumps(told).encode()
    for way in conversation.ways_back.all():
        sealed = seal_to(way.public_key, content)
        Answer.objects.create(lookup=way.lookup, hour=hour_of(at), sealed=sealed)
