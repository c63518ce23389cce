"""The audit entry of whatever is done to a client's file."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.clients.models import Spell
from suoja.core import audit


def record(spell: Spell, verb: str, *, by: Staff, at: datetime, **detail: str | int) -> None:
    audit.record(
        by=by.username,
        at=at,
        verb=verb,
        subject="client",
        subject_id=f"{spell.person.number}/{spell.spell_number}",
        person_id=spell.person_id,
        detail=detail,
    )


def locked(spell: Spell) -> Spell:
    """Return the row as it is now, held until the transaction ends: two may act at once."""
    return Spell.objects.select_for_update(of=("self",)).with_person().get(pk=spell.pk)
