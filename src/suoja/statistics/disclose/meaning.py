"""What the labels of an earlier table stand for in today's data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from suoja.statistics.disclose.earlier import Earlier, Labels, Part
from suoja.statistics.disclose.hierarchy import Hierarchy, Members, Row
from suoja.statistics.disclose.population import Population, Truth, Whole
from suoja.statistics.disclosure import TOTAL


@dataclass(frozen=True, slots=True)
class Meaning:
    """Of each variable of an earlier table: the categories it told of, and what a label holds.

    A table of a half-year told of its quarters only, and its "total" is that half. Where the data
    have nobody outside the categories that it lists, its list was of everybody: its total is
    today's, and everybody knows the rest to be zero (`complete`).

    A variable of which the file tells one part only, without naming it, comes after its own.
    """

    positions: tuple[int, ...]
    listed: tuple[Members, ...]
    complete: tuple[bool, ...]
    labels: tuple[dict[str, Members], ...]

    def members(self, labels: Labels) -> list[Members]:
        """Return the finest categories of each label, none if it cannot be compared with today."""
        unnamed = [TOTAL] * (len(self.labels) - len(labels))
        pairs = zip(self.labels, [*labels, *unnamed], strict=True)
        return [held.get(label, frozenset()) for held, label in pairs]


def meaning(earlier: Earlier, population: Population) -> Meaning:
    """Work out what an earlier table told of. Raise Fault if it is about nobody in the data."""
    parts = _parts(earlier.parts, population)
    unnamed = _telling({p: parts[p] for p in parts if p not in earlier.positions}, population)
    positions = (*earlier.positions, *unnamed)
    known = [
        _known(population.hierarchies[position], {labels[axis] for labels in earlier.cells})
        for axis, position in enumerate(earlier.positions)
    ]
    pairs = zip(earlier.positions, known, strict=True)
    own = [_listed(each) & parts.get(position, _listed(each)) for position, each in pairs]
    listed = (*own, *(parts[position] for position in unnamed))
    whole = [position not in parts for position in positions]
    complete = _complete(population.margin(positions), listed, whole)
    labels = []
    for axis, position in enumerate(earlier.positions):
        everything = frozenset(range(population.sizes[position]))
        within = everything if complete[axis] and listed[axis] else listed[axis]
        held = {label: members & within for label, members in known[axis].members.items()}
        labels.append({**held, TOTAL: within})
    parted = ({TOTAL: parts[position]} for position in unnamed)
    return Meaning(positions, listed, complete, (*labels, *parted))


def _parts(parts: Iterable[Part], population: Population) -> dict[int, Members]:
    """Return of each variable the categories that a file is about. Raise Fault."""
    found: dict[int, Members] = {}
    for part in parts:
        rows = _rows(population.hierarchies[part.position])
        held: Members = frozenset()
        for number, label in enumerate(part.labels):
            row = rows.get(f"{label} ({part.column})", rows.get(label))
            if row:
                held |= population.hierarchies[part.position].nodes[row.node]
            elif part.unless:
                raise part.unless[number]
        found[part.position] = found.get(part.position, held) & held
    return found


def _telling(parts: Mapping[int, Members], population: Population) -> list[int]:
    """Return the variables that matter: without the parts of the others it is the same people."""
    inside = {p: np.isin(population.codes[:, p], sorted(held)) for p, held in parts.items()}
    kept = list(parts)
    for position in parts:
        others = [inside[p] for p in kept if p != position]
        if _together(others, population) == _together([inside[p] for p in kept], population):
            kept.remove(position)
    return kept


def _together(inside: Iterable[Truth], population: Population) -> int:
    everybody = np.ones(len(population.counts), dtype=np.bool_)
    return int(population.counts[reduce(np.logical_and, inside, everybody)].sum())


@dataclass(frozen=True, slots=True)
class _Known:
    members: dict[str, Members]
    finest: frozenset[str]
    unknown: bool


def _known(hierarchy: Hierarchy, labels: set[str]) -> _Known:
    """Return what today's hierarchy knows of these labels."""
    rows = _rows(hierarchy)
    found = {label: rows[label] for label in labels - {TOTAL} if label in rows}
    single = hierarchy.finest
    return _Known(
        members={label: hierarchy.nodes[row.node] for label, row in found.items()},
        finest=frozenset(label for label in found if label in single),
        unknown=len(found) < len(labels - {TOTAL}),
    )


def _rows(hierarchy: Hierarchy) -> dict[str, Row]:
    """Return the row of each label, also with its column behind it."""
    rows: dict[str, Row] = {row.label: row for row in hierarchy.rows}
    for row in hierarchy.rows:
        rows.setdefault(f"{row.label} ({row.column})", row)
    return rows


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


def _complete(
    counts: Whole, listed: tuple[Members, ...], whole: Sequence[bool]
) -> tuple[bool, ...]:
    """Test of each variable if nobody is outside the listed categories of it.

    Only of the `whole` ones: of another, the file said nothing outside its part.
    """
    complete = tuple(
        whole[axis]
        and _people(counts, [*listed[:axis], None, *listed[axis + 1 :]]) == _people(counts, listed)
        for axis in range(len(listed))
    )
    together = [None if each else members for each, members in zip(complete, listed, strict=True)]
    if _people(counts, together) == _people(counts, listed):
        return complete
    triples = zip(listed, counts.shape, whole, strict=True)
    return tuple(all_ and len(each) == size for each, size, all_ in triples)


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
