"""Whom to tell of a client."""

from datetime import date

import pytest

from suoja import law
from suoja.law.choices import Disclosure

TOLD = [
    (date(2014, 12, 31), False),
    (date(2015, 6, 30), False),
    (date(2015, 7, 1), True),
    (date(2018, 6, 30), True),
    (date(2018, 11, 30), True),
    (date(2018, 12, 1), False),
    (date(2018, 12, 31), False),
    (date(2020, 12, 31), False),
    (date(2026, 8, 1), False),
]


@pytest.mark.parametrize(("day", "told"), TOLD)
def test_the_police_were_told_of_clients_from_july_2015_to_november_2018(
    day: date, told: bool
) -> None:
    """Provision notification.police_told_of_clients_2015.

    Provision notification.police_told_of_clients_2018.
    """
    assert law.on(day).notification.police_told_of_clients is told


@pytest.mark.parametrize(("day", "told"), TOLD)
def test_being_a_client_was_a_ground_only_then(day: date, told: bool) -> None:
    """Provisions notification.disclosure_grounds_2015, notification.disclosure_grounds_2018."""
    assert law.on(day).notification.allows(Disclosure.CLIENT_NOTIFICATION) is told


@pytest.mark.parametrize("day", [day for day, _ in TOLD])
def test_a_serious_threat_and_a_reflection_period_are_always_told(day: date) -> None:
    """Provisions notification.disclosure_grounds_2006, notification.disclosure_grounds_2018."""
    found = law.on(day).notification

    assert found.allows("serious_threat")
    assert found.allows("reflection_period_granted")


def test_curiosity_is_no_ground() -> None:
    assert not law.on(date(2020, 12, 31)).notification.allows("curiosity")


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2015, 7, 1), date(2026, 8, 1)])
def test_who_referred_learns_only_yes_or_no(day: date) -> None:
    """Provision notification.referrer_told_outcome_only."""
    assert law.on(day).notification.referrer_told_outcome_only


def test_five_kinds_of_authority_answer_in_spite_of_secrecy() -> None:
    """Provision notification.may_ask."""
    assert law.on(date(2018, 6, 30)).notification.may_ask == {
        "immigration_service",
        "ministry_of_the_interior",
        "pre_trial_investigation",
        "reception_centre",
        "registration_centre",
    }
    assert not law.on(date(2015, 6, 30)).notification.may_ask
