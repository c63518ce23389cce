"""Statements without what is told outright: a small program about the groups that are left."""

from collections.abc import Mapping, Sequence

import highspy
import numpy as np
from numpy.typing import NDArray

from suoja.statistics.exposure.program import TOLERANCE, UNLIMITED
from suoja.statistics.exposure.statements import Asked, Name, Statement

Reals = NDArray[np.float64]


class Reduced:
    """The statements without what is told outright, over the groups that are left."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._told = _known(statements)
        free = dict.fromkeys(
            name for each in statements for name, _ in each.weights if name not in self._told
        )
        self.size = len(free)
        self._columns = {name: column for column, name in enumerate(free)}
        found = [self._row(each) for each in statements]
        rows = [row for row in found if row[0]]
        lengths = [len(row[0]) for row in rows]
        self._starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        self._index = np.array([column for row in rows for column in row[0]], dtype=np.int32)
        self._weights = np.array([weight for row in rows for weight in row[1]], dtype=np.float64)
        self._low = np.array([row[2] for row in rows], dtype=np.float64)
        self._high = np.array([row[3] for row in rows], dtype=np.float64)

    def sum_of(self, asked: Asked) -> tuple[list[int], float]:
        """Return the columns of a group, and what is told of it already."""
        told = sum(self._told.get(part, 0) for part in asked.parts)
        return [self._columns[part] for part in asked.parts if part in self._columns], told

    def _row(self, statement: Statement) -> tuple[list[int], list[float], float, float]:
        free = [(name, weight) for name, weight in statement.weights if name in self._columns]
        told = sum(weight * self._told.get(name, 0) for name, weight in statement.weights)
        columns = [self._columns[name] for name, _ in free]
        low = max(statement.low - told, -UNLIMITED)
        high = min(statement.high - told, UNLIMITED)
        return columns, [weight for _, weight in free], low, high

    def model(self) -> highspy.Highs:
        """Return the program without any aim."""
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = self.size, len(self._low)
        program.col_cost_ = np.zeros(self.size)
        program.col_lower_, program.col_upper_ = np.zeros(self.size), np.full(self.size, UNLIMITED)
        program.row_lower_, program.row_upper_ = self._low, self._high
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = self._starts
        program.a_matrix_.index_ = self._index
        program.a_matrix_.value_ = self._weights
        model = highspy.Highs()
        for option, value in (("output_flag", False), ("threads", 1), ("parallel", "off")):
            model.setOptionValue(option, value)
        model.passModel(program)
        return model

    def hold(self, world: Reals) -> bool:
        """Test by addition if the world agrees with every statement."""
        rows = np.repeat(np.arange(len(self._low)), np.diff(self._starts))
        sums = np.bincount(rows, self._weights * world[self._index], len(self._low))
        within = (sums >= self._low - TOLERANCE) & (sums <= self._high + TOLERANCE)
        return bool(within.all() and (world >= 0).all())


def told_outright(statements: Sequence[Statement]) -> dict[Name, float]:
    """Return the groups whose exact number is a statement of its own."""
    return {
        each.weights[0][0]: each.low
        for each in statements
        if len(each.weights) == 1 and each.low == each.high and each.weights[0][1] == 1
    }


def _known(statements: Sequence[Statement]) -> dict[Name, float]:
    """Return what is told outright, and who must be nobody because all together are nobody."""
    known = told_outright(statements)
    while True:
        nobody = {name for each in statements for name in _nobody(each, known)}
        if not nobody:
            return known
        known.update(dict.fromkeys(nobody, 0.0))


def _nobody(statement: Statement, known: Mapping[Name, float]) -> list[Name]:
    free = [(name, weight) for name, weight in statement.weights if name not in known]
    told = sum(weight * known.get(name, 0) for name, weight in statement.weights)
    added = all(weight > 0 for _, weight in free) and statement.high == told
    taken = all(weight < 0 for _, weight in free) and statement.low == told
    return [name for name, _ in free] if added or taken else []
