"""Invented persons who add up to published numbers; nothing else than those numbers goes in.

Their distribution is the one of maximum entropy on the published margins, by iterative proportional
fitting: what no table ties together is independent, and what is hidden is spread evenly over what
the margins leave for it. Anyone could do the same with the published tables alone.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, product
from math import prod

import numpy as np
from numpy.typing import NDArray

from suoja.statistics.choices import TOTAL, Status
from suoja.statistics.tables import Table

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]

# In the order of drawing: a variable may hang on one of those before it.
VARIABLES = (
    "form",
    "sex",
    "place",
    "home_country",
    "age_group",
    "region",
    "residence_status",
    "referrer",
)
MOST_CELLS = 200_000
ROUNDS = 300
ENOUGH = 0.1
WHOLE = 1e-3
PUBLIC = (Status.PUBLISHED, Status.HIDDEN)


@dataclass(frozen=True, slots=True)
class Invented:
    """A list of categories for each variable, one for each invented person."""

    columns: Mapping[str, Sequence[str]]

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))


@dataclass(frozen=True, slots=True)
class Group:
    """Variables that tables tie together, each but the first with the one it hangs on."""

    categories: Mapping[str, tuple[str, ...]]
    parents: Mapping[str, str]


def invent(tables: Sequence[Table], population: str, seed: str) -> Invented:
    """Return as many invented persons as were published; nobody if that number is hidden.

    The same public tables and the same seed give the same persons. Raise ValueError if a table
    tells why a cell is hidden: then it is not as the public sees it.
    """
    if any(cell.status not in PUBLIC for table in tables for cell in table.cells):
        raise ValueError("Invented persons are made of public tables only.")
    known = [each for each in tables if each.population == population]
    persons = how_many(known, population)
    chance = random.Random(seed)  # noqa: S311  (repeatable by everyone, it keeps no secret)
    columns: dict[str, list[str]] = {}
    for group in _groups(known) if persons else ():
        columns |= _drawn(group, _fitted(group, known, persons), persons, chance)
    return Invented(columns)


def how_many(tables: Sequence[Table], population: str) -> int:
    """Return how many persons were published; 0 if that is hidden, or no list counts them."""
    lists = [each for each in tables if each.population == population and _is_list(each)]
    return next((each.value() or 0 for each in lists), 0)


def _is_list(table: Table) -> bool:
    return len(table.dimensions) == 1 and bool(_of(table, VARIABLES))


def _of(table: Table, variables: Sequence[str]) -> tuple[str, ...]:
    """Return the dimensions of the table, if they are all among the variables."""
    return table.dimensions if set(table.dimensions) <= set(variables) else ()


def _groups(tables: Sequence[Table]) -> list[Group]:
    """Tie each variable to an earlier one with which a table tells enough of it."""
    groups: list[Group] = []
    for variable in VARIABLES:
        table = next((each for each in tables if each.dimensions == (variable,)), None)
        if table is not None:
            _place(groups, variable, _categories(table), tables)
    return groups


def _place(
    groups: list[Group], variable: str, categories: tuple[str, ...], tables: Sequence[Table]
) -> None:
    for place, group in enumerate(groups):
        cells = len(categories) * prod(map(len, group.categories.values()))
        parents = [each for each in group.categories if _tied(each, variable, tables)]
        if parents and cells <= MOST_CELLS:
            known = {**group.categories, variable: categories}
            groups[place] = Group(known, {**group.parents, variable: parents[0]})
            return
    groups.append(Group({variable: categories}, {}))


def _categories(table: Table) -> tuple[str, ...]:
    (dimension,) = table.dimensions
    codes = (cell.categories[dimension] for cell in table.cells)
    return tuple(code for code in codes if code != TOTAL)


def _tied(one: str, other: str, tables: Sequence[Table]) -> bool:
    """Test if a share of the persons stands in published cells of a table of the two."""
    return any(
        sum(cell.value or 0 for cell in each.cells if TOTAL not in cell.categories.values())
        >= ENOUGH * (each.value() or 0)
        for each in tables
        if set(each.dimensions) == {one, other}
    )


def _fitted(group: Group, tables: Sequence[Table], persons: int) -> Numbers:
    """Return how many persons are expected in each cell of the cross of the group."""
    variables = tuple(group.categories)
    sums = [each for table in tables if _of(table, variables) for each in _sums(table, group)]
    expected: Numbers = np.full([len(each) for each in group.categories.values()], 1.0)
    expected *= persons / expected.size
    for _round in range(ROUNDS):
        for places, wanted in sums:
            now = np.bincount(places.ravel(), expected.ravel(), len(wanted))
            factors = np.divide(wanted, now, out=np.zeros_like(wanted), where=now > 0)
            expected *= factors[places]
    return expected


def _sums(table: Table, group: Group) -> Iterator[tuple[Places, Numbers]]:
    """Yield the sums that a table publishes: its cells, and each of its margins.

    Each is a number for every cell of the cross, and what the cells of that number add up to; the
    hidden cells have one number together, because only their sum is known.
    """
    for over in ((), *((each,) for each in table.dimensions if len(table.dimensions) > 1)):
        kept = [each for each in table.dimensions if each not in over]
        values = {
            tuple(cell.categories[each] for each in kept): cell.value
            for cell in table.cells
            if all((cell.categories[each] == TOTAL) == (each in over) for each in table.dimensions)
        }
        yield _numbered(values, kept, group, table.value() or 0)


def _numbered(
    values: Mapping[tuple[str, ...], int | None], kept: Sequence[str], group: Group, total: int
) -> tuple[Places, Numbers]:
    published = {each: value for each, value in values.items() if value is not None}
    numbers = dict(zip(published, count(1), strict=False))
    wanted = [float(max(0, total - sum(published.values()))), *map(float, published.values())]
    flat = [numbers.get(each, 0) for each in product(*(group.categories[one] for one in kept))]
    # Laid out in the order of `kept`, then turned and spread over the variables of the group.
    block = np.array(flat, dtype=np.intp).reshape([len(group.categories[one]) for one in kept])
    order = [each for each in group.categories if each in kept]
    turned = block.transpose([list(kept).index(each) for each in order])
    shape = [len(codes) if each in kept else 1 for each, codes in group.categories.items()]
    whole = [len(codes) for codes in group.categories.values()]
    return np.broadcast_to(turned.reshape(shape), whole), np.array(wanted)


def _drawn(
    group: Group, expected: Numbers, persons: int, chance: random.Random
) -> dict[str, list[str]]:
    """Return a category of each variable for each person, variable by variable."""
    axes = {variable: axis for axis, variable in enumerate(group.categories)}
    columns: dict[str, list[str]] = {}
    for variable, categories in group.categories.items():
        parent = group.parents.get(variable)
        kept = {axes[variable], axes[parent]} if parent else {axes[variable]}
        weights = expected.sum(axis=tuple(set(axes.values()) - kept))
        if parent is None:
            columns[variable] = _shuffled(categories, _rounded(weights, persons), chance)
        else:
            rows = dict(zip(group.categories[parent], weights, strict=True))
            columns[variable] = _hanging(columns[parent], rows, categories, chance)
    return columns


def _hanging(
    parents: Sequence[str],
    rows: Mapping[str, Numbers],
    categories: Sequence[str],
    chance: random.Random,
) -> list[str]:
    """Return a category for each person, by that of the variable it hangs on."""
    sizes = [parents.count(parent) for parent in rows]
    shares = np.array([_shares(row, size) for row, size in zip(rows.values(), sizes, strict=True)])
    dealt = np.array([_rounded(row, size) for row, size in zip(shares, sizes, strict=True)])
    _settle(dealt, shares, _rounded(shares.sum(axis=0), len(parents)))
    waiting = {
        parent: iter(_shuffled(categories, row, chance))
        for parent, row in zip(rows, dealt, strict=True)
    }
    return [next(waiting[parent]) for parent in parents]


def _shares(weights: Numbers, persons: int) -> Numbers:
    """Return the weights so that they add up to so many persons."""
    total = weights.sum()
    shares: Numbers = persons * (
        weights / total if total else np.full_like(weights, 1 / weights.size)
    )
    return shares


def _rounded(weights: Numbers, persons: int) -> Places:
    """Return whole numbers of persons in proportion; the largest remainders are rounded up."""
    shares = _shares(weights, persons)
    dealt = np.floor(shares + WHOLE).astype(np.intp)
    largest = np.argsort(dealt - shares, kind="stable")
    dealt[largest[: persons - dealt.sum()]] += 1
    return dealt


def _settle(dealt: Places, shares: Numbers, wanted: Places) -> None:
    """Move persons within rows until the columns come out right too, where it fits best."""
    while (beyond := dealt.sum(axis=0) - wanted).any():
        much, little = int(beyond.argmax()), int(beyond.argmin())
        fits = (dealt[:, much] - shares[:, much]) + (shares[:, little] - dealt[:, little])
        fits[(dealt[:, much] == 0) | (shares[:, little] == 0)] = -np.inf
        row = int(fits.argmax())
        if np.isneginf(fits[row]):
            return
        dealt[row, much] -= 1
        dealt[row, little] += 1


def _shuffled(categories: Sequence[str], dealt: Places, chance: random.Random) -> list[str]:
    """Return each category so many times, in an order of chance."""
    column = [each for each, times in zip(categories, dealt, strict=True) for _ in range(times)]
    chance.shuffle(column)
    return column
