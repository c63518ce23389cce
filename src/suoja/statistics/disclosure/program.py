"""The linear program of worlds: one model, asked again and again for changes that keep every sum.

Column 2i raises cell i, column 2i + 1 lowers it. An answer counts only if it is optimal, in whole
persons and adds up exactly; any other is no answer.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import ClassVar

import highspy
import numpy as np
from numpy.typing import NDArray

from suoja.statistics.disclosure.scheme import Scheme, Whole

Reals = NDArray[np.float64]


class Program:
    """Changes of the cells of a scheme under costs and limits."""

    TOLERANCE: ClassVar[float] = 1e-6
    SECONDS: ClassVar[float] = 60.0

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._size = len(scheme.values)
        self._columns = np.arange(2 * self._size, dtype=np.int32)
        self._rows = _Rows(scheme)
        self._model = highspy.Highs()
        self._model.setOptionValue("output_flag", False)  # noqa: FBT003  (the solver's own call)
        self._model.passModel(self._rows.program(2 * self._size))

    def limits(self) -> Reals:
        """Return how far each cell can rise and fall: nobody counts less than none."""
        limits = np.full((self._size, 2), highspy.kHighsInf)
        limits[:, 1] = self._scheme.values
        limits[self._scheme.fixed] = 0
        return limits

    def change(self, costs: Reals, upper: Reals, lower: Reals | None = None) -> Whole | None:
        """Return the cheapest change in whole persons; None if none was found.

        All have a row per cell: what a person more costs, and what a person less.
        """
        floor = np.zeros_like(upper) if lower is None else lower
        found = self._solved(costs, floor, upper)
        if found is None:
            return None
        if np.abs(found - np.round(found)).max(initial=0) > self.TOLERANCE:
            found = self._in_whole_persons(found, costs, floor, upper)
        return None if found is None else self._checked(found)

    def lowering(self, cells: Collection[int], costs: Reals) -> Whole | None:
        """Return the cheapest change by which these cells together count fewer."""
        columns = np.array([[2 * cell, 2 * cell + 1] for cell in cells]).ravel()
        signs = np.tile([1.0, -1.0], len(cells))
        self._model.addRow(-highspy.kHighsInf, -1, len(columns), columns, signs)
        change = self.change(costs, self.limits())
        last = self._model.getNumRow() - 1
        self._model.deleteRows(1, np.array([last]))
        return change

    def _solved(self, costs: Reals, lower: Reals, upper: Reals) -> Reals | None:
        count = len(self._columns)
        self._model.changeColsCost(count, self._columns, costs.ravel())
        self._model.changeColsBounds(count, self._columns, lower.ravel(), upper.ravel())
        # A fresh start with presolve is faster than going on from the last basis.
        self._model.clearSolver()
        # The solver's clock runs on from one question to the next.
        self._model.setOptionValue("time_limit", self._model.getRunTime() + self.SECONDS)
        self._model.run()
        if self._model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        columns: Reals = np.array(self._model.getSolution().col_value, dtype=np.float64)
        return columns[0::2] - columns[1::2]

    def _in_whole_persons(
        self, found: Reals, costs: Reals, lower: Reals, upper: Reals
    ) -> Reals | None:
        """Solve again in whole numbers, first only over the cells that the split answer moved."""
        moved = np.abs(found) > self.TOLERANCE
        for among in (np.where(moved[:, None], upper, lower), upper):
            self._count_in(highspy.HighsVarType.kInteger)
            whole = self._solved(costs, lower, among)
            self._count_in(highspy.HighsVarType.kContinuous)
            if whole is not None:
                return whole
        return None

    def _count_in(self, kind: highspy.HighsVarType) -> None:
        kinds = np.full(len(self._columns), int(kind), dtype=np.uint8)
        self._model.changeColsIntegrality(len(self._columns), self._columns, kinds)

    def _checked(self, found: Reals) -> Whole | None:
        change = np.round(found).astype(np.int64)
        below = (self._scheme.values + change < 0).any()
        return None if below or not self._rows.hold(change) else change


class _Rows:
    """The sums and facts as sparse rows over the cells."""

    def __init__(self, scheme: Scheme) -> None:
        starts, cells, weights = [0], list[int](), list[int]()
        for row in _weighed(scheme):
            cells += row.keys()
            weights += row.values()
            starts.append(len(cells))
        self._starts = np.array(starts)
        self._cells = np.array(cells, dtype=np.int64)
        self._weights = np.array(weights, dtype=np.int64)
        exact: Reals = np.zeros(len(scheme.sums))
        self._low: Reals = np.concatenate(
            [exact, np.array([row.low for row in scheme.facts], dtype=np.float64)]
        )
        self._high: Reals = np.concatenate(
            [exact, np.array([row.high for row in scheme.facts], dtype=np.float64)]
        )

    def program(self, columns: int) -> highspy.HighsLp:
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = columns, len(self._low)
        nothing: Reals = np.zeros(columns)
        program.col_cost_ = program.col_lower_ = program.col_upper_ = nothing
        program.row_lower_, program.row_upper_ = self._low, self._high
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = 2 * self._starts
        pairs = np.stack([2 * self._cells, 2 * self._cells + 1], axis=1)
        program.a_matrix_.index_ = pairs.ravel().astype(np.int32)
        signs = np.stack([self._weights, -self._weights], axis=1)
        program.a_matrix_.value_ = signs.ravel().astype(np.float64)
        return program

    def hold(self, change: Whole) -> bool:
        """Test if the change keeps every sum and every fact."""
        if not len(self._low):
            return True
        running = np.concatenate([[0], np.cumsum(self._weights * change[self._cells])])
        totals = running[self._starts[1:]] - running[self._starts[:-1]]
        return bool(((totals >= self._low) & (totals <= self._high)).all())


def _weighed(scheme: Scheme) -> Iterator[Mapping[int, int]]:
    """Yield the weight of each cell in each sum and fact; a cell stands in a row once."""
    for each in scheme.sums:
        yield _together([(each.total, 1), *((part, -1) for part in each.parts)])
    for fact in scheme.facts:
        yield _together(zip(fact.cells, fact.weights, strict=True))


def _together(pairs: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    # The same people may be a total and a part of it; the solver does not end on such a row.
    weights: dict[int, int] = {}
    for cell, weight in pairs:
        weights[cell] = weights.get(cell, 0) + weight
    return {cell: weight for cell, weight in weights.items() if weight}
