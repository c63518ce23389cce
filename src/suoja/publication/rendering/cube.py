"""A table as a block of numbers along axes: what every file of it holds, in the active language.

Of an open list a file holds the categories that are printed, like the page: a row that is left out
may be nobody, few or many, and all three look alike.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from django.utils.translation import gettext as _

from suoja.publication.rendering.grid import TIMES
from suoja.publication.rendering.titles import period_words
from suoja.statistics.choices import TOTAL
from suoja.statistics.labels import dimension_label, label
from suoja.statistics.tables import Table


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension: `words` stand beside the `codes` of its categories, in their order."""

    code: str
    label: str
    codes: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def is_time(self) -> bool:
        return self.code in TIMES

    @property
    def has_total(self) -> bool:
        return TOTAL in self.codes


@dataclass(frozen=True, slots=True)
class Cube:
    """Numbers in the order of the axes, the last one fastest; None is not shown."""

    axes: tuple[Axis, ...]
    values: tuple[int | None, ...]

    @property
    def hides(self) -> bool:
        return None in self.values

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(len(axis.codes) for axis in self.axes)

    @property
    def stub(self) -> tuple[Axis, ...]:
        """Return the axes that go down a sheet: all but the last, unless there is one only."""
        return self.axes[:-1] or self.axes

    @property
    def heading(self) -> tuple[Axis, ...]:
        """Return the axis that goes across a sheet, if there is one."""
        return self.axes[1:][-1:]

    def rows(self) -> Iterator[tuple[int | None, ...]]:
        """Yield the numbers of each row of a sheet."""
        width = prod(len(axis.codes) for axis in self.heading)
        for start in range(0, len(self.values), width):
            yield self.values[start : start + width]


def cube_of(table: Table) -> Cube:
    """Return the numbers of a table as outsiders see them; time is the last axis."""
    if not table.dimensions:
        return Cube((_whole_period(table),), tuple(cell.public().value for cell in table.cells))
    dimensions = sorted(table.dimensions, key=lambda each: each in TIMES)
    axes = tuple(_axis(table, each) for each in dimensions)
    return Cube(axes, tuple(_values(table, dimensions, axes)))


def _whole_period(table: Table) -> Axis:
    """Return the axis of a single number: formats of cubes know no table without one."""
    return Axis("period", _("Period"), (str(table.period),), (period_words(table.period),))


def _axis(table: Table, dimension: str) -> Axis:
    codes = tuple(dict.fromkeys(cell.categories[dimension] for cell in table.printed()))
    words = tuple(str(label(dimension, code)) for code in codes)
    return Axis(dimension, str(dimension_label(dimension)), codes, words)


def _values(table: Table, dimensions: Sequence[str], axes: Sequence[Axis]) -> Iterator[int | None]:
    known = {
        tuple(cell.categories[each] for each in dimensions): cell.public().value
        for cell in table.cells
    }
    return map(known.get, product(*(axis.codes for axis in axes)))
