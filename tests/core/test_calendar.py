"""Days, months and periods."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suoja.core.calendar import (
    Period,
    add_months,
    age_on,
    birthday,
    helsinki_date,
    month_after,
    month_before,
    month_of,
    months_between,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", 202001, 202012),
        ("2018-H1", 201801, 201806),
        ("2018-H2", 201807, 201812),
        ("2019-Q3", 201907, 201909),
        ("2016-01..2016-08", 201601, 201608),
    ],
)
def test_a_period_is_read_and_written_the_same(text: str, first: int, last: int) -> None:
    period = Period.parse(text)

    assert (period.first, period.last) == (first, last)
    assert str(period) == text


@pytest.mark.parametrize(
    "text", ["", "20", "2020-H3", "2020-01", "2020-13..2020-14", "2020-05..2020-04", "2020 "]
)
def test_what_is_no_period_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        Period.parse(text)


def test_a_period_knows_its_days_and_months() -> None:
    period = Period.parse("2020-01..2020-02")

    assert (period.first_day, period.last_day) == (date(2020, 1, 1), date(2020, 2, 29))
    assert 202002 in period
    assert 202003 not in period


def test_midnight_is_midnight_in_finland() -> None:
    assert helsinki_date(datetime(2020, 12, 31, 22, 30, tzinfo=UTC)) == date(2021, 1, 1)


def test_months_run_over_new_year() -> None:
    assert months_between(201911, 202002) == [201911, 201912, 202001, 202002]


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2002, 6, 16), date(2020, 6, 15), 17),
        (date(2002, 6, 15), date(2020, 6, 15), 18),
        (date(2004, 2, 29), date(2022, 2, 28), 17),
        (date(2004, 2, 29), date(2022, 3, 1), 18),
    ],
)
def test_a_birthday_counts_from_its_morning(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


@given(DAYS, st.integers(0, 600))
def test_adding_months_lands_in_that_month(day: date, months: int) -> None:
    later = add_months(day, months)

    assert len(months_between(month_of(day), month_of(later))) == months + 1
    assert later.day <= day.day


@given(DAYS, st.integers(0, 90))
def test_a_birthday_is_the_first_day_of_the_age(born: date, age: int) -> None:
    day = birthday(born, age)

    assert age_on(born, day) == age
    assert age == 0 or age_on(born, day - timedelta(days=1)) == age - 1


def test_a_year_begins_after_december_and_ends_before_january() -> None:
    assert [month_after(202011), month_after(202012)] == [202012, 202101]
    assert [month_before(202102), month_before(202101)] == [202101, 202012]


def test_a_year_holds_its_halves_and_itself_and_no_longer_period() -> None:
    year, half, longer = map(Period.parse, ("2020", "2020-H2", "2020-07..2021-01"))

    assert year.holds(half)
    assert year.holds(year)
    assert not half.holds(year)
    assert not year.holds(longer)
