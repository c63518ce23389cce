"""Which groups sentences call the largest, and when they call none so."""

import pytest
from django.utils.translation import override

from publication.prints import cells, forms, table
from suoja.publication.rendering.sentences import sentences
from suoja.publication.rendering.sentences.sentence import name_of, share_of
from suoja.statistics.tables import Cell


def told(each, *others, first=False):
    return [sentence.text for sentence in sentences(each, (each, *others), first=first)]


def test_the_largest_groups_are_told_with_their_shares() -> None:
    (said,) = told(forms())

    assert said == (
        "The largest group was forced labour (122, 49 per cent), followed by sexual exploitation "
        "(62, 25 per cent) and forced marriage (45, 18 per cent)."
    )


def test_where_a_hidden_group_may_be_the_largest_none_is_told() -> None:
    assert told(forms(hidden=["forced_labour"])) == ["Some of the groups are not shown."]


def test_where_nobody_can_say_how_large_a_hidden_group_is_none_is_told() -> None:
    assert told(forms(hidden=["other", "total"])) == ["Some of the groups are not shown."]


def test_only_groups_that_are_larger_than_any_hidden_one_are_told() -> None:
    said = told(forms({"forced_labour": 122, "forced_marriage": 15, "other": 18}, ["other"]))

    assert said == [
        "The largest group was forced labour (122, 79 per cent).",
        "Some of the groups are not shown.",
    ]


def test_of_groups_that_are_all_told_none_is_called_the_most_frequent() -> None:
    numbers = {"18_or_over": 112, "under_18": 11, "unknown": 0, "total": 123}
    ages = table(
        dimensions=("age_at_exploitation",),
        margins=("age_at_exploitation",),
        cells=cells("age_at_exploitation", numbers),
    )

    assert told(ages) == [
        "Age at exploitation: 18 or over (112, 91 per cent) and under 18 (11, 9 per cent)."
    ]
    assert told(table()) == [
        "Sex: woman or girl (1,135, 91 per cent) and man or boy (112, 9 per cent)."
    ]


def test_victims_witnesses_and_children_are_not_ranked() -> None:
    numbers = {"victim": 70, "witness": 6, "dependent_child": 30, "total": 106}
    dimension = {"dimensions": ("category",), "margins": ("category",)}

    assert told(table(cells=cells("category", numbers), **dimension)) == []


def test_a_tie_has_no_largest_group() -> None:
    assert told(forms({"forced_labour": 30, "forced_marriage": 30, "child_soldier": 9})) == []


def test_what_is_left_over_is_no_group_and_silences_smaller_ones() -> None:
    numbers = {"forced_labour": 30, "forced_marriage": 20, "unknown": 31}

    assert told(forms(numbers)) == []


@pytest.mark.parametrize(
    ("dimension", "category", "language", "name"),
    [
        ("form", "forced_labour", "en", "forced labour"),
        ("place", "in_finland", "en", "in Finland"),
        ("place", "in_finland", "fi", "Suomessa"),
        ("residence_status", "finnish_citizen", "en", "Finnish citizen"),
        ("nationality", "NG", "en", "Nigeria"),
        ("referrer", "victim_support_finland", "en", "Victim Support Finland"),
    ],
)
def test_names_keep_their_capital(dimension, category, language, name) -> None:
    with override(language):
        assert name_of(dimension, category) == name


@pytest.mark.parametrize(
    ("part", "total", "share"),
    [(122, 247, 49), (5, 20, 25), (15, 20, 75), (4, 200, None), (196, 200, None), (9, 19, None)],
)
def test_a_share_needs_many_people_on_both_sides(part: int, total: int, share: int | None) -> None:
    assert share_of(Cell({}, part), Cell({}, total)) == share


def test_a_share_needs_a_total_that_is_shown() -> None:
    assert told(forms(hidden=["total"]))[0].startswith(
        "The largest group was forced labour (122), followed by"
    )


def test_what_is_no_group_of_people_is_told_under_its_heading() -> None:
    grounds = {"not_credible": 30, "not_trafficking": 10, "other": 3}
    each = table(dimensions=("ground",), margins=("ground",), cells=cells("ground", grounds))

    assert told(each) == ["Ground: most often account not credible (30) and not trafficking (10)."]


def test_of_how_often_somebody_was_proposed_no_largest_is_told() -> None:
    numbers = {"first": 90, "second": 10}
    dimension = {"dimensions": ("request_number",), "margins": ("request_number",)}

    assert told(table(cells=cells("request_number", numbers), **dimension)) == []


def test_of_minors_nothing_closer_is_told() -> None:
    numbers = [("under_18", 40), ("18_or_over", 60)]
    crossed = tuple(
        Cell({"age_now": age, "age_at_admission": then}, number)
        for age, number in numbers
        for then in ("under_18", "18_or_over", "total")
    )
    each = table(dimensions=("age_now", "age_at_admission"), margins=(), cells=crossed)

    assert not any(text.startswith("Under 18:") for text in told(each))
