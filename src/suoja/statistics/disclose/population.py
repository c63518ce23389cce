"""The persons as arrays: how many have which finest categories, and every sum of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
import numpy.typing as npt

from suoja.statistics.disclose.data import Data
from suoja.statistics.disclose.hierarchy import Hierarchy, Members
from suoja.statistics.disclose.spec import Spec, Wanted

Whole = npt.NDArray[np.int64]
Truth = npt.NDArray[np.bool_]
LARGEST_TABLE = 3_000_000


@dataclass(frozen=True, slots=True)
class Population:
    """Groups of persons: a code for each variable, and how many they are."""

    hierarchies: tuple[Hierarchy, ...]
    codes: Whole
    counts: Whole

    @property
    def sizes(self) -> tuple[int, ...]:
        """Return how many finest categories each variable has."""
        return tuple(len(hierarchy.finest) for hierarchy in self.hierarchies)

    def shape(self, positions: Sequence[int]) -> tuple[int, ...]:
        return tuple(self.sizes[position] for position in positions)

    def margin(self, positions: Sequence[int]) -> Whole:
        """Return how many persons have each combination of the finest categories."""
        shape = self.shape(positions)
        flat = np.ravel_multi_index(tuple(self.codes[:, list(positions)].T), shape)
        sums = np.bincount(flat, self.counts, prod(shape)).astype(np.float64)
        return _whole(sums).reshape(shape)

    def sums(self, finest: Whole, positions: Sequence[int]) -> Whole:
        """Return the sum for each combination of nodes."""
        return summed(finest, [matrix(self.hierarchies[p].nodes, self.sizes[p]) for p in positions])


def populate(data: Data, spec: Spec, hierarchies: tuple[Hierarchy, ...]) -> Population:
    """Return the data as arrays. Raise Fault if a table is larger than anybody can read."""
    labels = list(zip(*data.counts, strict=True))
    codes = []
    for variable, hierarchy in zip(spec.variables, hierarchies, strict=True):
        numbers = {label: code for code, label in enumerate(hierarchy.finest)}
        column = labels[data.columns.index(variable.levels[0])]
        codes.append([numbers[label] for label in column])
    for order, wanted in enumerate(spec.tables):
        _check_size(spec, order, wanted, hierarchies)
    counts = np.array(list(data.counts.values()), dtype=np.int64)
    return Population(hierarchies, np.array(codes, dtype=np.int64).T, counts)


def _check_size(spec: Spec, order: int, wanted: Wanted, hierarchies: tuple[Hierarchy, ...]) -> None:
    cells = prod(len(hierarchies[position].rows) for position in spec.positions(wanted.by))
    if cells > LARGEST_TABLE:
        sentence = (
            f"the table by {', '.join(wanted.by)} would have {cells:,} cells, "
            f"more than {LARGEST_TABLE:,}: use fewer variables or coarser levels."
        )
        raise spec.places.fault(sentence, "tables", order, "by")


def summed(finest: Whole, matrices: Sequence[npt.NDArray[np.float64]]) -> Whole:
    """Return the sums along every axis; a matrix has a row per sum, a column per category."""
    result = finest.astype(np.float64)
    for each in matrices:
        # The first axis is summed and goes last, so that after a round all are in order again.
        result = np.tensordot(result, each, axes=(0, 1))
    return _whole(result)


def matrix(sets: Sequence[Members], size: int) -> npt.NDArray[np.float64]:
    """Return a row per set of finest categories, 1 where it holds the category."""
    result = np.zeros((len(sets), size))
    for row, members in enumerate(sets):
        result[row, list(members)] = 1
    return result


def _whole(sums: npt.NDArray[np.float64]) -> Whole:
    return np.rint(sums).astype(np.int64)
