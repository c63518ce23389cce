"""The linear program behind a world: one model, asked again and again."""

from collections.abc import Iterable
from math import log1p
from typing import ClassVar

import highspy
import numpy as np

from suoja.statistics.disclosure.scheme import Scheme

FREE = 0.001
# What is better kept: a total before a part of it, that before a part of a part.
WORTH = (1_000, 10)


class Worlds:
    """Cheapest changes of a scheme; column 2i raises cell i, column 2i + 1 lowers it."""

    TOLERANCE: ClassVar[float] = 1e-6

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._model = highspy.Highs()
        self._model.setOptionValue("output_flag", False)  # noqa: FBT003  (the solver's own call)
        self._add_cells()
        self._add_sums()
        self.hidden: set[int] = set()
        self._free(scheme.masked | scheme.small)

    def cheapest(self, cell: int, by: int) -> dict[int, float] | None:
        """Return the cheapest world that changes the cell by so much; None if there is none."""
        raised, lowered = 2 * cell, 2 * cell + 1
        asked, other = (raised, lowered) if by > 0 else (lowered, raised)
        limits = self._limits(cell)
        self._model.changeColBounds(asked, abs(by), limits[asked - raised])
        self._model.changeColBounds(other, 0, 0)
        change = self._solved()
        self._model.changeColBounds(raised, 0, limits[0])
        self._model.changeColBounds(lowered, 0, limits[1])
        return change

    def hide(self, cells: Iterable[int]) -> None:
        """Hide these cells: from now on they may change for next to nothing."""
        self._free(set(cells) - self.hidden)

    def _free(self, cells: Iterable[int]) -> None:
        for cell in cells:
            self.hidden.add(cell)
            self._model.changeColCost(2 * cell, FREE)
            self._model.changeColCost(2 * cell + 1, FREE)

    def _limits(self, cell: int) -> tuple[float, float]:
        if cell in self._scheme.fixed:
            return 0, 0
        return highspy.kHighsInf, self._scheme.values[cell]

    def _add_cells(self) -> None:
        for cell, value in enumerate(self._scheme.values):
            cost = _worth(self._scheme.details[cell]) * (1 + log1p(value))
            for limit in self._limits(cell):
                self._model.addCol(cost, 0, limit, 0, np.array([]), np.array([]))

    def _add_sums(self) -> None:
        for total, parts in self._scheme.sums:
            columns = [2 * total, 2 * total + 1]
            signs = [1.0, -1.0]
            for part in parts:
                columns += [2 * part, 2 * part + 1]
                signs += [-1.0, 1.0]
            self._model.addRow(0, 0, len(columns), np.array(columns), np.array(signs))

    def _solved(self) -> dict[int, float] | None:
        """Solve; where people would be split in parts, solve again in whole persons."""
        change = self._run()
        if change is None or all(abs(by - round(by)) <= self.TOLERANCE for by in change.values()):
            return change
        self._count_in(highspy.HighsVarType.kInteger)
        change = self._run()
        self._count_in(highspy.HighsVarType.kContinuous)
        return change

    def _count_in(self, kind: highspy.HighsVarType) -> None:
        for column in range(2 * len(self._scheme.values)):
            self._model.changeColIntegrality(column, kind)

    def _run(self) -> dict[int, float] | None:
        self._model.run()
        if self._model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        columns = np.array(self._model.getSolution().col_value)
        change = columns[0::2] - columns[1::2]
        cells = np.flatnonzero(np.abs(change) > self.TOLERANCE)
        return {int(cell): float(change[cell]) for cell in cells}


def _worth(detail: int) -> int:
    return WORTH[detail] if detail < len(WORTH) else 1
