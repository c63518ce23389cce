"""A table as CSV, and all of them with a page that explains them in one ZIP."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import product

from django.utils.translation import override

from suoja.publication.rendering import readme
from suoja.publication.rendering.archive import packed
from suoja.publication.rendering.cube import Axis, Cube, cube_of
from suoja.publication.rendering.report import Report
from suoja.statistics.choices import Status
from suoja.statistics.tables import Table

ENCODING = "utf-8-sig"  # spreadsheets take a file without the mark for another encoding


def write(report: Report, language: str) -> bytes:
    """Return the ZIP; codes are the same in every language, words stand beside them."""
    with override(language):
        files = [("README.txt", readme.write(report, ["{table}.csv"]))]
        files += [(f"{each.id}.csv", write_table(each, report, language)) for each in report.tables]
    return packed(files, dated=report.dated)


def write_table(table: Table, _report: Report, language: str) -> bytes:
    """Return a line for each cell: codes, words, value and status; a hidden value is empty."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    with override(language):
        cube = cube_of(table)
        writer.writerow(columns(cube.axes))
        writer.writerows(_lines(cube))
    return lines.getvalue().encode(ENCODING)


def columns(axes: Sequence[Axis]) -> list[str]:
    """Return the head of the file: the same in every language, so that a script reads them all."""
    codes = [axis.code for axis in axes]
    return [*codes, *(f"{code}_label" for code in codes), "value", "status"]


def _lines(cube: Cube) -> Iterator[list[str | int | None]]:
    places = product(*(zip(axis.codes, axis.words, strict=True) for axis in cube.axes))
    for place, value in zip(places, cube.values, strict=True):
        status = Status.HIDDEN if value is None else Status.PUBLISHED
        codes, words = zip(*place, strict=True)
        yield [*codes, *words, value, status.value]
