"""Many questions at once: one world in which many groups are large clears all of them.

What is told outright is taken out first, and the rest falls into small programs. A world counts
only if it is in whole persons and agrees with every statement by addition.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from math import floor
from random import Random

import highspy
import numpy as np

from suoja.statistics.exposure.program import TOLERANCE
from suoja.statistics.exposure.reduced import Reals, Reduced
from suoja.statistics.exposure.statements import Asked, Statement

Rewards = Mapping[int, float]
# Other rewards lead to other worlds; the same seed makes every audit the same.
SEED = 1
SECONDS = 20.0
# So many rounds in a row may clear nothing before each group is asked alone.
PATIENCE = 2
# Who is asked alone is asked beside as many others, who are worth less than a person together.
TOGETHER = 1000
BESIDE = 1e-4


class Way(Enum):
    """As large as the limit or larger; or smaller than the limit."""

    UP = 1
    DOWN = -1


class Pool:
    """Groups that are asked together, each with its limit.

    Up, a group is cleared by a world in which it counts its limit or more; down, by one in which
    it counts less than its limit.
    """

    def __init__(
        self,
        statements: Sequence[Statement],
        asked: Sequence[Asked],
        limits: Sequence[int],
        way: Way,
    ) -> None:
        self._rows = Reduced(statements)
        self._groups = [self._rows.sum_of(each) for each in asked]
        self._limits, self._way = limits, way
        self._model = self._with_caps()
        self._chance = Random(SEED)  # noqa: S311  (other worlds, no secrets)
        self._open = set(range(len(asked)))

    def left(self) -> dict[int, int | None]:
        """Return the groups, by place, that no world was found for, and how high each can be.

        It is None where parts of persons could be as many as the limit, and down.
        """
        self._clear_together()
        left = {}
        for at in range(len(self._groups)):
            bound = self._alone(at) if at in self._open else None
            if at in self._open:
                left[at] = bound
                self._open.remove(at)
        return left

    def _clear_together(self) -> None:
        in_vain = 0
        while self._open and in_vain < PATIENCE:
            before = len(self._open)
            self._try(self._rewards())
            in_vain = 0 if len(self._open) < before else in_vain + 1

    def _alone(self, at: int) -> int | None:
        """Ask for one group, first beside others, and return how high it can be."""
        columns, told = self._groups[at]
        if not columns:
            return self._bound(at, told)
        bound = self._bound(at, self._try({**self._rewards(BESIDE), at: 1.0}))
        if at in self._open and bound is None:
            bound = self._bound(at, self._try({at: 1.0}))
        if at in self._open and bound is None:
            self._in_whole_persons(at)
        return bound

    def _in_whole_persons(self, at: int) -> None:
        """Ask for any world in whole persons that clears a group."""
        column = self._rows.size + at
        goal = self._limits[at] if self._way is Way.UP else 1
        self._model.changeColBounds(column, goal, goal)
        self._count_in(highspy.HighsVarType.kInteger)
        self._try({})
        self._count_in(highspy.HighsVarType.kContinuous)
        self._model.changeColBounds(column, *self._room(at))

    def _count_in(self, kind: highspy.HighsVarType) -> None:
        columns = np.arange(self._rows.size, dtype=np.int32)
        self._model.changeColsIntegrality(len(columns), columns, np.full(len(columns), kind))

    def _room(self, at: int) -> tuple[float, float]:
        """Return from how much to how much of a group is rewarded."""
        if self._way is Way.UP:
            return 0.0, float(self._limits[at])
        return -highspy.kHighsInf, 1.0

    def _bound(self, at: int, most: float | None) -> int | None:
        if self._way is Way.DOWN or most is None or most >= self._limits[at] - TOLERANCE:
            return None
        return floor(most + TOLERANCE)

    def _rewards(self, weight: float = 1.0) -> dict[int, float]:
        among = self._chance.sample(sorted(self._open), min(len(self._open), TOGETHER))
        return {at: weight * self._chance.uniform(0.5, 1.0) for at in among}

    def _try(self, rewards: Rewards) -> float | None:
        """Ask for a world that rewards these groups, and clear every group that it clears.

        Return the reward, more than which no world has; None if the solver does not know.
        """
        self._reward(rewards)
        self._model.setOptionValue("time_limit", self._model.getRunTime() + SECONDS)
        self._model.run()
        if self._model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        world = np.round(np.array(self._model.getSolution().col_value)[: self._rows.size])
        if self._rows.hold(world):
            self._open -= {at for at in self._open if self._is_cleared(at, world)}
        most: float = -self._model.getObjectiveValue()
        return most

    def _is_cleared(self, at: int, world: Reals) -> bool:
        columns, told = self._groups[at]
        count = world[columns].sum() + told
        if self._way is Way.UP:
            return bool(count >= self._limits[at])
        return bool(count < self._limits[at])

    def _reward(self, rewards: Rewards) -> None:
        costs = np.zeros(len(self._groups))
        costs[list(rewards)] = [-reward for reward in rewards.values()]
        columns = np.arange(len(costs), dtype=np.int32) + self._rows.size
        self._model.changeColsCost(len(columns), columns, costs)

    def _with_caps(self) -> highspy.Highs:
        """Add to each group what is rewarded of it: no more than takes it to its limit."""
        model = self._rows.model()
        for at, ((columns, told), limit) in enumerate(zip(self._groups, self._limits, strict=True)):
            model.addCol(0, *self._room(at), 0, np.array([]), np.array([]))
            rewarded = model.getNumCol() - 1
            # Up: rewarded <= group. Down: rewarded <= limit - group, so one fewer is rewarded.
            room = told if self._way is Way.UP else limit - told
            signs = np.full(len(columns) + 1, -float(self._way.value))
            signs[-1] = 1.0
            ends = np.array([*columns, rewarded])
            model.addRow(-highspy.kHighsInf, room, len(ends), ends, signs)
        return model
