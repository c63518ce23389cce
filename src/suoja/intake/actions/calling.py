"""Calling somebody who asked for it, at a time that is safe."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.intake import rules
from suoja.intake.actions.trail import locked, move, record, refuse_unless_on_duty, write_down
from suoja.intake.choices import Kind, Outcome, Status
from suoja.intake.models import Conversation, Message, newest_wish


@in_turn()
def note_call(
    number: int, *, outcome: Outcome, by: Staff, at: datetime, called_at: datetime | None = None
) -> Message:
    """Note what came of a call; one at a time that was not safe is refused with the reason."""
    require(by, Permission.LETTER_ANSWER)
    refuse_unless_on_duty(by, at)
    conversation, made_at = locked(number), called_at or at
    _refuse_unless_safe(conversation, outcome, at=made_at)
    _move_on(conversation, outcome)
    record(conversation, "letter.call", by=by, at=at, outcome=outcome)
    made = {"call": outcome, "called_at": made_at.isoformat()}
    return write_down(conversation, made, kind=Kind.CALL, by=by, at=at)


def _refuse_unless_safe(conversation: Conversation, outcome: Outcome, *, at: datetime) -> None:
    wish = newest_wish(conversation.messages.in_order())
    contact, has_texted = (wish.contact, wish.has_texted) if wish else (None, False)
    refuse(rules.why_not_note(contact, outcome, at, has_texted=has_texted))


def _move_on(conversation: Conversation, outcome: Outcome) -> None:
    """Who was reached is answered; anybody else goes on waiting."""
    if outcome != Outcome.REACHED:
        move(conversation, Status.WAITING)
        return
    for status in (Status.OPENED, Status.ANSWERED):
        move(conversation, status)
