"""The program of an attacker: how high or low a number can be, in whole persons."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

import highspy
import numpy as np
from numpy.typing import NDArray

from suoja.statistics.exposure.statements import Name, Statement, Weights

World = NDArray[np.float64]
Reason = tuple[Statement, float, float]
TOLERANCE = 1e-6
# No office counts more people than this: an answer as high means that there is no limit.
UNLIMITED = 1e7
SECONDS = 20.0


class Unsolved(Exception):  # noqa: N818  (it reads as a sentence: raise Unsolved(status))
    """The solver gave no answer, so nothing may be said."""


@dataclass(frozen=True, slots=True)
class Extreme:
    """The highest or the lowest that a number can be, in whole persons, and why.

    `world` is a count of every group that agrees with all statements and reaches it; None where
    whole persons took too long: then the number is that of the program with parts of persons.
    `reasons` are the statements that stand in the way, each with its weight and its bound.
    """

    number: int
    world: World | None
    reasons: tuple[Reason, ...]


class Program:
    """The groups that some statements speak of, each a count of whole persons."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements
        self.places = places(statements)
        self._model = highspy.Highs()
        self._model.setOptionValue("output_flag", False)  # noqa: FBT003  (the solver's own call)
        for _ in self.places:
            self._model.addCol(0, 0, UNLIMITED, 0, np.array([]), np.array([]))
        for statement in statements:
            self._add(statement)
        self._costly: list[int] = []

    def highest(self, weights: Weights) -> Extreme:
        """Return how many persons it can be at most."""
        self._ask(weights, highspy.ObjSense.kMaximize)
        return self._extreme(floor, TOLERANCE)

    def lowest(self, weights: Weights) -> Extreme:
        """Return how many persons it must be at least."""
        self._ask(weights, highspy.ObjSense.kMinimize)
        return self._extreme(ceil, -TOLERANCE)

    def _add(self, statement: Statement) -> None:
        columns = np.array([self.places[name] for name, _ in statement.weights])
        weights = np.array([weight for _, weight in statement.weights], dtype=float)
        low, high = max(statement.low, -UNLIMITED), min(statement.high, UNLIMITED)
        if self._model.addRow(low, high, len(columns), columns, weights) != highspy.HighsStatus.kOk:
            raise Unsolved(statement)

    def _ask(self, weights: Weights, sense: highspy.ObjSense) -> None:
        self._model.changeObjectiveSense(sense)
        for column in self._costly:
            self._model.changeColCost(column, 0)
        self._costly = [self.places[name] for name, _ in weights]
        for column, (_, weight) in zip(self._costly, weights, strict=True):
            self._model.changeColCost(column, weight)

    def _extreme(self, whole: Callable[[float], int], slack: float) -> Extreme:
        world = self._run()
        if world is None:
            raise Unsolved(self._model.modelStatusToString(self._model.getModelStatus()))
        number, reasons = self._model.getObjectiveValue(), tuple(self._reasons())
        if not is_whole(world):
            world = self._in_whole_persons()
            number = number if world is None else self._model.getObjectiveValue()
        return Extreme(whole(number + slack), world, reasons)

    def _in_whole_persons(self) -> World | None:
        self._count_in(highspy.HighsVarType.kInteger)
        world = self._run()
        self._count_in(highspy.HighsVarType.kContinuous)
        return world

    def _count_in(self, kind: highspy.HighsVarType) -> None:
        for column in range(len(self.places)):
            self._model.changeColIntegrality(column, kind)

    def _run(self) -> World | None:
        self._model.setOptionValue("time_limit", self._model.getRunTime() + SECONDS)
        self._model.run()
        if self._model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._model.getSolution().col_value)

    def _reasons(self) -> Iterator[Reason]:
        solution = self._model.getSolution()
        rows = zip(self.statements, solution.row_dual, solution.row_value, strict=True)
        for statement, weight, bound in rows:
            if abs(weight) > TOLERANCE and not statement.firm:
                yield statement, weight, bound


def places(statements: Iterable[Statement]) -> dict[Name, int]:
    """Return a column for each group that is spoken of."""
    names = dict.fromkeys(name for each in statements for name, _ in each.weights)
    return {name: column for column, name in enumerate(names)}


def is_whole(world: World) -> bool:
    """Test if nobody is split in parts."""
    return bool(np.all(np.abs(world - np.round(world)) <= TOLERANCE))
