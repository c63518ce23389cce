"""The cells of tables, with a name each that says which people they count."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from suoja.statistics.disclose.hierarchy import WHOLE, Hierarchy
from suoja.statistics.disclose.knowledge import Name
from suoja.statistics.disclose.pool import Pool
from suoja.statistics.disclose.population import Population, Whole
from suoja.statistics.disclose.spec import Spec, Wanted
from suoja.statistics.disclosure import Relation, Table

# No wanted table can be called so: the name of a file begins with a letter or digit.
EVERYTHING = "(all combinations)"
Coordinates = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A wanted table: the count at each combination of nodes, and its cells for `disclosure`.

    The table leaves out the cells that are zero in every world: they are published as 0.
    """

    wanted: Wanted
    positions: tuple[int, ...]
    values: Whole
    table: Table


def board(spec: Spec, population: Population, pool: Pool, wanted: Wanted) -> Board:
    """Return a wanted table with all nodes of its variables."""
    positions = spec.positions(wanted.by)
    values = population.sums(population.margin(positions), positions)
    finest = pool.touched(positions, population.shape(positions))
    touched = population.sums(finest.astype(np.int64), positions) > 0
    nodes = np.argwhere(touched)
    coordinates = _coordinates(population, positions, nodes)
    chosen = [population.hierarchies[position] for position in positions]
    table = Table(
        wanted.name,
        wanted.by,
        dict(zip(coordinates, values[touched].tolist(), strict=True)),
        names=dict(zip(coordinates, names(population, positions, nodes), strict=True)),
        parents={hierarchy.name: _parents(hierarchy) for hierarchy in chosen},
    )
    return Board(wanted, positions, values, table)


def universe(population: Population, pool: Pool) -> Table:
    """Return all combinations as a table that nobody sees: what all others are sums of."""
    nodes = combinations(population, pool)
    coordinates = _coordinates(population, pool.used, nodes)
    return Table(
        EVERYTHING,
        tuple(population.hierarchies[position].name for position in pool.used),
        dict(zip(coordinates, pool.counts.tolist(), strict=True)),
        names=dict(zip(coordinates, names(population, pool.used, nodes), strict=True)),
        visible=False,
        guarded=False,
    )


def combinations(population: Population, pool: Pool) -> Whole:
    """Return the nodes of every combination, a row each."""
    leaves = [np.array(population.hierarchies[position].leaves) for position in pool.used]
    return np.column_stack([each[codes] for each, codes in zip(leaves, pool.codes, strict=True)])


def names(population: Population, positions: Sequence[int], nodes: Whole) -> list[Name]:
    """Return the name of each row of nodes: the node of every variable of the spec."""
    every = np.full((len(nodes), len(population.hierarchies)), WHOLE, dtype=np.int64)
    every[:, list(positions)] = nodes
    return [tuple(row) for row in every.tolist()]


def links(population: Population, pool: Pool, boards: Sequence[Board]) -> list[Relation]:
    """Return how the finest cells of each table add up from combinations of all variables."""
    found: dict[Relation, None] = {}
    parts = names(population, pool.used, combinations(population, pool))
    for each in boards:
        if not any(set(each.positions) < set(other.positions) for other in boards):
            found.update(dict.fromkeys(_links(population, pool, each.positions, parts)))
    return list(found)


def _links(
    population: Population, pool: Pool, positions: Sequence[int], parts: Sequence[Name]
) -> list[Relation]:
    shape = population.shape(positions)
    flat = np.ravel_multi_index(pool.chosen(positions), shape)
    order = np.argsort(flat, kind="stable")
    margins, starts = np.unique(flat[order], return_index=True)
    leaves = [np.array(population.hierarchies[position].leaves) for position in positions]
    codes = np.unravel_index(margins, shape)
    nodes = np.column_stack([each[code] for each, code in zip(leaves, codes, strict=True)])
    groups = np.split(order, starts[1:])
    return [
        Relation(total, tuple(parts[row] for row in rows.tolist()))
        for total, rows in zip(names(population, positions, nodes), groups, strict=True)
    ]


def _coordinates(
    population: Population, positions: Sequence[int], nodes: Whole
) -> list[Coordinates]:
    columns = [
        np.array(population.hierarchies[position].categories, dtype=object)[nodes[:, axis]].tolist()
        for axis, position in enumerate(positions)
    ]
    return list(zip(*columns, strict=True))


def _parents(hierarchy: Hierarchy) -> dict[str, str]:
    words = hierarchy.categories
    pairs = hierarchy.parents.items()
    return {words[node]: words[parent] for node, parent in pairs if parent != WHOLE}


def covers(positions: Sequence[int], population: Population, variables: Sequence[int]) -> bool:
    """Test if a table has all the variables by which anybody can be told apart."""
    return all(p in positions for p in variables if population.sizes[p] > 1)
