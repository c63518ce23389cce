"""From planned cases to a batch of rows."""

from collections.abc import Iterator, Sequence

from suoja.core.numbers import take_numbers
from suoja.example.load.batch import Batch
from suoja.example.load.office import House
from suoja.example.load.people import add_person
from suoja.example.load.proposals import add_referral
from suoja.example.load.rights import add_assessment, add_period
from suoja.example.load.stays import add_child_spell, add_exploitation, add_note, add_spell
from suoja.example.plan.cases import PlannedCase, PlannedChild, PlannedReferral
from suoja.persons.models import Person
from suoja.referrals.models import AccompanyingChild, Referral, ReferralGroup


class Writer:
    """Gives numbers in the order of time and adds case after case to a batch."""

    def __init__(self, cases: Sequence[PlannedCase], house: House) -> None:
        self._cases, self._house = cases, house
        self._batch = Batch()
        persons = sum(1 + len(case.children) for case in cases)
        self._person_numbers = iter(take_numbers("person", persons))
        self._referral_numbers = _numbered(cases)
        self._groups: dict[str, ReferralGroup] = {}

    def batch(self) -> Batch:
        for case in self._cases:
            self._add(case)
        return self._batch

    def _add(self, case: PlannedCase) -> None:
        batch, house = self._batch, self._house
        number = next(self._person_numbers)
        person = add_person(case.person, number, case.person.registered_on, batch, house)
        referrals = [self._add_referral(referral, person) for referral in case.referrals]
        spells = [
            add_spell(spell, person, referrals[spell.referral], batch, house)
            for spell in case.spells
        ]
        for told in case.exploitations:
            add_exploitation(told, spells[0], batch, house)
        for period in case.periods:
            add_period(period, person, batch, house)
        if case.assessment:
            add_assessment(case.assessment, person, batch, house)
        for note in case.notes:
            add_note(note, spells[-1], batch, house)
        for child in case.children:
            came_with = case.referrals[case.spells[0].referral]
            row = self._add_child(child, came_with, referrals[case.spells[0].referral])
            add_child_spell(child, row, spells[0], batch, house)

    def _add_referral(self, planned: PlannedReferral, person: Person) -> Referral:
        number = self._referral_numbers[id(planned)]
        group = self._group(planned.group) if planned.group else None
        return add_referral(
            planned, person, number, group=group, batch=self._batch, house=self._house
        )

    def _group(self, name: str) -> ReferralGroup:
        if name not in self._groups:
            group = ReferralGroup(number=take_numbers("referral group", 1)[0])
            # Rows that point to it need its key before the batch is written.
            group.save()
            self._groups[name] = group
        return self._groups[name]

    def _add_child(
        self, child: PlannedChild, came_with: PlannedReferral, referral: Referral
    ) -> Person:
        """Add a child; one who came along was listed with the referral."""
        listed = child.came_along and child.person.birth_date <= came_with.received_on
        since = came_with.received_on if listed else child.started_on
        number = next(self._person_numbers)
        person = add_person(child.person, number, since, self._batch, self._house)
        if listed:
            self._batch.add(AccompanyingChild(referral=referral, person=person))
        return person


def _numbered(cases: Sequence[PlannedCase]) -> dict[int, int]:
    """Number the referrals in the order in which they came."""
    every = sorted(_referrals(cases), key=lambda referral: referral.received_on)
    numbers = take_numbers("referral", len(every))
    return {id(referral): number for referral, number in zip(every, numbers, strict=True)}


def _referrals(cases: Sequence[PlannedCase]) -> Iterator[PlannedReferral]:
    for case in cases:
        yield from case.referrals
