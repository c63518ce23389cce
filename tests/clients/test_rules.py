"""What follows from what happened, without a database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suoja.clients import rules
from suoja.clients.choices import OF_CHILDREN_ONLY, ExitGround
from suoja.clients.rules import Account, Segment
from suoja.vocabulary.choices import Category, Form, Place

DAY = date(2020, 6, 15)


def segments(text: str) -> list[Segment]:
    """Read "LY IT(transit) FI" into places."""
    return [
        Segment(country=word[:2], transit="transit" in word, conflict_zone="war" in word)
        for word in text.split()
    ]


@pytest.mark.parametrize(
    ("places", "place", "at_home", "conflict"),
    [
        ("FI", Place.IN_FINLAND, False, False),
        ("NG LY(war) FI", Place.IN_FINLAND, False, True),
        ("NG", Place.ABROAD, True, False),
        ("NG LY(war) IT", Place.ABROAD, False, True),
        ("NG FI(transit)", Place.ABROAD, True, False),
        ("NG NG", Place.ABROAD, True, False),
        ("FI(transit)", None, None, None),
        ("", None, None, None),
    ],
)
def test_places_make_classes(
    places: str, place: Place | None, at_home: bool | None, conflict: bool | None
) -> None:
    assert rules.place_class(segments(places)) == place
    assert rules.only_in_home_country(segments(places), "NG") == at_home
    assert rules.any_conflict_zone(segments(places)) == conflict


@given(st.lists(st.sampled_from(["FI", "NG", "LY", "IT"]), min_size=1))
def test_any_place_in_finland_makes_it_finland(countries: list[str]) -> None:
    places = [Segment(country=country) for country in countries]

    assert (rules.place_class(places) == Place.IN_FINLAND) == ("FI" in countries)


@pytest.mark.parametrize(
    ("born", "began", "minor"),
    [
        (date(2000, 6, 16), date(2018, 6, 15), True),
        (date(2000, 6, 15), date(2018, 6, 15), False),
        (None, date(2018, 6, 15), None),
        (date(2000, 6, 15), None, None),
    ],
)
def test_age_at_exploitation_is_that_of_its_beginning(
    born: date | None, began: date | None, minor: bool | None
) -> None:
    assert rules.began_as_minor(born, began) == minor


@pytest.mark.parametrize(
    ("changed", "category", "sentence"),
    [
        ({}, Category.VICTIM, None),
        ({}, Category.WITNESS, "Only a victim"),
        ({"segments": []}, Category.VICTIM, "at least one country"),
        ({"began_on": date(2020, 7, 1)}, Category.VICTIM, "begins in the future"),
        ({"ended_on": date(2020, 7, 1)}, Category.VICTIM, "ends in the future"),
        (
            {"began_on": date(2019, 5, 1), "ended_on": date(2019, 4, 1)},
            Category.VICTIM,
            "ends before it begins",
        ),
        ({"began_on": DAY, "ended_on": DAY}, Category.VICTIM, None),
    ],
)
def test_an_account_is_written_or_refused(
    changed: dict[str, object], category: Category, sentence: str | None
) -> None:
    account = Account(**{"form": Form.FORCED_LABOUR, "segments": segments("FI"), **changed})

    reason = rules.why_not_account(account, category=category, today=DAY)

    assert (reason is None) if sentence is None else (sentence in str(reason))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, None),
        ({"is_open": False}, "left already"),
        ({"ended_on": date(2020, 5, 31)}, "before the admission"),
        ({"ended_on": date(2020, 6, 16)}, "in the future"),
        ({"ended_on": date(2020, 6, 1)}, None),
        ({"ground": "because"}, "Choose the ground"),
        ({"ground": ExitGround.GUARDIAN_LEFT}, "does not fit"),
        ({"category": Category.DEPENDENT_CHILD}, "does not fit"),
        ({"category": Category.DEPENDENT_CHILD, "ground": ExitGround.CAME_OF_AGE}, None),
    ],
)
def test_an_exit_is_recorded_or_refused(changed: dict[str, object], sentence: str | None) -> None:
    known = {
        "is_open": True,
        "category": Category.VICTIM,
        "ground": ExitGround.NEED_ENDED,
        "started_on": date(2020, 6, 1),
        "ended_on": DAY,
        "today": DAY,
    }
    reason = rules.why_not_remove(**{**known, **changed})

    assert (reason is None) if sentence is None else (sentence in str(reason))


def test_grounds_for_children_are_grounds() -> None:
    assert set(ExitGround) > OF_CHILDREN_ONLY


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, None),
        ({"guardian_open": False}, "guardian is not a client"),
        ({"guardian_category": Category.DEPENDENT_CHILD}, "guardian is not a client"),
        ({"age": 18}, "of age"),
        ({"age": None}, None),
        ({"open_spell": "P-2/1"}, "P-2/1"),
        ({"started_on": date(2020, 5, 1)}, "was not a client yet"),
    ],
)
def test_a_child_is_admitted_beside_a_guardian_or_refused(
    changed: dict[str, object], sentence: str | None
) -> None:
    known = {
        "guardian_open": True,
        "guardian_category": Category.VICTIM,
        "age": 9,
        "started_on": DAY,
        "guardian_started_on": date(2020, 6, 1),
        "open_spell": None,
    }
    reason = rules.why_not_admit_child(**{**known, **changed})

    assert (reason is None) if sentence is None else (sentence in str(reason))
