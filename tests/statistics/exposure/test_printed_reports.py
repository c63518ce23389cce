"""What the reports of 2014, 2018 and 2020 give away, each finding with its derivation."""

from functools import cache
from importlib.resources import as_file, files

import pytest

from suoja.statistics.exposure import Kind, audit, printed_figures


@cache
def found():
    with as_file(files("suoja.statistics") / "data" / "published.csv") as file:
        return audit(printed_figures(file))


def finding(group):
    return next(each for each in found().exposed if each.asked.label == group)


DERIVED = {
    "2014 exits, ground disappeared": "6 % of 67 = 4",
    "2014 exits, ground entry refused": "6 % of 67 = 4",
    "2014 exits, ground returned home": "6 % of 67 = 4",
    "2018-H2 new clients, age at admission minor": (
        "10 (2018 new clients, age group minor) - 6 (2018-H1 new clients, age group minor) = 4"
    ),
    "2018 new clients, age at admission minor, conflict zone none that is listed": (
        "10 (age group minor) - 9 (age group minor, place of exploitation conflict zone) = 1"
    ),
    "2020 new clients, place none that is listed": (
        "247 (in all) - 123 (place of exploitation in finland)"
        " - 121 (place of exploitation abroad) = 3"
    ),
}


@pytest.mark.parametrize("group", DERIVED)
def test_what_was_not_printed_follows_from_what_was(group) -> None:
    assert finding(group).kind is Kind.EXACT
    assert finding(group).derivation == DERIVED[group]


def test_other_exploitation_abroad_in_2014_follows_from_shares_and_a_total() -> None:
    abroad = finding("end of 2014-12 all clients stock, form other, place abroad")

    assert (abroad.low, abroad.high) == (2, 2)
    assert "34 (76 % of 45: " in abroad.derivation
    assert "26 (81 % of 32: " in abroad.derivation
    assert "43 (place of exploitation in finland)" in abroad.derivation


def test_what_2014_withheld_of_labour_in_finland_is_exactly_known() -> None:
    labour = finding("2014 new clients, form workforce exploitation, place in finland")

    assert (labour.low, labour.high) == (4, 4)
    assert labour.derivation.startswith("at most: 4 (<5: ")
    assert "7 (20 % of 32: " in labour.derivation
    assert "18 (place of exploitation in finland)" in labour.derivation


PRINTED = {
    "2014 new clients, region no nationality": 1,
    "2014 new clients, region south america": 1,
    "2014 referrals, referrer organisations": 2,
    "2014 referrals, referrer border guard": 2,
    "2014 referrals, referrer central criminal police": 2,
    "2014 referrals, outcome negative, request number second or third": 4,
    "2018 new clients, form other, place in finland": 4,
    "2020 new clients, place in finland, age at admission under 18": 1,
    "2020 new clients, category witness": 3,
    "2020 new clients, nationality stateless": 1,
    "2020 new clients, form benefit fraud, place in finland": 2,
    "2020 reflection periods, granted by police": 1,
    "end of 2020-12 all clients stock, nationality unidentified or stateless": 3,
}


@pytest.mark.parametrize("group", PRINTED)
def test_small_numbers_that_were_printed_are_found(group) -> None:
    same = {each for each in found().exposed if set(words(each)) == set(group.split(", "))}

    assert [each.derivation for each in same] == [f"printed: {PRINTED[group]}"]


def words(finding):
    return finding.asked.label.split(", ")


def test_the_nine_minors_abroad_in_2020_are_derived_but_not_few() -> None:
    assert not [
        each
        for each in found().exposed
        if {"age at admission minor"} & {*words(each)} and "2020" in each.asked.label
    ]


def test_at_most_three_of_a_nationality_may_be_nobody() -> None:
    assert finding("2014 new clients, nationality any other nationality").kind is Kind.AT_MOST


CONTRADICTIONS = {
    "33 % of 68 (2014 exits)": "All shares of the list fit 67: they are read as shares of that.",
    "37 % of 85 (end of 2014-12 all clients stock)": (
        "All shares of the list fit 84: they are read as shares of that."
    ),
    "20 % of 32 (2014 new clients, form sexual exploitation)": (
        "It is read as roughly told: 6 or 7."
    ),
    "394 (2020 referrals)": "The figure is left out.",
    "20 (2015 new clients, place of exploitation in finland)": "The figure is left out.",
}


def test_figures_that_contradict_each_other_are_told_and_read_around() -> None:
    assert {each.says: each.remedy for each in found().contradictions} == CONTRADICTIONS


def test_every_figure_is_used_or_told_to_be_left_out() -> None:
    assert found().left_out["not a number of clients, children or proposals"] == 82
    assert found().undecided == ()
