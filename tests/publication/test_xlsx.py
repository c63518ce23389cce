"""A table as a spreadsheet, read back by a public reader."""

import io

import openpyxl
import pytest
from django.utils.translation import override
from openpyxl.workbook import Workbook

from publication.prints import cells, report, table, true_tables
from publication.table_reading import LANGUAGES, in_words, leaky, whole
from suoja.publication.rendering import Report, table_file
from suoja.statistics.choices import Status
from suoja.statistics.labels import dimension_label
from suoja.statistics.tables import Cell, Table

HEAD = 3
SEXES = {"woman_girl": 3, "man_boy": 1012, "total": 1015}
HIDDEN = table(cells=cells("sex", SEXES, {"woman_girl": Status.PRIMARY}))


def opened(of: Report, table_id: str = "new_clients_by_sex", language: str = "en") -> Workbook:
    content = table_file(of, table_id, "xlsx", language).content
    return openpyxl.load_workbook(io.BytesIO(content))


def numbers_of(book: Workbook, of: Table) -> dict[frozenset[tuple[str, str]], int | None]:
    """Return the number of each place; the dimension that goes across is the one time or last."""
    head, *rows = list(book.worksheets[0].iter_rows(min_row=HEAD, values_only=True))
    names = {str(dimension_label(each)) for each in of.dimensions}
    down = [str(word) for word in head if word in names]
    across = names - set(down)
    found = {}
    for row in rows:
        for word, value in list(zip(head, row, strict=True))[len(down) :]:
            place = {
                *zip(down, map(str, row), strict=False),
                *((each, str(word)) for each in across),
            }
            found[frozenset(place)] = None if value == ".." else value
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_public_reader_finds_the_numbers_of_every_table(language: str) -> None:
    for each in (each for each in whole().tables if each.dimensions):
        book = opened(whole(), each.id, language)
        with override(language):
            assert numbers_of(book, each) == in_words(each)


def test_a_single_number_is_a_row_too() -> None:
    sheet = opened(whole(), "cumulative_clients").worksheets[0]

    assert [cell.value for cell in sheet[HEAD]] == ["Period", "Number"]
    assert [cell.value for cell in sheet[HEAD + 1]] == ["2020", 300]


def test_the_heads_are_marked_and_stay_in_sight() -> None:
    sheet = opened(whole(), "series_new_clients_by_form").worksheets[0]

    assert sheet.freeze_panes == "B4"
    assert sheet.tables["Numbers"].ref == "A3:Q15"
    assert sheet.print_title_rows == "$3:$3"


def test_numbers_are_numbers_and_what_is_hidden_is_two_points_on_the_right() -> None:
    hidden, shown = (opened(report(HIDDEN)).worksheets[0][place] for place in ("B4", "B5"))

    assert (hidden.value, hidden.data_type, hidden.alignment.horizontal) == ("..", "s", "right")
    assert (shown.value, shown.data_type, shown.number_format) == (1012, "n", "#,##0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_sheet_says_how_to_read_the_first(language: str) -> None:
    book = opened(report(HIDDEN), language=language)
    explained = dict(book.worksheets[1].iter_rows(min_row=HEAD + 1, values_only=True))

    assert len(book.worksheets) == 2
    assert ".." in explained
    assert str(HIDDEN.definition) in explained.values()
    assert ".." not in dict(opened(report()).worksheets[1].iter_rows(values_only=True))


def test_the_breaks_of_a_series_are_explained() -> None:
    book = opened(whole(), "series_new_clients_by_form")
    explained = dict(book.worksheets[1].iter_rows(min_row=HEAD + 1, values_only=True))

    assert "2016" in explained


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "http://a.example", "{=1}"])
def test_a_label_that_looks_like_a_formula_is_a_label(label: str) -> None:
    of = table(title=label, definition=label, cells=cells("sex", {label: 5, "total": 5}))
    book = opened(report(of))

    sheet = book.worksheets[0]
    assert (sheet["A4"].value, sheet["A4"].data_type) == (label, "s")
    types = {cell.data_type for each in book for row in each.iter_rows() for cell in row}
    assert "f" not in types


def test_columns_of_the_same_words_are_told_apart() -> None:
    same = "Age at admission"
    both = ("age_at_admission", "age_now")
    found = tuple(Cell(dict(zip(both, ("x", each), strict=True)), 7) for each in (same, "total"))

    sheet = opened(report(table(dimensions=both, margins=(), cells=found))).worksheets[0]
    heads = [cell.value for cell in sheet[HEAD]]
    assert heads == [f"{same} (age_at_admission)", f"{same} ({same})", "Total (total)"]


def test_nothing_of_a_hidden_number_is_in_the_file() -> None:
    for each in (each for each in true_tables() if each.dimensions):
        found = numbers_of(opened(leaky(true_tables()), each.id), each)
        assert list(found.values()).count(None) == sum(cell.hidden for cell in each.printed())


def test_the_workbook_is_as_old_as_the_report() -> None:
    told = opened(report()).properties

    assert told.created.isoformat() == "2021-03-01T12:00:00"
    assert told.modified == told.created
