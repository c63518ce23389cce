"""Which counts are too small to publish."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suoja import law

COUNTS = st.integers(min_value=0, max_value=20)
DIMENSIONS = st.sampled_from(["sex", "form", "nationality", "age_group", "year"])
CATEGORIES = st.sampled_from(["woman_girl", "total", "minor", "NG", "stateless"])


@pytest.mark.parametrize(
    ("dimension", "category", "small"),
    [
        ("nationality", "NG", True),
        ("nationality", "stateless", True),
        ("nationality", "total", False),
        ("age_group", "minor", True),
        ("age_at_admission", "under_18", True),
        ("age_group", "adult", False),
        ("sex", "man_boy", False),
        ("form", "minor", False),
    ],
)
def test_practice_hides_small_nationalities_and_minors_only(
    dimension: str, category: str, small: bool
) -> None:
    """Provision publication.name_practice."""
    practice = law.publication_policy("practice")

    assert practice.is_small(4, [dimension], [category]) is small


def test_practice_hides_a_cell_for_any_of_its_dimensions() -> None:
    """Provision publication.name_practice."""
    practice = law.publication_policy("practice")

    assert practice.is_small(1, ["sex", "nationality"], ["total", "NG"])
    assert not practice.is_small(1, ["sex", "nationality"], ["woman_girl", "total"])


@given(count=COUNTS, dimension=DIMENSIONS, category=CATEGORIES)
def test_strict_hides_every_count_from_one_to_four(
    count: int, dimension: str, category: str
) -> None:
    """Provisions publication.name_strict, publication.threshold."""
    strict = law.publication_policy()

    assert strict.is_small(count, [dimension], [category]) is (1 <= count <= 4)


@given(count=COUNTS, dimension=DIMENSIONS, category=CATEGORIES)
def test_strict_hides_whatever_practice_hides(count: int, dimension: str, category: str) -> None:
    strict, practice = law.publication_policy("strict"), law.publication_policy("practice")

    if practice.is_small(count, [dimension], [category]):
        assert strict.is_small(count, [dimension], [category])


@pytest.mark.parametrize("name", ["practice", "strict"])
@pytest.mark.parametrize("count", [0, 5, 6])
def test_nobody_and_five_are_shown(name: str, count: int) -> None:
    """Provision publication.threshold."""
    assert not law.publication_policy(name).is_small(count, ["nationality"], ["NG"])


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2011, 10, 17), "strict"),
        (date(2011, 10, 18), "practice"),
        (date(2014, 12, 31), "practice"),
        (date(2020, 12, 31), "practice"),
        (date(2025, 12, 31), "practice"),
        (date(2026, 1, 1), "strict"),
    ],
)
def test_the_policy_of_a_day(day: date, name: str) -> None:
    """Provisions publication.name_practice, publication.name_strict."""
    assert law.on(day).publication == law.publication_policy(name)


def test_without_a_name_the_policy_is_strict() -> None:
    assert law.publication_policy().name == "strict"


def test_an_unknown_policy_is_refused() -> None:
    with pytest.raises(ValueError, match="no publication policy 'lenient'"):
        law.publication_policy("lenient")


def test_each_dimension_needs_its_category() -> None:
    with pytest.raises(ValueError, match="zip"):
        law.publication_policy("practice").is_small(1, ["sex", "nationality"], ["NG"])
