"""Count the facts into cells: one pass over the rows of each table, margins by adding."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from suoja.core.calendar import Period
from suoja.statistics.choices import TOTAL
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure
from suoja.statistics.spec import Spec

Coordinates = tuple[str, ...]
Select = Callable[[Measure[Any], Period], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Counted:
    """The true numbers of one table; the cells are in the order in which it is printed."""

    spec: Spec[Any]
    period: Period
    values: Mapping[Coordinates, int]


def count(specs: Iterable[Spec[Any]], facts: Facts, period: Period) -> list[Counted]:
    """Return the numbers of each table; rows that several tables share are selected once."""

    @cache
    def select(measure: Measure[Any], window: Period) -> Sequence[Any]:
        return measure.select(facts, window)

    return [Counted(spec, period, _values(spec, period, select)) for spec in specs]


def _values(spec: Spec[Any], period: Period, select: Select) -> dict[Coordinates, int]:
    margins = _with_margins(_inner_cells(spec, period, select), spec)
    return {coordinates: margins[coordinates] for coordinates in product(*axes(spec, period))}


def _inner_cells(spec: Spec[Any], period: Period, select: Select) -> Counter[Coordinates]:
    cells: Counter[Coordinates] = Counter()
    places = [dimension.of for dimension in spec.dimensions]
    for code, window in spec.windows(period):
        rows = select(spec.measure, window)
        cells.update((*code, *(of(row, window) for of in places)) for row in rows)
    return cells


def _with_margins(cells: Counter[Coordinates], spec: Spec[Any]) -> Counter[Coordinates]:
    for axis, code in enumerate(spec.codes):
        if code in spec.margins:
            cells.update(_sums(cells, axis))
    return cells


def _sums(cells: Mapping[Coordinates, int], axis: int) -> Counter[Coordinates]:
    sums: Counter[Coordinates] = Counter()
    for coordinates, value in cells.items():
        sums[(*coordinates[:axis], TOTAL, *coordinates[axis + 1 :])] += value
    return sums


def axes(spec: Spec[Any], period: Period) -> Iterator[tuple[str, ...]]:
    """Yield the categories of each dimension, the total last."""
    if spec.course:
        windows = tuple(code for code, _ in spec.course.windows(period))
        yield _ended(windows, spec, spec.course.code)
    for dimension in spec.dimensions:
        yield _ended(dimension.categories, spec, dimension.code)


def _ended(categories: tuple[str, ...], spec: Spec[Any], code: str) -> tuple[str, ...]:
    return (*categories, TOTAL) if code in spec.margins else categories
