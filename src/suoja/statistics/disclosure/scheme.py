"""All tables as one: every group of people once, and every sum that ties them together."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from suoja.statistics.disclosure.tables import (
    Coordinates,
    Name,
    Policy,
    Relation,
    Table,
    relations,
)


@dataclass(frozen=True, slots=True)
class Scheme:
    """Groups by number; `sums` are pairs of a total and its parts."""

    names: tuple[Name, ...]
    index: Mapping[Name, int]
    values: tuple[int, ...]
    sums: tuple[tuple[int, tuple[int, ...]], ...]
    small: frozenset[int]
    masked: frozenset[int]
    fixed: frozenset[int]
    details: tuple[int, ...]

    @classmethod
    def of(
        cls,
        tables: Sequence[Table],
        policy: Policy,
        *,
        links: Sequence[Relation] = (),
        published: Collection[Name] = (),
    ) -> Self:
        """Put the tables together; raise ValueError if they contradict each other."""
        values = _values(tables)
        index = {name: number for number, name in enumerate(values)}
        fixed = {index[name] for name in published if name in index}
        small = {index[name] for name in _small(tables, policy)}
        masked = {index[t.name(c)] for t in tables for c in t.masked}
        impossible = {index[t.name(c)] for t in tables for c in t.impossible}
        return cls(
            names=tuple(values),
            index=index,
            values=tuple(values.values()),
            sums=tuple(_sums(tables, links, values, index)),
            small=frozenset(small - fixed),
            masked=frozenset(masked),
            fixed=frozenset(fixed | impossible),
            details=tuple(_details(tables, values)),
        )


def _values(tables: Sequence[Table]) -> dict[Name, int]:
    values: dict[Name, int] = {}
    for table in tables:
        for coordinates, value in table.values.items():
            name = table.name(coordinates)
            if values.setdefault(name, value) != value:
                raise ValueError(f"{name} is {values[name]} in one table, {value} in {table.id}.")
    return values


def _details(tables: Sequence[Table], values: Mapping[Name, int]) -> Iterator[int]:
    """Yield of each group by how many dimensions it is broken down where that is least."""
    least: dict[Name, int] = {}
    for table in tables:
        for coordinates in table.values:
            name, detail = table.name(coordinates), table.detail(coordinates)
            least[name] = min(detail, least.get(name, detail))
    return (least[name] for name in values)


def _small(tables: Sequence[Table], policy: Policy) -> Iterator[Name]:
    for table in tables:
        for coordinates, value in table.values.items():
            if table.counts_people and _is_small(table, coordinates, value, policy):
                yield table.name(coordinates)


def _is_small(table: Table, coordinates: Coordinates, value: int, policy: Policy) -> bool:
    return policy.is_small(value, table.dimensions, coordinates)


def _sums(
    tables: Sequence[Table],
    links: Sequence[Relation],
    values: Mapping[Name, int],
    index: Mapping[Name, int],
) -> Iterator[tuple[int, tuple[int, ...]]]:
    found = dict.fromkeys([*(each for table in tables for each in relations(table)), *links])
    for relation in found:
        if values[relation.total] != sum(values[part] for part in relation.parts):
            raise ValueError(f"The parts of {relation.total} do not add up to it.")
        yield index[relation.total], tuple(index[part] for part in relation.parts)
