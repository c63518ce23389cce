"""Tables to protect: made-up registers of every size, and the public data beside the project."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import numpy as np

from suoja.statistics.disclosure import TOTAL, Relation, Table
from suoja.statistics.disclosure.tables import Name

SHARED = Path(__file__).parents[2] / "shared" / "data"
BOATS, REFERRALS = SHARED / "small_boat_nrm_2018_2021.csv", SHARED / "nrm_referrals_2022_q2.csv"
Parents = Mapping[str, Mapping[str, str]]
Cells = Mapping[tuple[str, ...], int]


@dataclass(frozen=True)
class Register:
    """How many people there are of each combination of the finest categories."""

    codes: tuple[str, ...]
    cells: Cells
    parents: Parents

    @property
    def people(self) -> int:
        return sum(self.cells.values())


def lineage(category: str, parents: Mapping[str, str]) -> Iterator[str]:
    """Yield the category and everything above it."""
    while category != TOTAL:
        yield category
        category = parents.get(category, TOTAL)
    yield TOTAL


def table(register: Register, codes: Sequence[str]) -> Table:
    """Cross these variables, with every level and margin; empty cells are zeros."""
    kept = [place for place, code in enumerate(register.codes) if code in codes]
    ways = [_ways(register, place) for place in kept]
    values: Counter[tuple[str, ...]] = Counter()
    for at, count in register.cells.items():
        for above in product(*(way[at[place]] for place, way in zip(kept, ways, strict=True))):
            values[above] += count
    every = [sorted({each for above in way.values() for each in above}) for way in ways]
    counts = {at: values.get(at, 0) for at in product(*every)}
    chosen = tuple(register.codes[place] for place in kept)
    names = {at: _name(chosen, at) for at in counts}
    over = {code: register.parents[code] for code in chosen if code in register.parents}
    return Table(" by ".join(chosen), chosen, counts, names, parents=over)


def _ways(register: Register, place: int) -> dict[str, tuple[str, ...]]:
    parents = register.parents.get(register.codes[place], {})
    found = sorted({at[place] for at in register.cells})
    return {category: tuple(lineage(category, parents)) for category in found}


def _name(codes: Sequence[str], at: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset((code, each) for code, each in zip(codes, at, strict=True) if each != TOTAL)


class Joint(NamedTuple):
    """Tables that are protected together, and how they add up from people whom no table shows."""

    tables: list[Table]
    links: list[Relation]


def joint(register: Register, *shown: Table) -> Joint:
    """Tie tables together by all combinations that none of their zeros rules out."""
    finest = list(_possible(register, shown))
    people = Table(
        "people",
        register.codes,
        {at: register.cells.get(at, 0) for at in finest},
        {at: _name(register.codes, at) for at in finest},
        visible=False,
        guarded=False,
    )
    links = (link for each in shown for link in _links(register, each, finest))
    return Joint([*shown, people], list(dict.fromkeys(links)))


def _possible(register: Register, shown: Sequence[Table]) -> Iterator[tuple[str, ...]]:
    every = [sorted({at[place] for at in register.cells}) for place in range(len(register.codes))]
    tables = [(each, _places(register, each)) for each in shown]
    for at in product(*every):
        if all(each.values[tuple(at[place] for place in places)] for each, places in tables):
            yield at


def _places(register: Register, shown: Table) -> list[int]:
    return [register.codes.index(code) for code in shown.dimensions]


def _links(
    register: Register, shown: Table, finest: Sequence[tuple[str, ...]]
) -> Iterator[Relation]:
    """Yield of what combinations each of the finest cells of a table is the sum."""
    places = _places(register, shown)
    parts: dict[tuple[str, ...], list[Name]] = {}
    for at in finest:
        cell = tuple(at[place] for place in places)
        parts.setdefault(cell, []).append(_name(register.codes, at))
    for cell, names in parts.items():
        yield Relation(shown.name(cell), tuple(names))


def margins(register: Register, ways: int) -> list[Table]:
    """Return every table of so many variables."""
    return [table(register, codes) for codes in combinations(register.codes, ways)]


SIZES = {
    1_000: {"nationality": 12, "sex": 2, "age": 3, "form": 4},
    10_000: {"period": 4, "nationality": 20, "sex": 2, "age": 4, "form": 3},
    100_000: {"period": 4, "nationality": 60, "sex": 2, "age": 5, "form": 11},
}
GROUPED = {"period": 2, "nationality": 5}


def made_up(cells: int, people: int) -> Register:
    """Draw a register whose full cross has about so many cells: few categories hold most people."""
    random = np.random.default_rng(cells + people)
    sizes = SIZES[cells]
    axes = [[f"{code} {number:02}" for number in range(size)] for code, size in sizes.items()]
    skewed = [1 / np.arange(1, size + 1) ** 1.2 for size in sizes.values()]
    weights = np.array([1.0])
    for each in skewed:
        weights = np.outer(weights, each).ravel()
    drawn = random.multinomial(people, weights / weights.sum())
    counts = dict(zip(product(*axes), map(int, drawn), strict=True))
    return Register(
        tuple(sizes), counts, {code: _groups(sizes, code) for code in sizes if code in GROUPED}
    )


def _groups(sizes: Mapping[str, int], code: str) -> dict[str, str]:
    each = -(-sizes[code] // GROUPED[code])
    return {f"{code} {n:02}": f"{code} group {n // each}" for n in range(sizes[code])}


def small_boats() -> Register:
    """Read who came to the United Kingdom by small boat and was referred, 2018 to 2021."""
    codes = ("quarter", "nationality", "sex", "age_group")
    with BOATS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    cells: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        cells[tuple(row[code] for code in codes)] += int(row["persons"])
    time = {row["quarter"]: row["half"] for row in rows} | {
        row["half"]: row["year"] for row in rows
    }
    return Register(
        codes,
        cells,
        {"quarter": time, "nationality": {r["nationality"]: r["region"] for r in rows}},
    )


def referrals() -> Register:
    """Read who was referred in the United Kingdom in the second quarter of 2022."""
    codes = (
        "First responder type",
        "Exploitation type",
        "Age at exploitation",
        "Gender",
        "Nationality",
    )
    with REFERRALS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    cells: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        at = tuple(row[code] for code in codes)
        if "Total" not in at and not row["First responder"].endswith("total"):
            cells[at] += int(float(row["People"]))
    return Register(codes, cells, {})


REAL: dict[str, Callable[[], Register]] = {"small boats": small_boats, "UK referrals": referrals}
