"""Facts carry months and codes: no name, no day, no free text, no key of the database."""

from dataclasses import astuple
from datetime import date
from uuid import UUID

import pytest

from cases import (
    AT,
    TODAY,
    account,
    admission,
    aino,
    daniel,
    make_client,
    make_person,
    make_referral,
)
from suoja.clients import actions as clients
from suoja.clients.facts import SpellFact, yield_spells
from suoja.identification import actions as identification
from suoja.identification.facts import yield_identifications
from suoja.periods.facts import yield_periods
from suoja.referrals.facts import yield_referrals
from suoja.vocabulary.choices import Category, ResidenceStatus

pytestmark = pytest.mark.django_db


class Keys:
    """Small numbers for persons, in the order in which they are first seen."""

    def __init__(self) -> None:
        self.seen: dict[UUID, int] = {}

    def __call__(self, person: UUID) -> int:
        return self.seen.setdefault(person, len(self.seen))


def spells() -> list[SpellFact]:
    return list(yield_spells(Keys()))


def test_every_value_of_a_fact_is_a_month_a_code_or_a_count() -> None:
    spell = make_client()
    clients.record_exploitation(spell, account("LY"), by=aino(), at=AT)
    identification.queue(spell, since=TODAY, by=aino(), at=AT)
    keys = Keys()
    facts = [
        *yield_referrals(keys),
        *yield_spells(keys),
        *yield_periods(keys),
        *yield_identifications(keys),
    ]

    values = [value for fact in facts for value in astuple(fact)]
    assert len(facts) == 3
    assert {type(value) for value in values} <= {int, str, bool, tuple, type(None)}
    assert not {"Mirela", "Koskela"} & {value for value in values if isinstance(value, str)}


def test_a_minor_has_a_month_of_majority_and_an_adult_has_none() -> None:
    make_client(make_person(birth_date=date(2004, 2, 29)))
    make_client(make_person(birth_date=date(1990, 1, 1)))

    assert {(fact.age_at_admission, fact.adult_from) for fact in spells()} == {
        (16, 202203),
        (30, None),
    }


def test_a_child_is_a_fact_beside_the_guardian() -> None:
    guardian = make_client(residence_status=ResidenceStatus.UNDOCUMENTED)
    child = make_person(birth_date=date(2012, 1, 1))
    clients.admit_child(guardian, child, admission(), by=daniel(), at=AT)

    fact = next(fact for fact in spells() if fact.category == Category.DEPENDENT_CHILD)
    assert fact.guardian_residence_status == ResidenceStatus.UNDOCUMENTED
    assert (fact.form, fact.place, fact.referrer) == (None, None, None)


def test_places_reach_statistics_as_classes_only() -> None:
    spell = make_client()
    clients.record_exploitation(spell, account("RO", "FI"), by=aino(), at=AT)

    fact = spells()[0]
    assert (fact.place, fact.home_country, fact.conflict_zone) == ("in_finland", False, False)


def test_a_second_request_is_a_second_fact_of_the_same_person() -> None:
    person = make_person()
    make_client(person)
    make_referral(person)

    facts = list(yield_referrals(Keys()))
    assert [(fact.person, fact.request_number, fact.outcome) for fact in facts] == [
        (0, 1, "positive"),
        (0, 2, None),
    ]
