"""Admission and removal."""

from datetime import date

import pytest

from suoja import law
from suoja.vocabulary.choices import Category

EVER = pytest.mark.parametrize(
    "day", [date(2006, 1, 1), date(2014, 12, 31), date(2020, 12, 31), date(2026, 8, 1)]
)


@EVER
def test_the_director_decides_and_the_decision_can_be_appealed(day: date) -> None:
    """Provisions admission.decided_by, admission.appealable."""
    found = law.on(day).admission

    assert found.decided_by == "director"
    assert found.appealable


@EVER
def test_authorities_people_themselves_and_services_may_propose(day: date) -> None:
    """Provision admission.proposers."""
    services = {"private_service_producer", "public_service_producer"}

    assert law.on(day).admission.proposers == {"authority", "person"} | services


@EVER
@pytest.mark.parametrize(
    ("urgent", "by_the_person", "enough"),
    [(True, False, True), (False, True, True), (True, True, True), (False, False, False)],
)
def test_word_of_mouth_is_enough_in_a_hurry_or_from_the_person(
    day: date, urgent: bool, by_the_person: bool, enough: bool
) -> None:
    """Provision admission.oral_grounds."""
    found = law.on(day).admission

    assert found.oral_is_enough(urgent=urgent, by_the_person=by_the_person) is enough


@EVER
def test_a_child_is_always_urgent(day: date) -> None:
    """Provision admission.child_is_urgent."""
    assert law.on(day).admission.child_is_urgent


@EVER
def test_nobody_is_admitted_without_consent(day: date) -> None:
    """Provision admission.consent_needed."""
    assert law.on(day).admission.consent_needed


@EVER
def test_victims_witnesses_and_their_children_can_be_clients(day: date) -> None:
    """Provision admission.categories."""
    assert law.on(day).admission.categories == set(Category)
