"""Check what the engine found, by addition alone and with none of its code.

For every small group that an outsider can ask for there must be a world that agrees with all that
is published, in which the group reaches the threshold, and one in which it is lower.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from suoja.statistics.disclosure.tables import (
    PUBLISHED,
    Fact,
    Name,
    Policy,
    Protected,
    Relation,
    Table,
    World,
    relations,
)

Group = frozenset[Name]


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
    laws = _Laws(values, sums, facts, frozenset(told))
    reasons = [laws.why_not(each) for each in protected.witnesses]
    worlds = [each for each, why in zip(protected.witnesses, reasons, strict=True) if not why]
    small = set(_small(tables, policy)) - set(_exact(facts)) - set(known)
    groups = {frozenset({name}) for name in small}
    groups |= set(_small_sums(sums, values, told, small, policy.threshold))
    seen = _Seen(groups, values, worlds)
    return Proof(
        cells=sum(len(t.values) for t in tables if t.visible),
        hidden=sum(status != PUBLISHED for _, status in _seen_cells(tables, protected)),
        small=len(small),
        aggregates=len(groups),
        at_risk=tuple(group for group in groups if not seen.safe(group, policy.threshold)),
        faults=tuple(dict.fromkeys(why for why in reasons if why)),
    )


@dataclass(frozen=True, slots=True)
class _Laws:
    """What every world has to respect."""

    values: Mapping[Name, int]
    sums: Sequence[Relation]
    facts: Sequence[Fact]
    told: frozenset[Name]

    def why_not(self, world: World) -> str | None:
        """Return why this is no possible world, or None."""
        if not world.keys() <= self.values.keys():
            return "A world speaks of a group that nobody counts."
        if any(not isinstance(by, int) or self.values[name] + by < 0 for name, by in world.items()):
            return "A world splits a person, or counts fewer than none."
        if any(by and name in self.told for name, by in world.items()):
            return "A world changes a number that is published."
        return self._why_not_together(world)

    def _why_not_together(self, world: World) -> str | None:
        if any(_change(world, each.parts) != world.get(each.total, 0) for each in self.sums):
            return "A world does not add up."
        if not all(self._agrees(world, fact) for fact in self.facts):
            return "A world contradicts what was published before."
        return None

    def _agrees(self, world: World, fact: Fact) -> bool:
        counted = sum(
            weight * (self.values[name] + world.get(name, 0)) for name, weight in fact.weights
        )
        return fact.low <= counted <= fact.high


class _Seen:
    """The lowest and the highest that the worlds show of each group."""

    def __init__(
        self, groups: Iterable[Group], values: Mapping[Name, int], worlds: Sequence[World]
    ) -> None:
        self._values, self._worlds = values, worlds
        self._touching: dict[Name, list[World]] = {}
        for world in worlds:
            for name in world:
                self._touching.setdefault(name, []).append(world)
        self._extremes = {group: self._extreme(group) for group in groups}

    def _extreme(self, group: Group) -> tuple[int, int]:
        changes = [_change(each, group) for name in group for each in self._touching.get(name, ())]
        return min(changes, default=0), max(changes, default=0)

    def safe(self, group: Group, threshold: int) -> bool:
        """Test if the group can be lower, and large enough."""
        fall, rise = self._extremes[group]
        return fall < 0 and sum(self._values[name] for name in group) + rise >= threshold


def _change(world: World, names: Iterable[Name]) -> int:
    return sum(world.get(name, 0) for name in names)


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
            for at, value in table.values.items():
                if policy.is_small(value, table.dimensions, at):
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
