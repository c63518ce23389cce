"""A table as a PX file, the format of the Nordic statistical offices."""

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.publication.rendering import px
from suoja.publication.rendering.cube import Axis, Cube, cube_of
from suoja.publication.rendering.grid import HIDDEN
from suoja.publication.rendering.legend import Legend, legend_of
from suoja.publication.rendering.report import Report
from suoja.statistics.choices import TOTAL
from suoja.statistics.tables import Table

NAME_LENGTH = 20
SCALES = {"A1": re.compile(r"\d{4}"), "M1": re.compile(r"\d{4}-\d{2}")}


def write_table(table: Table, report: Report, language: str) -> bytes:
    """Return the file; the keywords stand in the order that the specification recommends."""
    with override(language):
        cube = cube_of(table)
        legend = legend_of(table, cube, report)
        statements = [
            *_about_the_file(table, report, language),
            *_about_the_table(table, legend),
            *_variables(cube),
            *_notes(cube, legend, report),
            px.data(cube.rows()),
        ]
    return "".join(statements).encode()


def matrix(table_id: str) -> str:
    """Return a name of 20 characters at most that no other table has."""
    if len(table_id) <= NAME_LENGTH:
        return table_id
    mark = f"_{crc32(table_id.encode()):08x}"
    return table_id[: NAME_LENGTH - len(mark)] + mark


def _about_the_file(table: Table, report: Report, language: str) -> Iterator[str]:
    yield px.line("CHARSET", "ANSI")
    yield px.line("AXIS-VERSION", "2013")
    yield px.line("CODEPAGE", "utf-8")
    yield px.line("LANGUAGE", language)
    yield px.line("CREATION-DATE", _moment(report))
    yield px.line("TABLEID", table.id)


def _about_the_table(table: Table, legend: Legend) -> Iterator[str]:
    yield px.word("DECIMALS", 0)
    yield px.word("SHOWDECIMALS", 0)
    yield px.line("MATRIX", matrix(table.id))
    if set(table.dimensions) - set(table.margins):
        yield px.word("AGGREGALLOWED", "NO")
    yield px.line("SUBJECT-CODE", "assistance")
    yield px.line("SUBJECT-AREA", _("Assistance for victims of human trafficking"))
    yield px.text("TITLE", legend.title)
    yield px.line("CONTENTS", str(table.title))
    yield px.line("UNITS", legend.unit)


def _variables(cube: Cube) -> Iterator[str]:
    variables = _variable_names(cube)
    down = len(cube.stub)
    yield px.words("STUB", variables[:down])
    if cube.heading:
        yield px.words("HEADING", variables[down:])
    named = list(zip(cube.axes, variables, strict=True))
    yield from (px.words("VALUES", _value_names(axis), [name]) for axis, name in named)
    yield from (_times(axis, name) for axis, name in named if _scale(axis))
    yield from (px.words("CODES", axis.codes, [name]) for axis, name in named)
    yield from (_elimination(axis, name) for axis, name in named if axis.has_total)


def _variable_names(cube: Cube) -> list[str]:
    return px.names([axis.label for axis in cube.axes], [axis.code for axis in cube.axes])


def _value_names(axis: Axis) -> list[str]:
    return px.names(axis.words, axis.codes)


def _scale(axis: Axis) -> str:
    """Return the scale of a time series: first halves of years are no periods in a row."""
    for scale, form in SCALES.items():
        if axis.is_time and all(map(form.fullmatch, axis.codes)):
            return scale
    return ""


def _times(axis: Axis, name: str) -> str:
    return px.times(_scale(axis), [code.replace("-", "") for code in axis.codes], name)


def _elimination(axis: Axis, name: str) -> str:
    """Say which value stands for all when a reader leaves the variable out."""
    total = _value_names(axis)[axis.codes.index(TOTAL)]
    return px.words("ELIMINATION", [total], [name])


def _notes(cube: Cube, legend: Legend, report: Report) -> Iterator[str]:
    yield px.line("LAST-UPDATED", _moment(report))
    yield px.line("SOURCE", legend.source)
    if legend.symbol:
        yield px.text("NOTEX", legend.symbol)
    yield px.text("NOTE", _joined([legend.definition, legend.omission, legend.cite]))
    yield from _notes_on_years(cube, legend)
    yield px.line("DATASYMBOL2", HIDDEN)


def _joined(notes: Sequence[str]) -> str:
    """Return several notes as one: a number sign begins a new line."""
    return "#".join(filter(None, notes))


def _notes_on_years(cube: Cube, legend: Legend) -> Iterator[str]:
    for axis, name in zip(cube.axes, _variable_names(cube), strict=True):
        years = {
            code[:4]: value for code, value in zip(axis.codes, _value_names(axis), strict=True)
        }
        for year, note in legend.breaks:
            if axis.is_time and str(year) in years:
                yield px.text("VALUENOTE", note, [name, years[str(year)]])


def _moment(report: Report) -> str:
    return f"{report.dated:%Y%m%d} 12:00"
