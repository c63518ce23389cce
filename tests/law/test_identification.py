"""Identification."""

from datetime import date

import pytest

from suoja import law
from suoja.law.choices import Identification

DAYS = ("day", [date(2015, 7, 1), date(2018, 6, 30), date(2020, 12, 31), date(2022, 12, 31)])
AS_A_STEP = pytest.mark.parametrize(*DAYS)
NOT_A_STEP = pytest.mark.parametrize("day", [date(2014, 12, 31), date(2023, 1, 1)])


@pytest.mark.parametrize(
    ("day", "meaning"),
    [
        (date(2006, 1, 1), Identification.BY_CIRCUMSTANCES),
        (date(2014, 12, 31), Identification.BY_CIRCUMSTANCES),
        (date(2015, 6, 30), Identification.BY_CIRCUMSTANCES),
        (date(2015, 7, 1), Identification.OFFICIAL_STEP),
        (date(2018, 6, 30), Identification.OFFICIAL_STEP),
        (date(2018, 12, 31), Identification.OFFICIAL_STEP),
        (date(2020, 12, 31), Identification.OFFICIAL_STEP),
        (date(2022, 12, 31), Identification.OFFICIAL_STEP),
        (date(2023, 1, 1), Identification.ADMISSION),
        (date(2026, 8, 1), Identification.ADMISSION),
    ],
)
def test_identification_has_meant_three_things(day: date, meaning: Identification) -> None:
    """Provisions identification.meaning_2006, identification.meaning_2015.

    Provision identification.meaning_2023.
    """
    assert law.on(day).identification.meaning is meaning


@AS_A_STEP
def test_it_was_a_step_of_its_own_from_july_2015_to_2022(day: date) -> None:
    """Provision identification.meaning_2015."""
    assert law.on(day).identification.is_own_step


@AS_A_STEP
def test_three_bodies_identified_officially(day: date) -> None:
    """Provision identification.bodies_2015."""
    bodies = {"pre_trial_investigation", "immigration_service", "assistance_system"}

    assert law.on(day).identification.bodies == bodies


@AS_A_STEP
def test_the_system_took_only_cases_that_cannot_be_investigated_here(day: date) -> None:
    """Provision identification.own_cases_abroad_only_2015."""
    assert law.on(day).identification.own_cases_abroad_only


@AS_A_STEP
def test_eight_bodies_sat_in_the_group_of_experts(day: date) -> None:
    """Provision identification.experts_heard_2015."""
    heard = law.on(day).identification.experts_heard

    assert len(heard) == 8
    assert {"child_welfare", "national_bureau_of_investigation"} <= heard


@AS_A_STEP
def test_who_was_not_identified_had_to_leave(day: date) -> None:
    """Provision identification.not_identified_ends_2015."""
    assert law.on(day).identification.not_identified_ends


@NOT_A_STEP
def test_without_the_step_there_is_no_group_and_nobody_leaves_for_it(day: date) -> None:
    """Provisions identification.experts_heard_2023, identification.not_identified_ends_2023.

    Provision identification.own_cases_abroad_only_2023.
    """
    found = law.on(day).identification

    assert not found.is_own_step
    assert not found.experts_heard
    assert not found.not_identified_ends
    assert not found.own_cases_abroad_only


def test_since_2023_the_system_identifies_by_admitting() -> None:
    """Provision identification.bodies_2023."""
    assert law.on(date(2023, 1, 1)).identification.bodies == {"assistance_system"}


def test_before_2015_nobody_identified_officially() -> None:
    assert not law.on(date(2014, 12, 31)).identification.bodies
