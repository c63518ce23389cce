"""A table as a PX file, read back by a public reader."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pyaxis import pyaxis

from publication.prints import cells, report, table, true_tables
from publication.table_reading import LANGUAGES, Found, in_words, leaky, whole
from suoja.publication.rendering import px, table_file
from suoja.publication.rendering.as_px import matrix
from suoja.statistics.choices import Status
from suoja.statistics.contents import SPECS
from suoja.statistics.tables import SeriesBreak

ORDER = (
    "CHARSET AXIS-VERSION CODEPAGE LANGUAGE CREATION-DATE TABLEID DECIMALS SHOWDECIMALS MATRIX "
    "AGGREGALLOWED SUBJECT-CODE SUBJECT-AREA TITLE CONTENTS UNITS STUB HEADING VALUES TIMEVAL "
    "CODES ELIMINATION LAST-UPDATED SOURCE NOTEX NOTE VALUENOTE DATASYMBOL2 DATA"
)
MANDATORY = {"CONTENTS", "DECIMALS", "MATRIX", "STUB", "SUBJECT-AREA", "SUBJECT-CODE", "TITLE"}
KEYWORD = re.compile(r'^([A-Z0-9-]+)(?:\("[^"]*"(?:,"[^"]*")*\))?=', re.MULTILINE)
ODD = st.text(
    st.one_of(st.sampled_from("\"';=,()[]#åäöÅ–“”\n\r\t\0.: "), st.characters()),
    min_size=1,
    max_size=px.NAME,
).filter(px.plain)
odd_texts = given(title=ODD, categories=st.lists(ODD, min_size=2, unique_by=px.plain))
unhurried = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SOME_YEARS = {"2015": 12, "2016": 20, "2017": 25}


def written(*of: Any, table_id: str = "new_clients_by_sex", language: str = "en") -> str:
    return table_file(report(*of), table_id, "px", language).content.decode()


def parsed(text: str, folder: Path) -> tuple[dict[str, Any], Found]:
    """Return what the reader understands: keywords, and the number of each place."""
    file = folder / "read.px"
    file.write_text(text, encoding="utf-8", newline="")
    read = pyaxis.parse(str(file), encoding="utf-8")
    found: dict[frozenset[tuple[str, str]], int | None] = {}
    for row in read["DATA"].to_dict("records"):
        value = row.pop("DATA")
        found[frozenset(row.items())] = int(value) if isinstance(value, str) else None
    return read["METADATA"], found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_public_reader_finds_the_numbers_of_every_table(language: str, tmp_path: Path) -> None:
    for each in (each for each in whole().tables if each.dimensions):
        text = table_file(whole(), each.id, "px", language).content.decode()
        _, found = parsed(text, tmp_path)
        with override(language):
            assert found == in_words(each)


def test_a_single_number_stands_on_the_axis_of_its_period(tmp_path: Path) -> None:
    text = table_file(whole(), "cumulative_clients", "px", "en").content.decode()
    keywords, found = parsed(text, tmp_path)

    assert (keywords["STUB"], "HEADING" in keywords) == (["Period"], False)
    assert found == {frozenset({("Period", "2020")}): 300}


@pytest.mark.parametrize("language", LANGUAGES)
def test_keywords_stand_in_the_order_of_the_specification(language: str) -> None:
    for each in whole().tables:
        text = table_file(whole(), each.id, "px", language).content.decode()
        order, found = ORDER.split(), KEYWORD.findall(text)
        assert set(order) >= set(found) >= MANDATORY
        assert found == sorted(found, key=order.index)
        assert text.startswith('CHARSET="ANSI";\r\nAXIS-VERSION="2013";\r\nCODEPAGE="utf-8";\r\n')


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_longer_than_the_specification_allows(language: str) -> None:
    for each in whole().tables:
        text = table_file(whole(), each.id, "px", language).content.decode()
        assert max(map(len, re.findall(r'"([^"\n]*)"', text))) <= px.TEXT
        assert text.count('"') % 2 == 0


def test_every_table_has_a_short_name_of_its_own() -> None:
    found = {matrix(spec.id) for spec in SPECS}

    assert len(found) == len(SPECS)
    assert max(map(len, found)) <= 20


def test_a_hidden_number_is_two_points_that_are_explained(tmp_path: Path) -> None:
    hidden = table(
        cells=cells("sex", {"woman_girl": 3, "total": 3}, {"woman_girl": Status.PRIMARY})
    )
    text = written(hidden)

    assert 'DATASYMBOL2="..";' in text
    assert text.endswith('DATA=\r\n".." \r\n3;\r\n')
    assert "not shown" in parsed(text, tmp_path)[0]["NOTEX"][0]
    assert "NOTEX" not in written(table())


def test_nothing_of_a_hidden_number_is_in_the_file() -> None:
    for each in true_tables():
        open_file = table_file(leaky(true_tables()), each.id, "px", "en")
        hidden = sum(cell.hidden for cell in each.printed())
        assert open_file.content.count(b'".."') == hidden + 1  # and the symbol itself


def test_years_in_a_row_are_a_time_series_with_its_breaks() -> None:
    note = SeriesBreak(2016, 'From 2016, "other" is narrower.')
    of = {"id": "series", "dimensions": ("year",), "margins": (), "breaks": (note,)}
    text = written(table(cells=cells("year", SOME_YEARS), **of), table_id="series")

    assert 'TIMEVAL("Year")=TLIST(A1),\r\n"2015",\r\n"2016",\r\n"2017";' in text
    assert 'VALUENOTE("Year","2016")="From 2016, \'other\' is narrower.";' in text
    assert "AGGREGALLOWED=NO;" in text


def test_first_halves_of_years_are_no_time_series_but_have_their_breaks() -> None:
    halves = {f"{year}-H1": number for year, number in SOME_YEARS.items()}
    of = {"dimensions": ("year",), "margins": (), "breaks": (SeriesBreak(2016, "Narrower."),)}
    text = written(table(cells=cells("year", halves), **of))

    assert "TIMEVAL" not in text
    assert 'VALUENOTE("Year","2016-H1")="Narrower.";' in text


def test_a_total_among_the_years_is_no_time_and_stands_for_all_of_them() -> None:
    years = cells("year", SOME_YEARS | {"total": 57})
    text = written(table(dimensions=("year",), margins=("year",), cells=years))

    assert "TIMEVAL" not in text
    assert 'ELIMINATION("Year")="Total";' in text


def test_months_are_written_as_the_specification_writes_them() -> None:
    text = table_file(whole(), "stock_by_month", "px", "en").content.decode()

    assert 'TIMEVAL("Month")=TLIST(M1),\r\n"202001",\r\n"202002",' in text


@unhurried
@odd_texts
def test_odd_words_come_back(title: str, categories: list[str], tmp_path: Path) -> None:
    # The reader looks for this word before it looks for quotation marks.
    assume(not any("DATA=" in px.plain(each) for each in (title, *categories)))
    numbers = dict(zip(categories, range(len(categories)), strict=True))
    keywords, found = parsed(written(table(title=title, cells=cells("sex", numbers))), tmp_path)

    assert found == {frozenset({("Sex", px.plain(each))}): numbers[each] for each in categories}
    assert "".join(keywords["CONTENTS"]) == px.plain(title)


@unhurried
@given(text=st.text())
def test_a_text_that_is_cut_into_records_is_whole_when_they_are_joined(text: str) -> None:
    records = re.findall(r'"([^"]*)"', px.text("NOTE", text))

    assert "".join(records) == px.plain(text)
    assert max(map(len, records)) <= px.TEXT


@unhurried
@given(words=st.lists(st.text()))
def test_names_can_be_told_apart(words: list[str]) -> None:
    found = px.names(words, [f"c{place}" for place, _ in enumerate(words)])

    assert len(set(found)) == len(words)
    assert all(0 < len(name) <= px.TEXT for name in found)
