"""Which combinations of the finest categories other worlds may use, so that work stays bounded.

Any pool is safe: a world that uses some combinations only is a world. A larger pool finds worlds
where a smaller finds none, so it hides less or protects what could not be protected.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from suoja.statistics.disclose.knowledge import Knowledge
from suoja.statistics.disclose.population import Population, Truth, Whole

WORKABLE = 50_000
LARGEST = 400_000
LARGEST_MASK = 50_000_000
LARGEST_NUMBER = 2**62


@dataclass(frozen=True, slots=True)
class Pool:
    """Combinations of the used variables: their codes, and how many persons have each."""

    used: tuple[int, ...]
    codes: tuple[Whole, ...]
    counts: Whole

    def touched(self, positions: Sequence[int], shape: tuple[int, ...]) -> Truth:
        """Return which combinations of these variables may hold anybody."""
        result = np.zeros(shape, dtype=np.bool_)
        result[self.chosen(positions)] = True
        return result

    def chosen(self, positions: Sequence[int]) -> tuple[Whole, ...]:
        return tuple(self.codes[self.used.index(position)] for position in positions)


def pools(
    population: Population,
    used: Sequence[int],
    tables: Sequence[Sequence[int]],
    knowledge: Knowledge,
) -> Iterator[Pool]:
    """Yield pools, each larger than the one before; all combinations if they are few."""
    shape = population.shape(used)
    if prod(shape) > LARGEST_NUMBER:
        raise OverflowError(f"{prod(shape):,} combinations of categories are too many to number.")
    flat = np.ravel_multi_index(tuple(population.codes[:, list(used)].T), shape)
    occurring, where = np.unique(flat, return_inverse=True)
    counts = np.bincount(where, population.counts).astype(np.int64)
    size = 0
    for candidates in _candidates(population, used, tables, occurring):
        possible = knowledge.possible(used, np.unravel_index(candidates, shape))
        found = np.union1d(occurring, candidates[possible])
        if len(found) > size:
            size = len(found)
            held = np.zeros(size, dtype=np.int64)
            held[np.searchsorted(found, occurring)] = counts
            yield Pool(tuple(used), np.unravel_index(found, shape), held)


def _candidates(
    population: Population, used: Sequence[int], tables: Sequence[Sequence[int]], occurring: Whole
) -> Iterator[Whole]:
    total = prod(population.shape(used))
    if total <= WORKABLE:
        yield np.arange(total)
        return
    if total <= LARGEST_MASK:
        likely = _likely(population, used, tables)
        yield _spread(likely, WORKABLE)
        yield _spread(likely, LARGEST)
    else:
        yield occurring
    yield np.unique(np.linspace(0, total - 1, min(total, LARGEST)).astype(np.int64))


def _likely(population: Population, used: Sequence[int], tables: Sequence[Sequence[int]]) -> Whole:
    """Return the combinations that no published zero speaks against."""
    shape = population.shape(used)
    result = np.ones(shape, dtype=np.bool_)
    for positions in tables:
        order = sorted(positions, key=used.index)
        lengths = [population.sizes[p] if p in order else 1 for p in used]
        result &= (population.margin(order) > 0).reshape(lengths)
    return np.flatnonzero(result)


def _spread(candidates: Whole, most: int) -> Whole:
    """Return so many of them at most, evenly spread."""
    if len(candidates) <= most:
        return candidates
    return candidates[np.linspace(0, len(candidates) - 1, most).astype(np.int64)]
