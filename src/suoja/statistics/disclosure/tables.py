"""What goes in and what comes out."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

TOTAL = "total"
PUBLISHED = "published"
PRIMARY = "primary"
SECONDARY = "secondary"

Coordinates = tuple[str, ...]
Name = Hashable


class Policy(Protocol):
    """Which counts of people are too small to show."""

    @property
    def threshold(self) -> int: ...

    def is_small(self, count: int, dimensions: Sequence[str], categories: Sequence[str]) -> bool:
        """Test if the count at these categories may not be shown."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """The plain policy: every count from one to below the threshold is small."""

    threshold: int = 5

    def is_small(self, count: int, dimensions: Sequence[str], categories: Sequence[str]) -> bool:  # noqa: ARG002
        return 0 < count < self.threshold


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by categories; a cell with the category `total` is the sum over that dimension.

    Cells of the same name count the same people, in whichever table they stand; without a name a
    cell is its table's own. `parents` lead from a category to the wider one that it is part of.
    `masked` cells are hidden whatever they hold (the zeros of a long list), `impossible` ones are
    known by everyone to be zero. `over` are dimensions, such as the years of a series, that only
    line up counts which are wanted in their own right.

    A table that is not `visible` is never published. `guarded`, its small cells are protected all
    the same, because people can work them out; unguarded, it only says which numbers can be true
    together. What was small by the `policy` under which a table was published stays so.
    """

    id: str
    dimensions: tuple[str, ...]
    values: Mapping[Coordinates, int]
    names: Mapping[Coordinates, Name] = field(default_factory=dict)
    masked: frozenset[Coordinates] = frozenset()
    impossible: frozenset[Coordinates] = frozenset()
    counts_people: bool = True
    over: frozenset[str] = frozenset()
    parents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    visible: bool = True
    guarded: bool = True
    policy: Policy | None = None

    def is_small(self, coordinates: Coordinates, policy: Policy) -> bool:
        """Test if this many people are too few to show: by the policy given or the table's own."""
        known = (self.dimensions, coordinates)
        policies = (policy, self.policy) if self.policy else (policy,)
        return any(each.is_small(self.values[coordinates], *known) for each in policies)

    def detail(self, coordinates: Coordinates) -> int:
        """Return by how many dimensions a cell is broken down: a total by none."""
        pairs = zip(self.dimensions, coordinates, strict=True)
        return sum(code not in self.over and category != TOTAL for code, category in pairs)

    def name(self, coordinates: Coordinates) -> Name:
        return self.names.get(coordinates, (self.id, coordinates))


class Relation(NamedTuple):
    """Everyone knows that the parts add up to the total; `axis` is the dimension they split."""

    total: Name
    parts: tuple[Name, ...]
    axis: str = ""


class Fact(NamedTuple):
    """Something published before: the weighted sum lies between `low` and `high`."""

    weights: tuple[tuple[Name, int], ...]
    low: int
    high: int

    @classmethod
    def exactly(cls, name: Name, value: int) -> "Fact":
        """Return the fact that a group counts so many."""
        return cls(((name, 1),), value, value)


class Together(NamedTuple):
    """Several groups as one, where only their sum is known."""

    names: frozenset[Name]


# How another world differs from the true one. It would give the truth away.
World = Mapping[Name, int]


class Unprotectable(Exception):  # noqa: N818  (it is the answer, not a fault)
    """What is known already gives these groups away: there is nothing left to hide."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = tuple(dict.fromkeys(names))
        super().__init__(f"{len(self.names)} small cells follow from what is known already.")


@dataclass(frozen=True, slots=True)
class Protected:
    """The status of every cell, by table, and the worlds that prove it."""

    statuses: Mapping[str, Mapping[Coordinates, str]]
    witnesses: tuple[World, ...]


def relations(table: Table) -> Iterator[Relation]:
    """Yield what adds up in a table: along each dimension, the categories to the wider one."""
    for axis, code in enumerate(table.dimensions):
        wider = table.parents.get(code, {})
        parts: dict[Coordinates, list[Name]] = {}
        for coordinates in table.values:
            if coordinates[axis] != TOTAL:
                above = wider.get(coordinates[axis], TOTAL)
                total = (*coordinates[:axis], above, *coordinates[axis + 1 :])
                parts.setdefault(total, []).append(table.name(coordinates))
        for total, names in parts.items():
            if total in table.values and names != [table.name(total)]:
                yield Relation(table.name(total), tuple(names), code)
