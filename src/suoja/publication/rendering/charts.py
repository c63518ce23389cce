"""Which chart a table has. A hidden number has two points and no mark of any size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from suoja.publication.rendering.grid import TIMES, Grid, Row
from suoja.statistics.tables import Table

FEWEST = CROSSED = 2
MOST_BARS = 36  # as many as stand on a page; longer lists begin with the largest


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar or column, and what stands under it; None is not shown."""

    label: str
    value: int | None


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several small charts beside each other; a chart of one panel needs no name."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """From the mark at `place` on, which is of `year`, the numbers mean something else."""

    place: int
    year: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars that lie, one under another, or columns that stand in the order of time."""

    panels: tuple[Panel, ...]
    in_time: bool = False
    breaks: tuple[Break, ...] = ()


def chart_of(table: Table, grid: Grid) -> Chart | None:
    """Return the chart of a table, or None where it would show no more than the numbers."""
    in_time = bool(TIMES & set(table.dimensions))
    panels = _panels(table, grid, in_time=in_time)
    if not panels or not _worth_drawing(panels):
        return None
    return Chart(panels, in_time, tuple(_breaks(table, len(panels[0].marks))) if in_time else ())


def _panels(table: Table, grid: Grid, *, in_time: bool) -> tuple[Panel, ...]:
    if not table.dimensions:
        return ()
    if len(table.dimensions) == 1:
        rows = grid.parts if in_time else _shown(grid.parts)[:MOST_BARS]
        return (Panel("", tuple(Mark(row.label, row.values[0]) for row in rows)),)
    return tuple(_of_rows(grid) if in_time else _of_columns(grid))


def _of_rows(grid: Grid) -> Iterator[Panel]:
    """Yield a panel in time for each row that has something to draw."""
    columns = _columns(grid)
    for row in grid.parts:
        marks = tuple(Mark(name, row.values[place]) for place, name in columns)
        if any(mark.value for mark in marks):
            yield Panel(row.label, marks)


def _of_columns(grid: Grid) -> Iterator[Panel]:
    """Yield a panel for each column in which there is something to draw."""
    rows = _shown(grid.parts)
    for place, name in _columns(grid):
        marks = tuple(Mark(row.label, row.values[place]) for row in rows)
        if any(mark.value for mark in marks):
            yield Panel(name, marks)


def only_in_table(table: Table, grid: Grid) -> tuple[str, ...]:
    """Return the names of panels that are not drawn, as nothing of them is shown but zeros."""
    if len(table.dimensions) < CROSSED:
        return ()
    columns = _columns(grid)
    if TIMES & set(table.dimensions):
        lines = [(row.label, [row.values[place] for place, _ in columns]) for row in grid.parts]
    else:
        lines = [(name, [row.values[place] for row in grid.parts]) for place, name in columns]
    return tuple(name for name, values in lines if None in values and not any(values))


def _columns(grid: Grid) -> list[tuple[int, str]]:
    """Return the columns without the total, each with its place."""
    return list(enumerate(grid.columns))[: -1 if grid.total_last else None]


def _shown(rows: Sequence[Row]) -> list[Row]:
    """Leave out who is nobody, for all to see: published zeros all along the row."""
    return [row for row in rows if any(value != 0 for value in row.values)]


def _worth_drawing(panels: Sequence[Panel]) -> bool:
    marks = [mark for panel in panels for mark in panel.marks]
    return len(panels[0].marks) >= FEWEST and any(mark.value for mark in marks)


def _breaks(table: Table, marks: int) -> Iterator[Break]:
    """Yield where the series breaks: between two marks, never before the first."""
    years = years_of(table)[:marks]
    for each in table.breaks:
        places = [place for place, year in enumerate(years) if place and year >= each.year]
        if places and years[places[0] - 1] < each.year:
            yield Break(places[0], each.year)


def is_cut(grid: Grid) -> bool:
    """Test if the chart leaves out the end of a long list."""
    return len(grid.columns) == 1 and len(_shown(grid.parts)) > MOST_BARS


def years_of(table: Table) -> list[int]:
    """Return the years of a series in its order, without the total; of any other table none."""
    if "year" not in table.dimensions:
        return []
    codes = dict.fromkeys(cell.categories["year"] for cell in table.printed())
    return [int(code[:4]) for code in codes if code[:4].isdigit()]
