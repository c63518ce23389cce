"""Leaving the system."""

from dataclasses import dataclass
from datetime import date, datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.clients import rules
from suoja.clients.actions.trail import locked, record
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.core.calendar import helsinki_date
from suoja.core.errors import refuse
from suoja.core.turns import in_turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit:
    """When and why somebody leaves."""

    ended_on: date
    ground: str
    return_kind: str | None = None
    reasons: str = ""


@in_turn()
def remove(spell: Spell, exit_: Exit, *, by: Staff, at: datetime) -> Spell:
    """End a spell; children beside the client leave with the guardian."""
    require(by, Permission.CLIENT_REMOVE)
    spell = locked(spell)
    end(spell, exit_, by=by, at=at)
    for child in spell.children.open().with_person():
        day = max(exit_.ended_on, child.started_on)
        end(child, Exit(ended_on=day, ground=ExitGround.GUARDIAN_LEFT), by=by, at=at)
    return spell


def end(spell: Spell, exit_: Exit, *, by: Staff, at: datetime) -> None:
    """End one spell, which the caller holds; who may ask for it, the caller has asked."""
    reason = rules.why_not_remove(
        is_open=spell.is_open,
        category=spell.category,
        ground=exit_.ground,
        started_on=spell.started_on,
        ended_on=exit_.ended_on,
        today=helsinki_date(at),
    )
    refuse(reason)
    refuse(rules.why_not_before(spell.recognised_as_victim_on, exit_.ended_on))
    spell.ended_on = exit_.ended_on
    spell.end_ground = exit_.ground
    spell.return_kind = exit_.return_kind
    spell.end_reasons = exit_.reasons
    spell.end_recorded_at = at
    spell.end_recorded_by = by
    spell.save()
    record(spell, "client.remove", by=by, at=at, ground=exit_.ground)
