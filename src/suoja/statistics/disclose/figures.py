"""How much of the tables is hidden, as anybody can count it in the files."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from suoja.statistics.disclose.cells import Board
from suoja.statistics.disclose.hierarchy import WHOLE, Row
from suoja.statistics.disclose.knowledge import Name
from suoja.statistics.disclose.outcome import Outcome
from suoja.statistics.disclose.population import Population, Truth, Whole


class Grid:
    """A table as it is published: of each combination of rows the count, and whether it is hidden.

    The axes are the variables; where two labels stand for the same people, both have a row.
    """

    def __init__(self, board: Board, population: Population, hidden: Collection[object]) -> None:
        self.board = board
        self._hierarchies = [population.hierarchies[position] for position in board.positions]
        self._places = np.ix_(
            *([row.node for row in hierarchy.rows] for hierarchy in self._hierarchies)
        )
        self.values: Whole = board.values[self._places]
        self.hidden = self.rows(hidden)

    def rows(self, names: Collection[object]) -> Truth:
        """Return which rows stand for one of these cells."""
        result = np.zeros(self.board.values.shape, dtype=np.bool_)
        for name in names:
            if isinstance(name, tuple) and self._has(name):
                result[tuple(name[position] for position in self.board.positions)] = True
        return result[self._places]

    def small(self, threshold: int) -> Truth:
        """Return which rows count too few persons to be shown."""
        return (self.values > 0) & (self.values < threshold)

    def labels(self) -> Iterator[tuple[Row, ...]]:
        """Yield the labels of every row, in the order of the flattened arrays."""
        return product(*(hierarchy.rows for hierarchy in self._hierarchies))

    def _has(self, name: Name) -> bool:
        broken_down = [position for position, node in enumerate(name) if node != WHOLE]
        return set(broken_down) <= set(self.board.positions)


@dataclass(frozen=True, slots=True)
class Figures:
    """Rows of all tables: how many, how many too small, hidden, and small ones proven safe."""

    cells: int
    small: int
    hidden: int
    proven: int


def figures(outcome: Outcome) -> Figures:
    """Count the rows of all tables; one is proven safe unless the proof says otherwise."""
    found, threshold = grids(outcome), outcome.spec.threshold
    at_risk = frozenset().union(*outcome.proof.at_risk)
    small = [int(grid.small(threshold).sum()) for grid in found]
    unsafe = [int((grid.small(threshold) & grid.rows(at_risk)).sum()) for grid in found]
    return Figures(
        cells=sum(grid.values.size for grid in found),
        small=sum(small),
        hidden=sum(int(grid.hidden.sum()) for grid in found),
        proven=sum(small) - sum(unsafe),
    )


def grids(outcome: Outcome) -> list[Grid]:
    """Return every table as it is published."""
    hidden = outcome.hidden()
    return [Grid(board, outcome.population, hidden) for board in outcome.problem.boards]
