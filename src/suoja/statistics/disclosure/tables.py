"""What goes in and what comes out."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

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
    cell is its table's own. `masked` cells are hidden whatever they hold (the zeros of a long
    list), `impossible` ones are known by everyone to be zero. `over` are dimensions, such as the
    years of a series, that only line up counts which are wanted in their own right.
    """

    id: str
    dimensions: tuple[str, ...]
    values: Mapping[Coordinates, int]
    names: Mapping[Coordinates, Name] = field(default_factory=dict)
    masked: frozenset[Coordinates] = frozenset()
    impossible: frozenset[Coordinates] = frozenset()
    counts_people: bool = True
    over: frozenset[str] = frozenset()

    def detail(self, coordinates: Coordinates) -> int:
        """Return by how many dimensions a cell is broken down: a total by none."""
        pairs = zip(self.dimensions, coordinates, strict=True)
        return sum(code not in self.over and category != TOTAL for code, category in pairs)

    def name(self, coordinates: Coordinates) -> Name:
        return self.names.get(coordinates, (self.id, coordinates))


@dataclass(frozen=True, slots=True)
class Relation:
    """Everyone knows that the parts add up to the total."""

    total: Name
    parts: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Protected:
    """The status of every cell, by table."""

    statuses: Mapping[str, Mapping[Coordinates, str]]


def relations(table: Table) -> Iterator[Relation]:
    """Yield what adds up in a table: along each dimension, all categories to their total."""
    for axis in range(len(table.dimensions)):
        parts: dict[Coordinates, list[Name]] = {}
        for coordinates in table.values:
            if coordinates[axis] != TOTAL:
                total = (*coordinates[:axis], TOTAL, *coordinates[axis + 1 :])
                parts.setdefault(total, []).append(table.name(coordinates))
        for total, names in parts.items():
            if total in table.values:
                yield Relation(table.name(total), tuple(names))
