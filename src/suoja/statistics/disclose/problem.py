"""All tables, and what is known already, as one scheme: what `disclosure` is asked to protect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np

from suoja.statistics.disclose.cells import (
    Board,
    board,
    combinations,
    covers,
    links,
    names,
    universe,
)
from suoja.statistics.disclose.hierarchy import WHOLE
from suoja.statistics.disclose.knowledge import Knowledge, Name
from suoja.statistics.disclose.pool import Pool
from suoja.statistics.disclose.population import Population
from suoja.statistics.disclose.remainders import remainders
from suoja.statistics.disclose.spec import Spec
from suoja.statistics.disclosure import Fact, Relation, Table

EARLIER = "(hidden earlier)"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is protected together: the wanted tables, those nobody sees, sums, and known facts."""

    population: Population
    boards: tuple[Board, ...]
    unseen: tuple[Table, ...]
    links: tuple[Relation, ...]
    facts: tuple[Fact, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        return (*(board.table for board in self.boards), *self.unseen)


def used_variables(spec: Spec, knowledge: Knowledge) -> tuple[int, ...]:
    """Return the variables of any table, wanted or earlier."""
    wanted = {position for table in spec.tables for position in spec.positions(table.by)}
    return tuple(sorted(wanted.union(*(known.positions for known in knowledge.impossible))))


def build(spec: Spec, population: Population, knowledge: Knowledge, pool: Pool) -> Problem:
    """Put the tables together, tied by all combinations where no table has all variables."""
    boards = tuple(board(spec, population, pool, wanted) for wanted in spec.tables)
    unseen: list[Table] = []
    sums: list[Relation] = []
    if not any(covers(each.positions, population, pool.used) for each in boards):
        unseen.append(universe(population, pool))
        sums.extend(links(population, pool, boards))
    terms = _Terms(population, knowledge, pool, boards)
    hidden = terms.hidden(spec.threshold)
    if hidden:
        unseen.append(_hidden_earlier(hidden))
        sums.extend(
            Relation(name, terms.parts(name)) for name in hidden if terms.parts(name) != (name,)
        )
    return Problem(population, boards, tuple(unseen), tuple(sums), tuple(terms.facts()))


class _Terms:
    """Says earlier cells in terms of today's."""

    def __init__(
        self, population: Population, knowledge: Knowledge, pool: Pool, boards: tuple[Board, ...]
    ) -> None:
        self._population, self._knowledge = population, knowledge
        self._pool, self._boards = pool, boards
        self._seen = {
            name: each.table.values[at] for each in boards for at, name in _named(each.table)
        }

    def facts(self) -> Iterator[Fact]:
        """Yield what was published earlier."""
        for name, count in self._knowledge.told.items():
            yield Fact(tuple((part, 1) for part in self.parts(name)), count, count)

    def hidden(self, threshold: int) -> dict[Name, int]:
        """Return the small groups that earlier tables hid or leave over, and today's have not."""
        left = remainders(self._knowledge, self._seen, threshold)
        cells = {**self._knowledge.hidden, **dict(left)}.items()
        return {
            name: count for name, count in cells if count < threshold and name not in self._seen
        }

    def parts(self, name: Name) -> tuple[Name, ...]:
        """Return the cells that add up to this one, by the coarsest that there are."""
        if name in self._seen:
            return (name,)
        members = [sets[number] for sets, number in zip(self._knowledge.sets, name, strict=True)]
        choices = [
            [number] if number < len(one.nodes) else [one.leaves[code] for code in sorted(held)]
            for one, number, held in zip(self._population.hierarchies, name, members, strict=True)
        ]
        variables = [position for position, number in enumerate(name) if number != WHOLE]
        if any(covers(each.positions, self._population, variables) for each in self._boards):
            return tuple(part for part in product(*choices) if part in self._seen)
        chosen = np.ones(len(self._pool.counts), dtype=np.bool_)
        for position, codes in zip(self._pool.used, self._pool.codes, strict=True):
            chosen &= np.isin(codes, list(members[position]))
        return tuple(self._combinations[row] for row in np.flatnonzero(chosen).tolist())

    @cached_property
    def _combinations(self) -> list[Name]:
        nodes = combinations(self._population, self._pool)
        return names(self._population, self._pool.used, nodes)


def _named(table: Table) -> Iterator[tuple[tuple[str, ...], Name]]:
    """Yield the cells of a table by what this room calls them."""
    for at, name in table.names.items():
        if isinstance(name, tuple):
            yield at, name


def _hidden_earlier(hidden: Mapping[Name, int]) -> Table:
    """Return a table that nobody sees of cells that are protected all the same."""
    names: dict[tuple[str, ...], Name] = {
        (str(number),): name for number, name in enumerate(hidden)
    }
    values = {place: hidden[name] for place, name in names.items()}
    return Table(EARLIER, ("cell",), values, names=names, visible=False)
