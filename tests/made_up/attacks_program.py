"""How far each number can move in any table that agrees with everything published.

In fractions first (a linear program: what it finds is given away for certain), then, for what is
left, in whole persons, which leaves nothing to doubt.
"""

import highspy
import numpy as np

ALMOST = 1e-6


class Program:
    """One model of a system of equations, asked again and again."""

    def __init__(self, equations, most):
        self.column = {leaf: number for number, leaf in enumerate(equations.leaves)}
        self._model = highspy.Highs()
        self._model.setOptionValue("output_flag", False)
        self._model.passModel(self._lp(equations, most))

    def _lp(self, equations, most):
        program, columns = highspy.HighsLp(), len(self.column)
        program.num_col_, program.num_row_ = columns, len(equations.rows)
        program.col_cost_, program.col_lower_ = np.zeros(columns), np.zeros(columns)
        program.col_upper_ = np.full(columns, float(most))
        program.row_lower_ = np.array([float(low) for _, low, _ in equations.rows])
        program.row_upper_ = np.array([float(high) for *_, high in equations.rows])
        rows = [weights for weights, *_ in equations.rows]
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = np.cumsum([0, *map(len, rows)])
        program.a_matrix_.index_ = np.array([self.column[at] for row in rows for at in row])
        program.a_matrix_.value_ = np.array([float(by) for row in rows for by in row.values()])
        return program

    def in_whole_persons(self):
        columns = np.arange(len(self.column), dtype=np.int32)
        kinds = np.full(len(columns), 1, dtype=np.uint8)
        self._model.changeColsIntegrality(len(columns), columns, kinds)

    def most(self, weights):
        """Return a world in which the weighted sum of the leaves is as high as it can be."""
        columns = np.arange(len(weights), dtype=np.int32)
        self._model.changeColsCost(len(weights), columns, -weights)
        self._model.run()
        if self._model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"no world: {self._model.getModelStatus()}")
        return np.array(self._model.getSolution().col_value)


class Seen:
    """The highest and lowest that each aggregate has been in the worlds seen so far."""

    def __init__(self, weights, values, threshold):
        self._weights, self._values, self._threshold = weights, values, threshold
        self._high = np.full(len(values), -np.inf)
        self._low = np.full(len(values), np.inf)

    def add(self, world):
        numbers = self._weights @ world
        self._high = np.maximum(self._high, numbers)
        self._low = np.minimum(self._low, numbers)

    def stuck_low(self):
        return np.flatnonzero(self._high < self._threshold - ALMOST)

    def stuck_high(self):
        return np.flatnonzero(self._low >= self._values - ALMOST)


def bounded(equations, aggregates, values, threshold=5):
    """Return the aggregates that are small, or not lower than they are, in every world."""
    if not aggregates:
        return []
    numbers = np.array([sum(values[part] for part in each.parts) for each in aggregates])
    program = Program(equations, most=2 * max(values.values()) + 20 * threshold)
    weights = _matrix(equations, aggregates, program.column)
    seen, whole = Seen(weights, numbers, threshold), Seen(weights, numbers, threshold)
    exposed = _ask(program, weights, seen, whole, set())
    program.in_whole_persons()
    exposed |= _ask(program, weights, whole, whole, exposed)
    return [aggregates[at] for at in sorted(exposed)]


def _matrix(equations, aggregates, column):
    weights = np.zeros((len(aggregates), len(column)))
    for row, each in enumerate(aggregates):
        for leaf, by in equations.weights(each.parts).items():
            weights[row, column[leaf]] = by
    return weights


def _ask(program, weights, seen, whole, given_up):
    """Ask for a higher and a lower world of each aggregate until all have both or cannot."""
    exposed = set(given_up)
    for sign, stuck in ((1, seen.stuck_low), (-1, seen.stuck_high)):
        while left := [at for at in stuck() if at not in exposed]:
            together = weights[left].sum(axis=0)
            before = len(left)
            _look(program.most(sign * together), seen, whole)
            left = [at for at in stuck() if at not in exposed]
            if len(left) == before:
                _look(program.most(sign * weights[left[0]]), seen, whole)
                exposed |= {left[0]} & set(stuck())
    return exposed


def _look(world, seen, whole):
    seen.add(world)
    if np.abs(world - np.round(world)).max(initial=0) < ALMOST:
        whole.add(np.round(world))
