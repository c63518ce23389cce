"""Check what the engine found, by addition alone and with none of its code.

For every small group that an outsider can ask for there must be a world that agrees with all that
is published, in which the group reaches the threshold, and one in which it is lower.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from suoja.statistics.disclosure.tables import (
    PUBLISHED,
    Fact,
    Name,
    Policy,
    Protected,
    Relation,
    Table,
    Together,
    World,
    relations,
)

Group = frozenset[Name]
Whole = NDArray[np.int64]

MOST = 10**9


@dataclass(frozen=True, slots=True)
class Proof:
    """How many small groups there are, and which of them are not proven safe."""

    cells: int
    hidden: int
    small: int
    aggregates: int
    at_risk: tuple[Group, ...]
    faults: tuple[str, ...]

    @property
    def proven(self) -> int:
        return self.aggregates - len(self.at_risk)

    @property
    def holds(self) -> bool:
        """Test if everything is proven."""
        return not self.at_risk and not self.faults


def prove(
    tables: Sequence[Table],
    policy: Policy,
    protected: Protected,
    *,
    links: Iterable[Relation] = (),
    facts: Iterable[Fact] = (),
    known: Collection[Name] = (),
) -> Proof:
    """Return what the worlds show; a world that is not possible shows nothing and is a fault."""
    values = {t.name(at): value for t in tables for at, value in t.values.items()}
    sums = list(dict.fromkeys([*(each for t in tables for each in relations(t)), *links]))
    facts = list(facts)
    told = set(_told(tables, protected)) | set(_exact(facts)) | set(_impossible(tables))
    laws = _Laws(values, sums, facts, told)
    small = set(_small(tables, policy)) - set(_exact(facts)) - set(known)
    groups = {frozenset({name}) for name in small}
    groups |= set(_small_sums(sums, values, told, small, policy.threshold))
    groups -= {each.names for each in known if isinstance(each, Together)}
    faults, at_risk = _judged(laws, protected.witnesses, list(groups), policy.threshold)
    return Proof(
        cells=sum(len(t.values) for t in tables if t.visible),
        hidden=sum(status != PUBLISHED for _, status in _seen_cells(tables, protected)),
        small=len(small),
        aggregates=len(groups),
        at_risk=at_risk,
        faults=faults,
    )


def _judged(
    laws: "_Laws", worlds: Iterable[World], groups: Sequence[Group], threshold: int
) -> tuple[tuple[str, ...], tuple[Group, ...]]:
    """Return what is wrong with the worlds, and the groups that the others do not prove safe."""
    reach = _Rows([[(laws.index[name], 1) for name in group] for group in groups])
    lowest = highest = np.zeros(len(groups), np.int64)
    faults: dict[str, None] = {}
    for world in worlds:
        why = laws.why_not(world)
        if why:
            faults[why] = None
            continue
        changes = reach.totals(laws.change(world))
        lowest, highest = np.minimum(lowest, changes), np.maximum(highest, changes)
    safe = (lowest < 0) & (reach.totals(laws.counts) + highest >= threshold)
    return tuple(faults), tuple(groups[number] for number in np.flatnonzero(~safe).tolist())


class _Rows:
    """Weighted sums over numbered cells, all added up at once."""

    def __init__(self, rows: Sequence[Sequence[tuple[int, int]]]) -> None:
        entries = [entry for row in rows for entry in row]
        self._cells = np.array([cell for cell, _ in entries], np.int64)
        self._weights = np.array([weight for _, weight in entries], np.int64)
        self._ends = np.cumsum([0, *(len(row) for row in rows)])

    def totals(self, numbers: Whole) -> Whole:
        running = np.concatenate([[0], np.cumsum(self._weights * numbers[self._cells])])
        found: Whole = running[self._ends[1:]] - running[self._ends[:-1]]
        return found


class _Laws:
    """What every world has to respect."""

    def __init__(
        self,
        values: Mapping[Name, int],
        sums: Sequence[Relation],
        facts: Sequence[Fact],
        told: Collection[Name],
    ) -> None:
        self.index = {name: number for number, name in enumerate(values)}
        self.counts: Whole = np.array(list(values.values()), np.int64)
        self._told = np.zeros(len(values), np.bool_)
        self._told[[self.index[name] for name in told if name in self.index]] = True
        at = self.index
        self._sums = _Rows(
            [[(at[each.total], -1), *((at[part], 1) for part in each.parts)] for each in sums]
        )
        self._facts = _Rows([[(at[name], by) for name, by in fact.weights] for fact in facts])
        self._low = np.array([fact.low for fact in facts])
        self._high = np.array([fact.high for fact in facts])

    def change(self, world: World) -> Whole:
        change = np.zeros(len(self.counts), np.int64)
        change[[self.index[name] for name in world]] = list(world.values())
        return change

    def why_not(self, world: World) -> str | None:
        """Return why this is no possible world, or None."""
        if not world.keys() <= self.index.keys():
            return "A world speaks of a group that nobody counts."
        if any(not isinstance(by, int) or abs(by) > MOST for by in world.values()):
            return "A world splits a person, or counts more than there can be."
        change = self.change(world)
        if (self.counts + change < 0).any():
            return "A world counts fewer than none."
        if change[self._told].any():
            return "A world changes a number that is published."
        return self._why_not_together(change)

    def _why_not_together(self, change: Whole) -> str | None:
        if self._sums.totals(change).any():
            return "A world does not add up."
        counted = self._facts.totals(self.counts + change)
        if ((counted < self._low) | (counted > self._high)).any():
            return "A world contradicts what was published before."
        return None


def _seen_cells(tables: Iterable[Table], protected: Protected) -> Iterator[tuple[Name, str]]:
    for table in tables:
        if table.visible:
            statuses = protected.statuses[table.id]
            yield from ((table.name(at), statuses[at]) for at in table.values)


def _told(tables: Iterable[Table], protected: Protected) -> Iterator[Name]:
    return (name for name, status in _seen_cells(tables, protected) if status == PUBLISHED)


def _exact(facts: Iterable[Fact]) -> Iterator[Name]:
    return (f.weights[0][0] for f in facts if len(f.weights) == 1 and f.low == f.high)


def _impossible(tables: Iterable[Table]) -> Iterator[Name]:
    return (table.name(at) for table in tables for at in table.impossible)


def _small(tables: Iterable[Table], policy: Policy) -> Iterator[Name]:
    for table in tables:
        if table.guarded and table.counts_people:
            for at in table.values:
                if table.is_small(at, policy):
                    yield table.name(at)


def _small_sums(
    sums: Sequence[Relation],
    values: Mapping[Name, int],
    told: Collection[Name],
    small: Collection[Name],
    threshold: int,
) -> Iterator[Group]:
    """Yield of each row the sum of what is not told, taken as wide and as fine as it can be."""
    inner = (each for each in sums if each.axis and each.total not in each.parts)
    split = {(each.total, each.axis): each.parts for each in inner}
    for each in sums:
        wide = [part for part in each.parts if part not in told]
        for group in (frozenset(wide), frozenset(_finest(wide, each.axis, split, told))):
            counted = sum(values[name] for name in group)
            if len(group) > 1 and 0 < counted < threshold and not group.isdisjoint(small):
                yield group


def _finest(
    names: Iterable[Name],
    axis: str,
    split: Mapping[tuple[Name, str], tuple[Name, ...]],
    told: Collection[Name],
) -> Iterator[Name]:
    for name in names:
        parts = split.get((name, axis), ())
        if any(part in told for part in parts):
            yield from _finest((part for part in parts if part not in told), axis, split, told)
        else:
            yield name
