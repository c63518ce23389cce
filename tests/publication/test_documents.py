"""What a whole report says, and in which order."""

import re
from dataclasses import replace

import pytest

from publication.prints import cells, report, table, true_tables
from suoja.publication.choices import Format
from suoja.publication.models.freezing import freeze, thaw
from suoja.publication.rendering import Report, printed
from suoja.publication.rendering.document import document
from suoja.publication.rendering.pages import context_of
from suoja.statistics.choices import Status
from suoja.statistics.measures import ALL
from suoja.statistics.tables import SeriesBreak

FOREWORD = {"en": "Behind the {new_clients_by_sex}\nnumbers are people.\n\nEach of them counts."}
KEYS = {
    "title",
    "period",
    "dated",
    "version",
    "preliminary",
    "foreword",
    "key_figures",
    "correction",
    "changes",
    "changes_unlisted",
    "chapters",
    "sections",
    "sentences",
    "comparison",
    "limits",
    "protection",
    "annex",
}
IN_ORDER = (
    "Annual report 2020",
    "Behind the",
    "New clients exploited in Finland",
    "APPLICATIONS TO THE ASSISTANCE SYSTEM",
    "COMPARISON WITH EARLIER YEARS",
    "WHAT THE NUMBERS DO NOT TELL",
    "HOW PEOPLE ARE PROTECTED",
    "WHAT EACH NUMBER COUNTS",
    "THIS VERSION",
)


@pytest.fixture(scope="module")
def whole() -> Report:
    return replace(report(*true_tables()), foreword=FOREWORD)


def text(of: Report, format_: Format = Format.TEXT, language: str = "en") -> str:
    return printed(of, format_, language).content.decode()


def series(population, numbers, **changed):
    years = {"dimensions": ("year",), "margins": (), "cells": cells("year", numbers)}
    return table(id=f"series_{population}", population=population, **years | changed)


def test_a_report_says_everything_in_its_order(whole: Report) -> None:
    places = [text(whole).index(each) for each in IN_ORDER]

    assert places == sorted(places)


def test_the_page_has_all_that_the_text_has(whole: Report) -> None:
    page = text(whole, Format.HTML)

    for sentence in context_of(document(whole, "en"))["sentences"]:
        assert sentence in page.replace("&#x27;", "'")
    for anchor in ("foreword", "key-figures", "comparison", "limits", "protection", "annex"):
        assert f'id="{anchor}"' in page


def test_the_foreword_has_the_numbers_of_the_tables(whole: Report) -> None:
    number = next(each for each in whole.tables if each.id == "new_clients_by_sex").value()

    assert document(whole, "en").foreword == (
        f"Behind the {number} numbers are people.",
        "Each of them counts.",
    )


def test_a_language_without_a_foreword_has_no_heading_for_it(whole: Report) -> None:
    assert document(whole, "sv").foreword == ()
    assert 'id="foreword"' not in text(whole, Format.HTML, "sv")


def test_templates_find_their_keys(whole: Report) -> None:
    context = context_of(document(whole, "fi"))

    assert set(context) == KEYS
    assert context["sections"][0]["table_id"] == "referrals_by_referrer"
    assert context["sections"][0]["sentences"]


def test_years_are_compared_side_by_side() -> None:
    numbers = {str(year): year - 1900 for year in range(2011, 2021)}
    compared = document(report(series("referrals", numbers)), "en").comparison

    assert compared.grid.columns == ("2016", "2017", "2018", "2019", "2020")
    assert compared.grid.rows[0].values == (116, 117, 118, 119, 120)
    assert "rose from 119 in 2019 to 120 in 2020" in compared.sentences[0]


def test_years_before_a_break_are_not_compared() -> None:
    numbers = {str(year): year - 1900 for year in range(2011, 2021)}
    broken = series("stock", numbers, breaks=(SeriesBreak(2019, "Counted anew."),))
    compared = document(report(series("referrals", numbers), broken), "en").comparison

    assert compared.grid.columns == ("2019", "2020")


def test_a_year_that_is_hidden_has_two_points() -> None:
    numbers = {"2019": 3, "2020": 120}
    hidden = series("referrals", numbers, cells=cells("year", numbers, {"2019": Status.PRIMARY}))
    compared = document(report(hidden), "en").comparison

    assert compared.grid.rows[0].values == (None, 120)


def test_without_earlier_years_nothing_is_compared() -> None:
    assert document(report(table()), "en").comparison is None
    assert 'id="comparison"' not in text(report(table()), Format.HTML)


def test_a_chart_that_breaks_says_so_in_words() -> None:
    numbers = {str(year): year - 2000 for year in range(2014, 2021)}
    told = (SeriesBreak(2016, "Children are counted since then."),)
    (part,) = document(report(series("new_clients", numbers, breaks=told)), "en").parts
    section = part.sections[0]

    words = "Break in the series in 2016: Children are counted since then."
    assert words in section.description
    assert words in section.notes
    assert words in section.svg()


def test_the_annex_defines_each_measure_of_the_report_once(whole: Report) -> None:
    defined = [each.title for each in document(whole, "en").annex.definitions]

    assert sorted(defined) == sorted(
        str(each.title) for each in ALL if each.id in {one.population for one in whole.tables}
    )


def test_the_annex_says_which_version_this_is(whole: Report) -> None:
    second = replace(whole, version=2, preliminary=False)
    told = dict(document(second, "en").annex.versions)

    assert told["Version"] == "2"
    assert told["Corrects"] == "Version 1"
    assert "Status" not in told


@pytest.mark.parametrize(
    ("policy", "says"), [("strict", "one to four people"), ("practice", "Nationalities and minors")]
)
def test_how_people_are_protected_depends_on_the_policy(policy: str, says: str) -> None:
    assert says in document(report(policy=policy), "en").protection[0]


@pytest.mark.parametrize("format_", [Format.TEXT, Format.HTML, Format.PDF])
def test_what_was_frozen_prints_the_same(whole: Report, format_: Format) -> None:
    thawed = replace(whole, tables=thaw(freeze(whole.tables)))

    for language in ("en", "fi", "sv"):
        assert printed(thawed, format_, language) == printed(whole, format_, language)


def test_a_report_of_no_table_is_still_a_report() -> None:
    empty = replace(report(), tables=())

    assert "WHAT THE NUMBERS DO NOT TELL" in text(empty)
    assert printed(empty, Format.PDF, "en").content.startswith(b"%PDF")


def test_a_page_holds_each_picture_for_a_narrow_screen_and_for_a_wide_one(whole: Report) -> None:
    page = text(whole, Format.HTML)
    pair = r'<div class="picture"><svg [^>]*class="narrow".*?</svg><svg [^>]*class="wide"'

    assert len(re.findall(pair, page)) == page.count("<svg") // 2 > 0
    assert "@container" in page
