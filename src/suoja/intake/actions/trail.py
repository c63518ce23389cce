"""What the actions of this room share: rows under lock, who is on duty, mailboxes, the audit."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from suoja.accounts.models import Staff
from suoja.core import audit
from suoja.core.errors import OutOfReach, refuse
from suoja.core.sealing import seal_to
from suoja.intake import rules
from suoja.intake.choices import Status
from suoja.intake.letterbox import hour_of
from suoja.intake.models import Answer, Conversation, Duty, Message, WayBack


def refuse_unless_on_duty(by: Staff, at: datetime) -> None:
    """Raise `Refused` unless this member of staff is on duty."""
    refuse(rules.why_not_open(on_duty=Duty.objects.at(at).filter(staff=by).exists()))


def locked(number: int) -> Conversation:
    """Return a conversation as it is now; raise OutOfReach if there is none."""
    found = Conversation.objects.select_for_update().filter(number=number).first()
    if found is None:
        raise OutOfReach
    return found


def move(conversation: Conversation, status: Status) -> None:
    """Move a conversation where it may go from where it is; being there already is no move."""
    if status in rules.NEXT[Status(conversation.status)]:
        conversation.status = status
        conversation.save(update_fields=["status"])


def write_down(
    conversation: Conversation, content: Mapping[str, Any], *, kind: str, by: Staff, at: datetime
) -> Message:
    """Add what we did to a conversation, after all that is there."""
    return Message.objects.create(
        conversation=conversation,
        hour=hour_of(at),
        place=conversation.next_place,
        kind=kind,
        content=json.dumps(dict(content)),
        written_by=by,
    )


def put_into(mailbox: WayBack, told: dict[str, Any], *, at: datetime) -> None:
    """Leave something in a mailbox; it opens with the code only."""
    sealed = seal_to(mailbox.public_key, json.dumps(told).encode())
    Answer.objects.create(lookup=mailbox.lookup, hour=hour_of(at), sealed=sealed)


def record(
    conversation: Conversation, verb: str, *, by: Staff, at: datetime, **detail: Any
) -> None:
    audit.record(
        by=by.username,
        at=at,
        verb=verb,
        subject="conversation",
        subject_id=conversation,
        detail=detail,
    )
