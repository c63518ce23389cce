"""What sentences say, and that each number in them is a published one."""

import pytest
from django.utils.translation import override

from publication.prints import cells, forms, table
from suoja.core.calendar import Period
from suoja.publication.rendering.sentences import change, sentences
from suoja.statistics.choices import Status
from suoja.statistics.tables import SeriesBreak


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
