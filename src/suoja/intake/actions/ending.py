"""Closing and erasing conversations."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.intake import rules
from suoja.intake.actions.sorting import destroy
from suoja.intake.actions.trail import locked, move, record, refuse_unless_on_duty
from suoja.intake.choices import Status


@in_turn()
def close(number: int, *, by: Staff, at: datetime) -> None:
    """Close a conversation to which nothing more is to be said; a new letter opens it again."""
    require(by, Permission.LETTER_ANSWER)
    refuse_unless_on_duty(by, at)
    conversation = locked(number)
    refuse(rules.why_not_close(conversation.status))
    move(conversation, Status.CLOSED)
    record(conversation, "letter.close", by=by, at=at)


@in_turn()
def erase(number: int, *, by: Staff, at: datetime) -> None:
    """Erase a conversation for good, in backups too; the audit keeps its number."""
    require(by, Permission.LETTER_ERASE)
    refuse_unless_on_duty(by, at)
    conversation = locked(number)
    record(conversation, "letter.erase", by=by, at=at)
    destroy(conversation)
