"""The recovery period."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suoja import law
from suoja.vocabulary.choices import ResidenceStatus

SINCE_2015 = pytest.mark.parametrize(
    "day",
    [
        date(2015, 7, 1),
        date(2018, 6, 30),
        date(2018, 12, 31),
        date(2020, 12, 31),
        date(2022, 12, 31),
        date(2023, 1, 1),
        date(2026, 8, 1),
    ],
)


@pytest.mark.parametrize(
    ("day", "grantable"),
    [
        (date(2014, 12, 31), False),
        (date(2015, 6, 30), False),
        (date(2015, 7, 1), True),
        (date(2018, 6, 30), True),
        (date(2018, 11, 30), True),
        (date(2018, 12, 1), False),
        (date(2020, 12, 31), False),
        (date(2023, 1, 1), False),
    ],
)
def test_it_was_granted_from_july_2015_to_november_2018(day: date, grantable: bool) -> None:
    """Provisions recovery.grantable_2015, recovery.grantable_2018, recovery.grantable_2023."""
    assert law.on(day).recovery.grantable is grantable


@SINCE_2015
def test_it_lasts_thirty_days_and_at_most_ninety(day: date) -> None:
    """Provisions recovery.first_days, recovery.first_days_2023.

    Provisions recovery.maximum_days, recovery.maximum_days_2023.
    """
    found = law.on(day).recovery

    assert (found.first_days, found.maximum_days) == (30, 90)


@SINCE_2015
def test_it_is_for_those_who_reside_lawfully_and_for_finns(day: date) -> None:
    """Provisions recovery.for_whom, recovery.for_whom_2023."""
    everyone_else = {ResidenceStatus.UNDOCUMENTED, ResidenceStatus.UNKNOWN}

    assert law.on(day).recovery.for_whom == set(ResidenceStatus) - everyone_else


@SINCE_2015
def test_the_assistance_system_grants_it(day: date) -> None:
    """Provisions recovery.granted_by, recovery.granted_by_2023."""
    assert law.on(day).recovery.granted_by == {"assistance_system"}


@SINCE_2015
def test_during_it_the_police_neither_question_nor_learn_anything(day: date) -> None:
    """Provisions recovery.questioning_blocked, recovery.questioning_blocked_2023.

    Provisions recovery.police_kept_out, recovery.police_kept_out_2023.
    """
    assert law.on(day).recovery.questioning_blocked
    assert law.on(day).recovery.police_kept_out


def test_before_2015_nobody_gets_any() -> None:
    found = law.on(date(2014, 12, 31)).recovery

    assert not found.for_whom
    assert not found.granted_by
    assert found.latest_end(date(2014, 12, 31)) == date(2014, 12, 31)


def test_no_one_can_have_both_periods() -> None:
    found = law.on(date(2018, 6, 30))

    assert not found.recovery.for_whom & found.reflection.for_whom


@given(
    start=st.dates(min_value=date(2015, 7, 1), max_value=date(2018, 11, 30)),
    used_days=st.integers(min_value=0, max_value=90),
)
def test_all_grants_together_last_at_most_ninety_days(start: date, used_days: int) -> None:
    """Provision recovery.maximum_days."""
    end = law.on(start).recovery.latest_end(start, used_days)

    assert end - start + timedelta(days=used_days) == timedelta(days=90)


def test_one_granted_in_november_2018_may_run_into_the_next_year() -> None:
    """Provision recovery.first_days."""
    found = law.on(date(2018, 11, 30)).recovery

    assert found.first_end(date(2018, 11, 30)) == date(2018, 12, 30)
    assert found.latest_end(date(2018, 11, 30)) == date(2019, 2, 28)
