"""All tables as one: every group of people once, and every sum that ties them together."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from suoja.statistics.disclosure.tables import (
    Coordinates,
    Fact,
    Name,
    Policy,
    Relation,
    Table,
    Together,
    relations,
)

Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]
Worth = Callable[[Table, Coordinates], float]


def plain_worth(table: Table, coordinates: Coordinates) -> float:
    """Return what it costs to hide a cell: a large one tells more."""
    return 1 + log1p(table.values[coordinates])


class Sum(NamedTuple):
    """A total and its parts, along the dimension that they split."""

    total: int
    parts: tuple[int, ...]
    axis: str


class Row(NamedTuple):
    """A weighted sum of changes that must stay between these bounds."""

    cells: tuple[int, ...]
    weights: tuple[int, ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scheme:
    """Groups by number. `small` ones need other worlds; `fixed` ones never change in any.

    `unseen` groups are not published whatever happens: they are small, masked, or of a table that
    is not visible. `settled` sums were given away before, and need no other worlds.
    """

    names: tuple[Name, ...]
    index: Mapping[Name, int]
    values: Whole
    worth: NDArray[np.float64]
    small: Flags
    unseen: Flags
    fixed: Flags
    guarded: Flags
    sums: tuple[Sum, ...]
    facts: tuple[Row, ...]
    settled: frozenset[frozenset[int]]

    @classmethod
    def of(
        cls,
        tables: Sequence[Table],
        policy: Policy,
        *,
        links: Iterable[Relation] = (),
        facts: Iterable[Fact] = (),
        known: Collection[Name] = (),
        worth: Worth = plain_worth,
    ) -> Self:
        """Put the tables together; raise ValueError if they contradict each other or the facts.

        `known` groups were given away before: they stay hidden, and need no other worlds.
        """
        values = values_of(tables)
        index = {name: number for number, name in enumerate(values)}
        rows = [_row(fact, index, values) for fact in facts]
        single = (row for row in rows if len(row.cells) == 1 and row.low == row.high)
        flags = _Flags(index)
        fixed = flags.of(_impossible(tables))
        fixed[[row.cells[0] for row in single]] = True
        few = flags.of(small_cells(tables, policy)) & ~fixed
        small = few & ~flags.of(known)
        shown = flags.of(_named(tables, lambda table: table.visible))
        masked = flags.of(table.name(at) for table in tables for at in table.masked)
        return cls(
            names=tuple(values),
            index=index,
            values=np.fromiter(values.values(), np.int64, len(values)),
            worth=_worth(tables, index, worth),
            small=small,
            unseen=few | masked | ~shown,
            fixed=fixed,
            guarded=flags.of(_named(tables, lambda table: table.guarded)),
            sums=tuple(_sums(tables, links, values, index)),
            facts=tuple(rows),
            settled=frozenset(_together(known, index)),
        )


@dataclass(frozen=True, slots=True)
class _Flags:
    numbers: Mapping[Name, int]

    def of(self, names: Iterable[Name]) -> Flags:
        flags = np.zeros(len(self.numbers), np.bool_)
        flags[[self.numbers[name] for name in names if name in self.numbers]] = True
        return flags


def values_of(tables: Iterable[Table]) -> dict[Name, int]:
    """Return the number of each group; raise ValueError if two tables differ on it."""
    values: dict[Name, int] = {}
    for table in tables:
        for coordinates, value in table.values.items():
            name = table.name(coordinates)
            if values.setdefault(name, value) != value:
                raise ValueError(f"{name} is {values[name]} in one table, {value} in {table.id}.")
    return values


def small_cells(tables: Iterable[Table], policy: Policy) -> Iterator[Name]:
    """Yield the groups too small to show."""
    for table in tables:
        if table.counts_people and table.guarded:
            for at, value in table.values.items():
                if 0 < value < policy.threshold and table.is_small(at, policy):
                    yield table.name(at)


def _named(tables: Iterable[Table], chosen: Callable[[Table], bool]) -> Iterator[Name]:
    return (table.name(at) for table in tables if chosen(table) for at in table.values)


def _impossible(tables: Iterable[Table]) -> Iterator[Name]:
    return (table.name(at) for table in tables for at in table.impossible)


def _worth(tables: Iterable[Table], index: Mapping[Name, int], worth: Worth) -> NDArray[np.float64]:
    """Return the worth of each group where it is highest."""
    found = np.zeros(len(index))
    for table in tables:
        if table.visible:
            for coordinates in table.values:
                cell = index[table.name(coordinates)]
                found[cell] = max(found[cell], worth(table, coordinates))
    return found


def _together(known: Iterable[Name], index: Mapping[Name, int]) -> Iterator[frozenset[int]]:
    for each in known:
        if isinstance(each, Together) and each.names <= index.keys():
            yield frozenset(index[name] for name in each.names)


def _row(fact: Fact, index: Mapping[Name, int], values: Mapping[Name, int]) -> Row:
    now = sum(weight * values[name] for name, weight in fact.weights)
    if not fact.low <= now <= fact.high:
        raise ValueError(f"{fact} was published, but today it counts {now}.")
    cells, weights = zip(*((index[name], weight) for name, weight in fact.weights), strict=True)
    return Row(cells, weights, fact.low - now, fact.high - now)


def _sums(
    tables: Iterable[Table],
    links: Iterable[Relation],
    values: Mapping[Name, int],
    index: Mapping[Name, int],
) -> Iterator[Sum]:
    found = dict.fromkeys([*(each for table in tables for each in relations(table)), *links])
    for relation in found:
        if values[relation.total] != sum(values[part] for part in relation.parts):
            raise ValueError(f"The parts of {relation.total} do not add up to it.")
        parts = tuple(index[part] for part in relation.parts)
        yield Sum(index[relation.total], parts, relation.axis)
