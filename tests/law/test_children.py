"""Children."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suoja import law
from suoja.core.calendar import age_on

TODAY = date(2026, 8, 1)


@pytest.mark.parametrize(
    ("born", "of_age"),
    [
        (date(2002, 12, 31), date(2020, 12, 31)),
        (date(2003, 1, 1), date(2021, 1, 1)),
        (date(2004, 2, 29), date(2022, 3, 1)),
    ],
)
def test_a_person_is_of_age_on_the_eighteenth_birthday(born: date, of_age: date) -> None:
    """Provision children.age_of_majority."""
    assert law.on(TODAY).children.coming_of_age(born) == of_age


@given(born=st.dates(min_value=date(1930, 1, 1), max_value=date(2026, 1, 1)))
def test_coming_of_age_is_eighteen_years_on(born: date) -> None:
    """Provision children.age_of_majority."""
    of_age = law.on(TODAY).children.coming_of_age(born)

    assert age_on(born, of_age) == 18
    assert age_on(born, of_age - timedelta(days=1)) == 17


@pytest.mark.parametrize(
    ("age", "signatures"),
    [
        (0, {"guardian_or_representative"}),
        (14, {"guardian_or_representative"}),
        (15, {"person", "guardian_or_representative"}),
        (17, {"person", "guardian_or_representative"}),
        (18, {"person"}),
        (80, {"person"}),
    ],
)
@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2018, 6, 30), TODAY])
def test_consent_is_given_according_to_age(day: date, age: int, signatures: set[str]) -> None:
    """Provision children.age_of_consent."""
    assert law.on(day).children.signatures(age) == signatures


@pytest.mark.parametrize(
    ("day", "counted"), [(date(2015, 12, 31), False), (date(2016, 1, 1), True), (TODAY, True)]
)
def test_children_of_clients_are_counted_since_2016(day: date, counted: bool) -> None:
    """Provision children.counted_beside_clients."""
    assert law.on(day).children.counted_beside_clients is counted
