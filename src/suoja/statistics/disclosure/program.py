"""The linear program of worlds: changes that keep every sum, at the least cost.

Only what may move is put to the solver: cells that stay, and sums of nothing else, are left out.
An answer counts only if it is in whole persons and adds up exactly; any other is none.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

import highspy
import numpy as np
from numpy.typing import NDArray

from suoja.statistics.disclosure.scheme import Flags, Scheme, Whole

Reals = NDArray[np.float64]
Numbers = NDArray[np.intp]

TOLERANCE = 1e-6
FEW_NODES, MANY_NODES = 10, 10_000
OPTIONS = (("output_flag", False), ("threads", 1), ("parallel", "off"), ("mip_rel_gap", 0.01))


@dataclass(frozen=True, slots=True)
class Question:
    """How far each cell may go down and up, and what a person more and a person less costs.

    The cells of `fewer` together are to count fewer than they do.
    """

    least: Reals
    most: Reals
    more: Reals
    less: Reals
    fewer: Collection[int] = ()

    def only(self, moving: Flags) -> "Question":
        """Return the same question where all other cells stay."""
        least, most = np.where(moving, self.least, 0), np.where(moving, self.most, 0)
        return Question(least, most, self.more, self.less, self.fewer)


class Program:
    """Asks the solver for changes of the cells of a scheme."""

    SECONDS: ClassVar[float] = 60.0
    FEW_SECONDS: ClassVar[float] = 3.0

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._rows = _Rows(scheme)

    def limits(self) -> tuple[Reals, Reals]:
        """Return how far each cell can fall and rise: nobody counts less than none."""
        free = ~self._scheme.fixed
        return np.where(free, -self._scheme.values, 0.0), np.where(free, highspy.kHighsInf, 0.0)

    def change(self, question: Question, *, thorough: bool = False) -> Whole | None:
        """Return a cheap change in whole persons; None if none was found.

        It is the cheapest, unless that splits persons; `thorough` looks further for whole ones.
        """
        found = self._solved(question)
        if found is not None and (np.abs(found - np.round(found)) > TOLERANCE).any():
            near = self._solved(_among_moved(found, question), nodes=FEW_NODES)
            found = self._solved(question, nodes=MANY_NODES) if near is None and thorough else near
        return None if found is None else self._checked(found)

    def _solved(self, question: Question, *, nodes: int = 0) -> Reals | None:
        """Return an answer, in whole persons if that may be tried in so many nodes."""
        columns = _Columns(question)
        seconds = self.FEW_SECONDS if nodes == FEW_NODES else self.SECONDS
        model = self._run(question, columns, seconds, nodes=nodes)
        if not _answered(model, whole=nodes > 0):
            return None
        return columns.change(np.array(model.getSolution().col_value, dtype=np.float64))

    def rules_out(self, question: Question) -> bool:
        """Test if the solver proves that nothing answers; that it found nothing proves nothing."""
        model = self._run(question, _Columns(question), self.SECONDS)
        return bool(model.getModelStatus() == highspy.HighsModelStatus.kInfeasible)

    def _run(
        self, question: Question, columns: "_Columns", seconds: float, *, nodes: int = 0
    ) -> highspy.Highs:
        model = highspy.Highs()
        for option, value in (*OPTIONS, ("time_limit", seconds), ("mip_max_nodes", nodes)):
            model.setOptionValue(option, value)
        model.passModel(self._rows.program(columns, whole=nodes > 0))
        if question.fewer:
            chosen = np.flatnonzero(np.isin(columns.cells, list(question.fewer)))
            model.addRow(-highspy.kHighsInf, -1, len(chosen), chosen, columns.signs[chosen])
        model.run()
        return model

    def _checked(self, found: Reals) -> Whole | None:
        change = np.round(found).astype(np.int64)
        below = (self._scheme.values + change < 0).any()
        return None if below or not self._rows.hold(change) else change


def _answered(model: highspy.Highs, *, whole: bool) -> bool:
    """Test if the answer is optimal; one in whole persons may be any that was found in the nodes.

    It is checked by addition before it is used.
    """
    status = model.getModelStatus()
    if whole and status == highspy.HighsModelStatus.kSolutionLimit:
        return bool(model.getInfo().primal_solution_status == highspy.kSolutionStatusFeasible)
    return bool(status == highspy.HighsModelStatus.kOptimal)


def _among_moved(found: Reals, question: Question) -> Question:
    """Return the question over the cells that a split answer moved: what else they cost is spent.

    What pays goes on to pay, so that as many as can be go all the way.
    """
    spent = question.more != -question.less
    free = [np.where(spent, 0, costs) for costs in (question.more, question.less)]
    return replace(question, more=free[0], less=free[1]).only(np.abs(found) > TOLERANCE)


class _Columns:
    """One column for a cell that costs in proportion, or goes one way only; else one each way."""

    def __init__(self, question: Question) -> None:
        self.size = len(question.least)
        moves = (question.least < 0) | (question.most > 0)
        split = moves & (question.least < 0) & (question.most > 0)
        split &= question.more != -question.less
        one, falling = np.flatnonzero(moves), np.flatnonzero(split)
        self.cells: Numbers = np.concatenate([one, falling])
        self.signs: Reals = np.repeat([1.0, -1.0], [len(one), len(falling)])
        up_only = question.most[one] > 0
        self.costs = np.concatenate(
            [np.where(up_only, question.more[one], -question.less[one]), question.less[falling]]
        )
        least = np.where(split, 0.0, question.least)[one]
        self.lower = np.concatenate([least, np.zeros(len(falling))])
        self.upper = np.concatenate([question.most[one], -question.least[falling]])

    def change(self, found: Reals) -> Reals:
        """Return the change of every cell from what the solver found for the columns."""
        change = np.zeros(self.size)
        np.add.at(change, self.cells, self.signs * found)
        return change


class _Rows:
    """The sums and facts as sparse rows over the cells."""

    def __init__(self, scheme: Scheme) -> None:
        found = list(_weighed(scheme))
        lengths = [len(row) for row in found]
        rows = np.repeat(np.arange(len(found)), lengths)
        cells = np.array([cell for row in found for cell in row], dtype=np.intp)
        weights = np.array([each for row in found for each in row.values()], dtype=np.int64)
        order = np.argsort(cells, kind="stable")
        # The entries, cell by cell.
        self._row, self._cell, self._weight = rows[order], cells[order], weights[order]
        self._starts = np.searchsorted(self._cell, np.arange(len(scheme.values) + 1))
        exact: Reals = np.zeros(len(scheme.sums))
        self._low = np.concatenate([exact, [row.low for row in scheme.facts]])
        self._high = np.concatenate([exact, [row.high for row in scheme.facts]])

    def program(self, columns: _Columns, *, whole: bool) -> highspy.HighsLp:
        lengths = (self._starts[1:] - self._starts[:-1])[columns.cells]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        entries = np.arange(starts[-1]) + np.repeat(
            self._starts[columns.cells] - starts[:-1], lengths
        )
        rows, index = np.unique(self._row[entries], return_inverse=True)
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(columns.cells), len(rows)
        program.col_cost_ = columns.costs
        program.col_lower_, program.col_upper_ = columns.lower, columns.upper
        program.row_lower_, program.row_upper_ = self._low[rows], self._high[rows]
        program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        program.a_matrix_.start_ = starts
        program.a_matrix_.index_ = index.astype(np.int32)
        program.a_matrix_.value_ = self._weight[entries] * np.repeat(columns.signs, lengths)
        if whole:
            program.integrality_ = [highspy.HighsVarType.kInteger] * len(columns.cells)
        return program

    def hold(self, change: Whole) -> bool:
        """Test if the change keeps every sum and every fact."""
        totals = np.zeros(len(self._low), dtype=np.int64)
        np.add.at(totals, self._row, self._weight * change[self._cell])
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
