"""Making one conversation of two: the same person wrote again without the code."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.core.vault import case_keys, sealed_values
from suoja.intake import rules
from suoja.intake.actions.trail import locked, record, refuse_unless_on_duty
from suoja.intake.models import Conversation, Message, MessageFile, WayBack


@in_turn()
def link(number: int, *, into: int, by: Staff, at: datetime) -> Conversation:
    """Move all of one conversation into another, and answer both from there."""
    require(by, Permission.LETTER_ANSWER)
    refuse_unless_on_duty(by, at)
    refuse(rules.why_not_link(number, into))
    doubled, kept = locked(number), locked(into)
    record(kept, "letter.link", by=by, at=at, linked=str(doubled))
    _move(doubled, kept)
    kept.is_urgent |= doubled.is_urgent
    kept.status = rules.status_of_both(kept.status, doubled.status)
    kept.progress = rules.further(kept.progress, doubled.progress)
    kept.waits_since = min(kept.waits_since, doubled.waits_since)
    kept.save()
    case = doubled.pk
    doubled.delete()
    case_keys.destroy_on_commit(case)
    return kept


def _move(doubled: Conversation, kept: Conversation) -> None:
    """Seal every row anew under the key of the conversation that stays."""
    files = MessageFile.objects.filter(message__conversation=doubled)
    opened = [(row, sealed_values(row)) for row in (*files, *_own_rows(doubled))]
    for row, values in opened:
        if isinstance(row, MessageFile):
            row.case = kept.pk
        else:
            row.conversation = kept
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def _own_rows(conversation: Conversation) -> list[Message | WayBack]:
    return [*conversation.messages.all(), *conversation.ways_back.all()]
