"""What the labels of an earlier table stand for in today's data."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

import numpy as np

from suoja.statistics.disclose.earlier import Earlier
from suoja.statistics.disclose.hierarchy import Hierarchy, Members, Row
from suoja.statistics.disclose.population import Population, Truth, Whole
from suoja.statistics.disclosure import TOTAL


@dataclass(frozen=True, slots=True)
class Meaning:
    """Of each variable of an earlier table: the categories it told of, and what a label holds.

    A table of a half-year told of its quarters only, and its "total" is that half. Where the data
    have nobody outside the categories that it lists, its list was of everybody: its total is
    today's, and everybody knows the rest to be zero (`complete`).
    """

    listed: tuple[Members, ...]
    complete: tuple[bool, ...]
    labels: tuple[dict[str, Members], ...]

    def holds(self, axis: int, label: str) -> Members:
        """Return the finest categories of a label, none if it cannot be compared with today."""
        return self.labels[axis].get(label, frozenset())


def meaning(earlier: Earlier, population: Population) -> Meaning:
    """Work out what an earlier table told of."""
    known = [
        _known(population.hierarchies[position], {labels[axis] for labels in earlier.cells})
        for axis, position in enumerate(earlier.positions)
    ]
    listed = tuple(_listed(each) for each in known)
    complete = _complete(population.margin(earlier.positions), listed)
    labels = []
    for axis, position in enumerate(earlier.positions):
        everything = frozenset(range(population.sizes[position]))
        within = everything if complete[axis] and listed[axis] else listed[axis]
        held = {label: members & within for label, members in known[axis].members.items()}
        labels.append({**held, TOTAL: within})
    return Meaning(listed, complete, tuple(labels))


@dataclass(frozen=True, slots=True)
class _Known:
    members: dict[str, Members]
    finest: frozenset[str]
    unknown: bool


def _known(hierarchy: Hierarchy, labels: set[str]) -> _Known:
    """Return what today's hierarchy knows of these labels."""
    rows: dict[str, Row] = {row.label: row for row in hierarchy.rows}
    for row in hierarchy.rows:
        rows.setdefault(f"{row.label} ({row.column})", row)
    found = {label: rows[label] for label in labels - {TOTAL} if label in rows}
    single = hierarchy.finest
    return _Known(
        members={label: hierarchy.nodes[row.node] for label, row in found.items()},
        finest=frozenset(label for label in found if label in single),
        unknown=len(found) < len(labels - {TOTAL}),
    )


def _listed(known: _Known) -> Members:
    """Return the categories told of: those of the labels that hold no other label.

    Where some labels mean nothing today, a coarse one that stands alone may have held just those.
    """
    sets = set(known.members.values())
    told = [
        members
        for label, members in known.members.items()
        if (label in known.finest or not known.unknown)
        and not any(other < members for other in sets)
    ]
    return reduce(frozenset.union, told, frozenset())


def _complete(counts: Whole, listed: tuple[Members, ...]) -> tuple[bool, ...]:
    """Test of each variable if nobody is outside the listed categories of it."""
    complete = tuple(
        _people(counts, [*listed[:axis], None, *listed[axis + 1 :]]) == _people(counts, listed)
        for axis in range(len(listed))
    )
    together = [None if each else members for each, members in zip(complete, listed, strict=True)]
    if _people(counts, together) == _people(counts, listed):
        return complete
    return tuple(len(each) == size for each, size in zip(listed, counts.shape, strict=True))


def _people(counts: Whole, within: Iterable[Members | None]) -> int:
    return int(counts[box(within, counts.shape)].sum())


def box(within: Iterable[Members | None], shape: tuple[int, ...]) -> tuple[Whole, ...]:
    """Return an index of the combinations of these categories; None is all of a variable."""
    axes = [
        range(size) if members is None else sorted(members)
        for members, size in zip(within, shape, strict=True)
    ]
    return np.ix_(*(np.array(axis, dtype=np.int64) for axis in axes))


def unlisted(found: Meaning, shape: tuple[int, ...]) -> Truth:
    """Return which combinations everybody knows to be zero, since a full list left them out."""
    result = np.zeros(shape, dtype=np.bool_)
    pairs = zip(found.complete, found.listed, strict=True)
    result[box([None if complete else members for complete, members in pairs], shape)] = True
    result[box(found.listed, shape)] = False
    return result
