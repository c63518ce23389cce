"""A table laid out in rows and columns, in the language that is active."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from suoja.statistics.choices import TOTAL
from suoja.statistics.labels import dimension_label, label
from suoja.statistics.tables import Cell, Table

TIMES = frozenset({"year", "month"})
HIDDEN = ".."


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its categories in words, and a number for each column; None is not shown."""

    label: str
    values: tuple[int | None, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """`corner` heads the labels, `columns` the numbers; `total_last` says what the last one is."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total_last: bool = False

    @property
    def parts(self) -> tuple[Row, ...]:
        """Return the rows without the total."""
        return tuple(row for row in self.rows if not row.is_total)


def words(value: int | None) -> str:
    """Return a number as the language writes it; one that is not shown is two points."""
    return HIDDEN if value is None else str(number_format(value, force_grouping=True))


def lay_out(table: Table) -> Grid:
    """Return the rows and columns in which a table is printed."""
    across = columns_of(table)
    down = [each for each in table.dimensions if each != across]
    cells = {_place(cell, table): cell for cell in table.printed()}
    columns = _categories(table, across) if across else ("",)
    rows = tuple(_rows(table, cells, down, across, columns))
    return Grid(
        corner=", ".join(str(dimension_label(each)) for each in down) or _("What is counted"),
        columns=tuple(_heads(table, across, columns))
        if across
        else (pgettext("how many", "Number"),),
        rows=_ordered(rows, table),
        total_last=bool(across) and columns[-1] == TOTAL,
    )


def columns_of(table: Table) -> str:
    """Return the dimension of the columns: the years, or else the one with fewer categories."""
    if len(table.dimensions) < 2:
        return ""
    times = [each for each in table.dimensions if each in TIMES]
    return (times or sorted(table.dimensions, key=lambda each: len(_categories(table, each))))[0]


def _categories(table: Table, dimension: str) -> tuple[str, ...]:
    """Return the categories of a dimension that are printed, in the order of the table."""
    return tuple(dict.fromkeys(cell.categories[dimension] for cell in table.printed()))


def _heads(table: Table, across: str, columns: Sequence[str]) -> Iterator[str]:
    """Yield the words over the columns; where rows have the same words, say what they are of."""
    others = (_categories(table, each) for each in table.dimensions if each != across)
    alike = any(set(columns) <= set(other) for other in others)
    for category in columns:
        words_of_it = str(label(across, category))
        named = alike and category != TOTAL
        yield f"{dimension_label(across)}: {words_of_it}" if named else words_of_it


def _rows(
    table: Table,
    cells: Mapping[tuple[str, ...], Cell],
    down: Sequence[str],
    across: str,
    columns: Sequence[str],
) -> Iterator[Row]:
    for categories in product(*(_categories(table, each) for each in down)):
        chosen = dict(zip(down, categories, strict=True))
        places = [chosen | ({across: column} if across else {}) for column in columns]
        found = [cells.get(tuple(place[each] for each in table.dimensions)) for place in places]
        yield Row(
            label=", ".join(str(label(*each)) for each in chosen.items()) or str(table.title),
            values=tuple(cell.public().value if cell else None for cell in found),
            is_total=bool(categories) and set(categories) == {TOTAL},
        )


def _place(cell: Cell, table: Table) -> tuple[str, ...]:
    return tuple(cell.categories[each] for each in table.dimensions)


def _ordered(rows: tuple[Row, ...], table: Table) -> tuple[Row, ...]:
    """Sort a list too long for an order of its own by size: all it prints is published.

    Everywhere else the order is that of the vocabulary, so that it never tells a hidden number.
    """
    if not table.open_list or any(None in row.values for row in rows):
        return rows
    return tuple(sorted(rows, key=lambda row: (row.is_total, -(row.values[-1] or 0), row.label)))
