"""What sentences say, and that each number in them is a published one."""

import pytest
from django.utils.translation import override

from publication.prints import cells, table
from suoja.core.calendar import Period
from suoja.publication.rendering.sentences import change, comparison, sentences
from suoja.publication.rendering.sentences.sentence import name_of, share_of
from suoja.statistics.choices import Status
from suoja.statistics.tables import Cell, SeriesBreak

LANGUAGES = ("en", "fi", "sv")
FORMS = {"forced_labour": 122, "sexual_exploitation": 62, "forced_marriage": 45, "other": 18}


def forms(numbers=None, hidden=(), **changed):
    numbers = numbers or FORMS
    total = {"total": sum(numbers.values())}
    return table(
        id="new_clients_by_form",
        dimensions=("form",),
        margins=("form",),
        cells=cells("form", numbers | total, dict.fromkeys(hidden, Status.PRIMARY)),
        **changed,
    )


def series(numbers, hidden=(), **changed):
    return table(
        id="series_new_clients",
        dimensions=("year",),
        margins=("year",),
        cells=cells("year", numbers, dict.fromkeys(hidden, Status.PRIMARY)),
        **changed,
    )


def told(each, *others, first=False):
    return [sentence.text for sentence in sentences(each, (each, *others), first=first)]


def all_of(tables):
    found = [each for one in tables for each in sentences(one, tables, first=True)]
    return [*found, *comparison(tables)]


def test_a_number_is_told_with_the_one_before() -> None:
    assert told(forms(), series({"2019": 229, "2020": 247}), first=True)[0] == (
        "The number of new clients rose from 229 in 2019 to 247 in 2020."
    )


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "fi",
            (
                "Uusien asiakkaiden määrä kasvoi: vuonna 2020 se oli 1\xa0247, "
                "kun se vuonna 2019 oli 1\xa0229."
            ),
        ),
        ("sv", "Antalet nya klienter ökade från 1\xa0229 år 2019 till 1\xa0247 år 2020."),
    ],
)
def test_a_change_is_told_as_the_language_tells_it(language: str, says: str) -> None:
    with override(language):
        assert change(series({"2019": 1229, "2020": 1247})).text == says


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        ({"2019": 247, "2020": 229}, "fell from 247 in 2019 to 229 in 2020."),
        ({"2019": 229, "2020": 229}, "was 229 both in 2019 and in 2020."),
        ({"2020": 229}, "was 229 in 2020."),
        ({"2018-H1": 91, "2019-H1": 99}, "from 91 in the first half of 2018 to 99 in the first"),
        ({"2018-H2": 91, "2019-H2": 99}, "from 91 in the second half of 2018"),
        ({"2015-01..2015-08": 55, "2016-01..2016-08": 66}, "from 1 Jan 2016 to 31 Aug 2016"),
    ],
)
def test_a_change_is_told_as_it_is(numbers: dict[str, int], says: str) -> None:
    assert says in change(series(numbers)).text


def test_clients_at_the_end_of_a_year_are_told_with_the_day() -> None:
    numbers = series({"2019": 506, "2020": 704}, population="stock")

    assert change(numbers).text == (
        "The number of clients rose from 506 on 31 Dec 2019 to 704 on 31 Dec 2020."
    )


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("fi", "Asiakkaiden määrä kasvoi: 31.12.2020 se oli 704, kun se 31.12.2019 oli 506."),
        ("sv", "Antalet klienter ökade från 506 den 31.12.2019 till 704 den 31.12.2020."),
    ],
)
def test_a_day_is_told_as_the_language_tells_it(language: str, says: str) -> None:
    with override(language):
        assert change(series({"2019": 506, "2020": 704}, population="stock")).text == says


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        ({"2019": 247, "2020": 229}, "väheni: vuonna 2020 se oli 229, kun se vuonna 2019 oli 247."),
        ({"2019": 229, "2020": 229}, "oli 229 sekä vuonna 2019 että vuonna 2020."),
        ({"2020": 229}, "vuonna 2020 oli 229."),
        (
            {"2018-H1": 9, "2019-H1": 7},
            "väheni: vuoden 2019 alkupuoliskolla se oli 7, kun se vuoden",
        ),
    ],
)
def test_a_change_is_a_whole_sentence_in_finnish(numbers: dict[str, int], says: str) -> None:
    with override("fi"):
        assert says in change(series(numbers)).text


def test_without_a_series_the_level_is_told_alone() -> None:
    assert told(forms(), first=True)[0] == "The number of new clients was 247 in 2020."


@pytest.mark.parametrize("hidden", ["2019", "2020"])
def test_no_change_is_told_if_one_of_two_numbers_is_hidden(hidden: str) -> None:
    said = change(series({"2019": 229, "2020": 247}, [hidden])).text

    assert "229" not in said
    assert "rose" not in said


def test_nothing_is_compared_across_a_break() -> None:
    broken = (SeriesBreak(2020, "Counted in another way."),)
    said = change(series({"2019": 229, "2020": 247}, breaks=broken)).text

    assert "cannot be compared" in said
    assert "229" not in said


def test_a_series_is_told_since_its_last_break() -> None:
    broken = (SeriesBreak(2018, "Counted in another way."),)
    numbers = {"2016": 300, "2017": 400, "2018": 5, "2019": 7, "2020": 9}

    assert told(series(numbers, breaks=broken)) == [
        "Numbers before 2018 cannot be compared with later ones.",
        "The number of new clients rose from 5 in 2018 to 9 in 2020.",
        "That is the largest number in this series since 2018.",
    ]


def test_no_record_is_told_if_a_number_is_hidden() -> None:
    said = told(series({"2018": 5, "2019": 7, "2020": 9}, ["2019"]))

    assert said == ["The number of new clients rose from 5 in 2018 to 9 in 2020."]


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


@pytest.mark.parametrize(("period", "says"), [("2014", []), ("2016", ["was 0 in 2016"])])
def test_before_anybody_counted_no_zero_is_told(period: str, says: list[str]) -> None:
    numbers = cells("outcome", {"identified": 0, "total": 0})
    each = table(
        population="identification",
        period=Period.parse(period),
        dimensions=("outcome",),
        cells=numbers,
    )

    assert [part in text for part, text in zip(says, told(each, first=True), strict=True)] == (
        [True] * len(says)
    )


def test_of_minors_nothing_closer_is_told() -> None:
    numbers = [("under_18", 40), ("18_or_over", 60)]
    crossed = tuple(
        Cell({"age_now": age, "age_at_admission": then}, number)
        for age, number in numbers
        for then in ("under_18", "18_or_over", "total")
    )
    each = table(dimensions=("age_now", "age_at_admission"), margins=(), cells=crossed)

    assert not any(text.startswith("Under 18:") for text in told(each))
