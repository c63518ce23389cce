"""What anybody can subtract, where periods lie within each other or overlap."""

from suoja.core.calendar import Period
from suoja.statistics.groups import Group
from suoja.statistics.remainders import remainders

EVERYBODY = frozenset()


def left(**counted):
    """Return what is left of the year of 2018, by the months that nobody printed."""
    months = {"year": "2018", "half": "2018-H1", "middle": "2018-04..2018-09", "late": "2018-H2"}
    values = {
        Group("new_clients", str(Period.parse(months[name])), EVERYBODY): value
        for name, value in counted.items()
    }
    found = [each for each in remainders(values, ()) if each.total.when == "2018"]
    return {each.rest.when if each.rest else None: each.value for each in found}


def test_the_year_less_its_first_half_is_the_second() -> None:
    assert left(year=18, half=10) == {"2018-H2": 8}


def test_two_halves_leave_nobody() -> None:
    assert left(year=18, half=10, late=8) == {None: 0}


def test_each_of_two_periods_that_overlap_is_taken_from_the_year() -> None:
    outside = "2018 without 2018-04..2018-09"

    assert left(year=18, half=10, middle=15) == {"2018-H2": 8, outside: 3}


def test_a_period_within_another_that_is_taken_away_is_not_taken_twice() -> None:
    values = {"2018": 18, "2018-04..2018-12": 15, "2018-H2": 8}
    groups = {Group("new_clients", when, EVERYBODY): value for when, value in values.items()}
    found = {(each.total.when, each.rest.when): each.value for each in remainders(groups, ())}

    assert found == {("2018", "2018-Q1"): 3, ("2018-04..2018-12", "2018-Q2"): 7}
