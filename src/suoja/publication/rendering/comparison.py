"""The last years side by side, from the series of the same report."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from suoja.publication.rendering.grid import Grid, Row
from suoja.publication.rendering.report import Report
from suoja.publication.rendering.sentences import all_series, comparison
from suoja.statistics.choices import TOTAL
from suoja.statistics.labels import label
from suoja.statistics.measures import ALL
from suoja.statistics.tables import Table

MOST_YEARS, FEWEST_YEARS = 5, 2
TITLES = {measure.id: measure.title for measure in ALL}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table of years, and what it says."""

    title: str
    grid: Grid
    sentences: tuple[str, ...]


def comparison_of(report: Report) -> Comparison | None:
    """Return the comparison of the newest years; None if there is nothing to compare."""
    grid = _grid(report)
    if grid is None:
        return None
    told = tuple(sentence.text for sentence in comparison(report.tables))
    return Comparison(_("The last years side by side"), grid, told)


def _grid(report: Report) -> Grid | None:
    """Return a row for each series that has all these years; None if they are too few.

    Series are compared since the last break of any of them, so that numbers mean the same.
    """
    series = all_series(report.tables)
    codes = _codes(series, report.period.year)
    if len(codes) < FEWEST_YEARS:
        return None
    return Grid(
        corner=_("What is counted"),
        columns=tuple(str(label("year", code)) for code in codes),
        rows=tuple(_row(table, codes) for table in series if set(codes) <= set(_years(table))),
    )


def _codes(series: Sequence[Table], last: int) -> tuple[str, ...]:
    """Return the newest years that most series have, none before a break."""
    breaks = [each.year for table in series for each in table.breaks if each.year <= last]
    since = max([last - MOST_YEARS + 1, *breaks])
    found = max((_years(table) for table in series), key=len, default=())
    return tuple(code for code in found if int(code[:4]) >= since)


def _years(table: Table) -> tuple[str, ...]:
    codes = (cell.categories["year"] for cell in table.cells)
    return tuple(code for code in codes if code != TOTAL)


def _row(table: Table, codes: Sequence[str]) -> Row:
    cells = (table.cell(year=code).public() for code in codes)
    title = TITLES.get(table.population, table.title)
    return Row(str(title), tuple(cell.value for cell in cells))
