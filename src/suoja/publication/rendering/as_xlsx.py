"""A table as a spreadsheet: a sheet of numbers, and one that says how to read them.

Words are written as strings by name: a label that begins like a formula stays a label.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from itertools import product
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from xlsxwriter.utility import xl_range

from suoja.publication.rendering.cube import Cube, cube_of
from suoja.publication.rendering.grid import HIDDEN
from suoja.publication.rendering.legend import Legend, legend_of
from suoja.publication.rendering.report import Report
from suoja.statistics.tables import Table

HEAD = 2  # the row of the column heads; the title and a note stand over it
NAME_LENGTH = 31
WIDEST = 420  # pixels of a column, so that a sheet fits a screen
IN_MEMORY = {"in_memory": True}  # with files in between, the bytes would depend on the time zone


def write_table(table: Table, report: Report, language: str) -> bytes:
    """Return the workbook; the same table gives the same bytes."""
    content = io.BytesIO()
    with override(language), xlsxwriter.Workbook(content, IN_MEMORY) as book:
        cube = cube_of(table)
        legend = legend_of(table, cube, report)
        noon = datetime.combine(report.dated, time(12), tzinfo=UTC)
        book.set_properties({"title": legend.title, "author": legend.source, "created": noon})
        _sheet_of_numbers(book, cube, legend)
        _sheet_of_words(book, legend)
    return content.getvalue()


def _sheet_of_numbers(book: Any, cube: Cube, legend: Legend) -> None:
    sheet = book.add_worksheet(_("Table")[:NAME_LENGTH])
    heads = _heads(cube)
    rows = list(_rows(cube))
    _mark_as_table(sheet, heads, rows, name="Numbers")
    _write_numbers(book, sheet, rows, labels=len(cube.stub))
    sheet.autofit(WIDEST)
    # Written after the columns have their width: a title may run over its neighbours.
    sheet.write_string(0, 0, legend.title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, legend.symbol or legend.version)
    sheet.freeze_panes(HEAD + 1, len(cube.stub))
    sheet.repeat_rows(HEAD)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _mark_as_table(
    sheet: Any, heads: Sequence[str], rows: Sequence[Sequence[object]], *, name: str
) -> None:
    """Tell programs and screen readers which row heads the columns."""
    columns = [{"header": head} for head in heads]
    style = {"name": name, "columns": columns, "autofilter": False, "first_column": True}
    whole = (HEAD, 0, HEAD + len(rows), len(heads) - 1)
    sheet.add_table(*whole, style)
    sheet.ignore_errors({"number_stored_as_text": xl_range(*whole)})  # a year is a name


def _write_numbers(
    book: Any, sheet: Any, rows: Sequence[Sequence[str | int | None]], *, labels: int
) -> None:
    number = book.add_format({"num_format": "#,##0", "align": "right"})
    for place, row in enumerate(rows, start=HEAD + 1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(place, column, value, number)
            else:
                style = None if column < labels else number
                sheet.write_string(place, column, HIDDEN if value is None else value, style)


def _heads(cube: Cube) -> list[str]:
    """Return the heads of the columns, told apart without regard to case, as Excel wants them."""
    across = [word for axis in cube.heading for word in axis.words]
    heads = [*(axis.label for axis in cube.stub), *(across or [pgettext("how many", "Number")])]
    if len({head.casefold() for head in heads}) == len(heads):
        return heads
    codes = [code for axis in cube.heading for code in axis.codes] or ["value"]
    codes = [*(axis.code for axis in cube.stub), *codes]
    return [f"{head} ({code})" for head, code in zip(heads, codes, strict=True)]


def _rows(cube: Cube) -> Iterator[list[str | int | None]]:
    places = product(*(axis.words for axis in cube.stub))
    numbers = cube.rows() if cube.heading else ((value,) for value in cube.values)
    for words, values in zip(places, numbers, strict=True):
        yield [*words, *values]


def _sheet_of_words(book: Any, legend: Legend) -> None:
    sheet = book.add_worksheet(_("How to read the table")[:NAME_LENGTH])
    lines = list(_explained(legend))
    heads = [_("What"), _("In words")]
    _mark_as_table(sheet, heads, lines, name="Legend")
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for place, line in enumerate(lines, start=HEAD + 1):
        for column, value in enumerate(line):
            sheet.write_string(place, column, value, wrapped)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, legend.title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, legend.version)


def _explained(legend: Legend) -> Iterator[tuple[str, str]]:
    yield _("What is counted"), legend.definition
    yield _("Unit"), legend.unit
    yield _("Period"), legend.period
    if legend.symbol:
        yield HIDDEN, legend.symbol
    if legend.omission:
        yield _("Left out"), legend.omission
    yield from ((str(year), note) for year, note in legend.breaks)
    yield _("Source"), legend.source
    yield _("Version"), legend.version
    yield _("How to cite"), legend.cite
