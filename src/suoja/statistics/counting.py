"""Count the facts into cells: the rows of each table fall into a grid, margins are its sums."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from suoja.core.calendar import Period
from suoja.statistics.choices import TOTAL
from suoja.statistics.columns import Rows
from suoja.statistics.dimensions.definition import Dimension
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure
from suoja.statistics.spec import Spec

Coordinates = tuple[str, ...]
Select = Callable[[Measure[Any], Period], Rows[Any]]
Grid = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counted:
    """The true numbers of one table; the cells are in the order in which it is printed."""

    spec: Spec[Any]
    period: Period
    values: Mapping[Coordinates, int]


def count(specs: Iterable[Spec[Any]], facts: Facts, period: Period) -> list[Counted]:
    """Return the numbers of each table; rows that several tables share are selected once."""

    @cache
    def select(measure: Measure[Any], window: Period) -> Rows[Any]:
        return measure.select(facts, window)

    return [Counted(spec, period, _values(spec, period, select)) for spec in specs]


def _values(spec: Spec[Any], period: Period, select: Select) -> dict[Coordinates, int]:
    grids = [
        _grid(spec, select(spec.measure, window), window) for _, window in spec.windows(period)
    ]
    grid = np.stack(grids) if spec.course else grids[0]
    for axis, code in enumerate(spec.codes):
        if code in spec.margins:
            grid = np.concatenate([grid, grid.sum(axis, keepdims=True)], axis)
    return dict(zip(product(*axes(spec, period)), grid.ravel().tolist(), strict=True))


def _grid(spec: Spec[Any], rows: Rows[Any], window: Period) -> Grid:
    """Return how many of the rows fall into each cell, margins left out."""
    shape = tuple(len(each.categories) for each in spec.dimensions)
    cells = np.zeros(len(rows), dtype=np.int64)
    for dimension in spec.dimensions:
        cells = cells * len(dimension.categories) + _places(dimension, rows, window)
    return np.bincount(cells, minlength=prod(shape)).reshape(shape)


def _places(dimension: Dimension[Any], rows: Rows[Any], window: Period) -> Grid:
    return rows.coded(
        lambda row: dimension.of(row, window), dimension.categories, reads=dimension.reads
    )


def axes(spec: Spec[Any], period: Period) -> Iterator[tuple[str, ...]]:
    """Yield the categories of each dimension, the total last."""
    if spec.course:
        windows = tuple(code for code, _ in spec.course.windows(period))
        yield _ended(windows, spec, spec.course.code)
    for dimension in spec.dimensions:
        yield _ended(dimension.categories, spec, dimension.code)


def _ended(categories: tuple[str, ...], spec: Spec[Any], code: str) -> tuple[str, ...]:
    return (*categories, TOTAL) if code in spec.margins else categories
