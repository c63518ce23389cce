"""Spells as a client, and what is told in the file."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.clients.models import Exploitation, Note, PlaceSegment, ResidenceStatusChange, Spell
from suoja.clients.rules import began_as_minor
from suoja.core.calendar import age_on
from suoja.example.load.batch import Batch, moment
from suoja.example.load.office import House
from suoja.example.plan.cases import (
    PlannedChild,
    PlannedExploitation,
    PlannedNote,
    PlannedSpell,
    PlannedStatus,
)
from suoja.persons.models import Person
from suoja.referrals.models import Referral
from suoja.vocabulary.choices import Category


def add_spell(
    planned: PlannedSpell, person: Person, referral: Referral, batch: Batch, house: House
) -> Spell:
    """Add a spell with its changes of residence status."""
    spell = Spell(
        person=person,
        spell_number=planned.number,
        referral=referral,
        admitted_as=planned.category,
        category=Category.VICTIM if planned.became_victim_on else planned.category,
        recognised_as_victim_on=planned.became_victim_on,
        office=planned.office,
        started_on=planned.started_on,
        age_at_admission=_age(person, planned),
        residence_status=planned.residence_status,
        permit_basis=planned.permit_basis,
        admitted_at=moment(planned.started_on, 14, 30),
        admitted_by=house.director,
    )
    _end(spell, planned, batch, house)
    spell.return_kind = planned.return_kind
    batch.add(spell)
    at, category = spell.admitted_at, planned.category
    _tell(spell, "client.admit", batch, by=house.director, at=at, category=category)
    for change in planned.residence_changes:
        _add_change(change, spell, batch, house)
    return spell


def _add_change(change: PlannedStatus, spell: Spell, batch: Batch, house: House) -> None:
    adviser, at = house.adviser(change.since), moment(change.since, 13)
    row = ResidenceStatusChange(
        spell=spell,
        status=change.status,
        permit_basis=change.permit_basis,
        since=change.since,
        recorded_at=at,
        recorded_by=adviser,
    )
    batch.add(row)
    verb = "client.change_residence_status"
    _tell(spell, verb, batch, by=adviser, at=at, status=change.status)


def _age(person: Person, planned: PlannedSpell | PlannedChild) -> int:
    return age_on(person.birth_date, planned.started_on)


def _end(spell: Spell, planned: PlannedSpell | PlannedChild, batch: Batch, house: House) -> None:
    if planned.ended_on is None:
        return
    spell.ended_on = planned.ended_on
    spell.end_ground = planned.ground
    spell.end_recorded_at = moment(planned.ended_on, 15)
    spell.end_recorded_by = house.director
    at, ground = spell.end_recorded_at, planned.ground or ""
    _tell(spell, "client.remove", batch, by=house.director, at=at, ground=ground)


def _tell(spell: Spell, verb: str, batch: Batch, *, by: Staff, at: datetime, **detail: str) -> None:
    label = f"{spell.person.number}/{spell.spell_number}"
    batch.tell(verb, ("client", label), person=spell.person, by=by, at=at, **detail)


def add_child_spell(
    planned: PlannedChild, child: Person, guardian: Spell, batch: Batch, house: House
) -> None:
    """Add the spell of a child beside its guardian."""
    spell = Spell(
        person=child,
        spell_number=1,
        guardian=guardian,
        admitted_as=Category.DEPENDENT_CHILD,
        category=Category.DEPENDENT_CHILD,
        office=guardian.office,
        started_on=planned.started_on,
        age_at_admission=_age(child, planned),
        residence_status=guardian.residence_status,
        permit_basis=guardian.permit_basis,
        admitted_at=moment(planned.started_on, 14, 45),
        admitted_by=house.director,
    )
    _end(spell, planned, batch, house)
    batch.add(spell)
    _tell(spell, "client.admit_child", batch, by=house.director, at=spell.admitted_at)


def add_exploitation(
    planned: PlannedExploitation, spell: Spell, batch: Batch, house: House
) -> None:
    """Add what was told of exploitation, on the day of admission or of recognition."""
    told_on = spell.recognised_as_victim_on or spell.started_on
    adviser = house.adviser(told_on)
    exploitation = Exploitation(
        person=spell.person,
        is_primary=planned.is_primary,
        form=planned.form,
        subform=planned.subform,
        industry=planned.industry,
        began_on=planned.began_on,
        ended_on=planned.ended_on,
        began_as_minor=began_as_minor(spell.person.birth_date, planned.began_on),
        description=planned.description,
        recorded_at=moment(told_on, 15),
        recorded_by=adviser,
    )
    segments = [
        PlaceSegment(
            exploitation=exploitation,
            position=position,
            country=segment.country,
            conflict_zone=segment.conflict_zone,
        )
        for position, segment in enumerate(planned.segments, start=1)
    ]
    batch.add(exploitation, *segments)
    at = exploitation.recorded_at
    _tell(spell, "client.record_exploitation", batch, by=adviser, at=at, form=planned.form)


def add_note(planned: PlannedNote, spell: Spell, batch: Batch, house: House) -> None:
    adviser = house.adviser(planned.written_on)
    at = moment(planned.written_on, 16)
    batch.add(Note(person=spell.person, text=planned.text, written_at=at, written_by=adviser))
    _tell(spell, "client.write_note", batch, by=adviser, at=at)
