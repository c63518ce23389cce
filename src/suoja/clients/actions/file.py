"""Reading and writing a client's file."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.clients import rules
from suoja.clients.actions.trail import locked, record
from suoja.clients.models import Note, ResidenceStatusChange, Spell
from suoja.core import audit
from suoja.core.calendar import helsinki_date
from suoja.core.errors import OutOfReach, Refused, refuse
from suoja.core.turns import in_turn
from suoja.vocabulary.choices import Category


def open_file(number: int, *, by: Staff, at: datetime) -> Spell:
    """Return the newest spell of a person and write the reading of the file into the audit."""
    require(by, Permission.CLIENT_READ)
    spells = Spell.objects.with_person().filter(person__number=number)
    spell = spells.order_by("-spell_number").first()
    if spell is None:
        raise OutOfReach
    record(spell, "client.read", by=by, at=at)
    return spell


def record_listing(
    filters: Iterable[str], numbers: Sequence[int], *, by: Staff, at: datetime
) -> None:
    """Write into the audit whose names were listed, and what was filtered by."""
    require(by, Permission.CLIENT_LIST)
    audit.record(
        by=by.username,
        at=at,
        verb="client.list",
        subject="client",
        detail={"filters": sorted(filters), "numbers": list(numbers)},
    )


@in_turn()
def write_note(
    spell: Spell, text: str, *, by: Staff, at: datetime, submission: UUID | None = None
) -> Note:
    """Add a note to the file; a form that is sent twice adds one."""
    require(by, Permission.CLIENT_EDIT)
    if not text.strip():
        raise Refused(_("Write the note first."))
    if submission and Note.objects.filter(pk=submission).exists():
        raise Refused(_("This note was sent already: it is in the file."))
    note = Note.objects.create(
        pk=submission or uuid4(), person=spell.person, text=text, written_at=at, written_by=by
    )
    record(spell, "client.write_note", by=by, at=at)
    return note


@in_turn()
def change_residence_status(
    spell: Spell,
    status: str,
    *,
    since: date,
    by: Staff,
    at: datetime,
    permit_basis: str | None = None,
) -> ResidenceStatusChange:
    """Note that the right to stay changed (edge case 26)."""
    require(by, Permission.CLIENT_EDIT)
    spell = locked(spell)
    latest = spell.residence_changes.order_by("-since").first()
    reason = rules.why_not_change_residence_status(
        status=status,
        current=latest.status if latest else spell.residence_status,
        since=since,
        current_since=latest.since if latest else spell.started_on,
        today=helsinki_date(at),
    )
    refuse(reason)
    change = ResidenceStatusChange.objects.create(
        spell=spell,
        status=status,
        permit_basis=permit_basis,
        since=since,
        recorded_at=at,
        recorded_by=by,
    )
    record(spell, "client.change_residence_status", by=by, at=at, status=status)
    return change


@in_turn()
def recognise_as_victim(spell: Spell, *, on: date, by: Staff, at: datetime) -> Spell:
    """Turn a witness into a victim; the same client, not a new one (edge case 7)."""
    require(by, Permission.REFERRAL_DECIDE)
    spell = locked(spell)
    refuse(rules.why_not_recognise_as_victim(is_open=spell.is_open, category=spell.category))
    reason = rules.why_not_recognise_on(on, started_on=spell.started_on, today=helsinki_date(at))
    refuse(reason)
    spell.category = Category.VICTIM
    spell.recognised_as_victim_on = on
    spell.save()
    record(spell, "client.recognise_as_victim", by=by, at=at)
    return spell
