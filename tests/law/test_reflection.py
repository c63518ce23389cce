"""The reflection period."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suoja import law

DAYS = st.dates(min_value=date(2006, 7, 31), max_value=date(2099, 12, 31))
SINCE_2006 = pytest.mark.parametrize(
    "day",
    [
        date(2006, 7, 31),
        date(2014, 12, 31),
        date(2015, 6, 30),
        date(2015, 7, 1),
        date(2018, 6, 30),
        date(2018, 12, 31),
        date(2020, 12, 31),
        date(2026, 8, 1),
    ],
)


@SINCE_2006
def test_it_lasts_from_thirty_days_to_six_months(day: date) -> None:
    """Provisions reflection.minimum_days_2006, reflection.minimum_days.

    Provisions reflection.maximum_months_2006, reflection.maximum_months.
    """
    found = law.on(day).reflection

    assert (found.minimum_days, found.maximum_months) == (30, 6)


@SINCE_2006
def test_it_is_for_those_without_a_right_of_residence(day: date) -> None:
    """Provisions reflection.for_whom_2006, reflection.for_whom."""
    assert law.on(day).reflection.for_whom == {"undocumented"}


@SINCE_2006
def test_the_system_the_police_and_the_border_guard_may_grant_it(day: date) -> None:
    """Provisions reflection.granted_by_2006, reflection.granted_by."""
    assert law.on(day).reflection.granted_by == {"assistance_system", "police", "border_guard"}


@SINCE_2006
def test_the_police_always_learn_of_it(day: date) -> None:
    """Provisions reflection.police_notified_2006, reflection.police_notified."""
    assert law.on(day).reflection.police_notified


@SINCE_2006
def test_during_it_nobody_is_questioned_or_removed(day: date) -> None:
    """Provisions reflection.questioning_blocked_2006, reflection.questioning_blocked.

    Provisions reflection.legalises_stay_2006, reflection.legalises_stay.
    """
    assert law.on(day).reflection.questioning_blocked
    assert law.on(day).reflection.legalises_stay


@SINCE_2006
def test_it_rests_on_52_b_and_52_c_not_on_52_d(day: date) -> None:
    """Provisions reflection.legal_basis_2006, reflection.legal_basis."""
    basis = law.on(day).reflection.legal_basis

    assert basis == "Aliens Act 301/2004, sections 52 b and 52 c"


def test_before_the_act_of_2006_nobody_gets_any() -> None:
    found = law.on(date(2006, 7, 30)).reflection

    assert found.latest_end(date(2006, 7, 30)) == date(2006, 7, 30)
    assert not found.for_whom
    assert not found.granted_by
    assert not found.legalises_stay


@pytest.mark.parametrize(
    ("start", "used_days", "end"),
    [
        (date(2020, 1, 1), 0, date(2020, 7, 1)),
        (date(2020, 7, 15), 0, date(2021, 1, 15)),
        (date(2019, 8, 31), 0, date(2020, 2, 29)),
        (date(2020, 8, 30), 0, date(2021, 2, 28)),
        (date(2020, 4, 1), 91, date(2020, 7, 1)),
        (date(2020, 12, 1), 182, date(2020, 12, 2)),
    ],
)
def test_its_longest_end_counts_what_was_used_before(
    start: date, used_days: int, end: date
) -> None:
    """Provision reflection.maximum_months."""
    assert law.on(start).reflection.latest_end(start, used_days) == end


def test_its_shortest_end_is_thirty_days_on() -> None:
    """Provision reflection.minimum_days."""
    assert law.on(date(2020, 1, 1)).reflection.earliest_end(date(2020, 1, 1)) == date(2020, 1, 31)


@given(start=DAYS, first_days=st.integers(min_value=30, max_value=120))
def test_two_grants_in_a_row_end_no_later_than_one(start: date, first_days: int) -> None:
    reflection = law.on(start).reflection
    second = start + timedelta(days=first_days)

    assert reflection.latest_end(second, first_days) == reflection.latest_end(start)


@given(start=DAYS)
def test_the_longest_is_longer_than_the_shortest(start: date) -> None:
    reflection = law.on(start).reflection

    assert reflection.earliest_end(start) < reflection.latest_end(start)
