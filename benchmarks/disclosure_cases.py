"""What is measured of disclosure control: each case prints its figures as JSON.

`python -m benchmarks.disclosure_cases NAME` runs one, in a process that may be stopped; without a
name it lists them.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import chdir
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import disclosure_boats, disclosure_peer
from benchmarks.disclosure_tables import (
    REAL,
    SIZES,
    Joint,
    Register,
    joint,
    made_up,
    margins,
    table,
)
from made_up.attacks_by_hand import narrowed, subtracted
from made_up.attacks_program import bounded
from made_up.attacks_system import system
from made_up.attacks_view import published, small_aggregates, truth, view
from suoja.statistics.disclosure import PUBLISHED, Fact, Protected, Table, Threshold, protect, prove

POLICY = Threshold(5)
PEOPLE = (1_000, 100_000, 1_000_000)
LINKED = ((10_000, 1_000), (100_000, 100_000))
Figures = dict[str, Any]


def protected(what: Joint, facts: Sequence[Fact] = ()) -> tuple[Figures, Protected]:
    """Protect and prove tables, and measure both."""
    start = time.perf_counter()
    result = protect(what.tables, POLICY, links=what.links, facts=facts)
    done = time.perf_counter()
    proof = prove(what.tables, POLICY, result, links=what.links, facts=facts)
    shown = [each for each in what.tables if each.visible]
    cells = {each.name(at): at_value(each, result, at) for each in shown for at in each.values}
    figures = {
        "seconds": round(done - start, 2),
        "proof_seconds": round(time.perf_counter() - done, 2),
        "cells": len(cells),
        "small": sum(0 < value < POLICY.threshold for value, _ in cells.values()),
        "hidden": sum(hidden for _, hidden in cells.values()),
        "aggregates": proof.aggregates,
        "at_risk": len(proof.at_risk) + len(proof.faults),
    }
    return figures, result


def at_value(shown: Table, result: Protected, at: tuple[str, ...]) -> tuple[int, bool]:
    return shown.values[at], result.statuses[shown.id][at] != PUBLISHED


def one_table(cells: int, people: int) -> Figures:
    """Protect the full cross of a made-up register."""
    register = made_up(cells, people)
    return protected(Joint([table(register, register.codes)], []))[0]


def linked(cells: int, people: int) -> Figures:
    """Protect all three-way margins of a made-up register at once."""
    register = made_up(cells, people)
    return protected(joint(register, *margins(register, 3)))[0]


def real(name: str, ways: int) -> Figures:
    """Protect the margins of public data; those by three variables have those by two."""
    register = REAL[name]()
    return protected(joint(register, *margins(register, ways)))[0]


def ledger() -> Figures:
    """Append some 3,000 cells to a ledger of half as many, of another cross."""
    register = made_up(10_000, 1_000)
    first = table(register, ["nationality", "sex", "age", "form"])
    second = table(register, ["period", "nationality", "sex", "age"])
    before = joint(register, first)
    known = published([first], protect(before.tables, POLICY, links=before.links))
    facts = [Fact.exactly(name, value) for name, value in known.items()]
    figures = protected(joint(register, first, second), facts)[0]
    return {**figures, "appended": len(second.values)}


def side_by_side(name: str, method: str) -> Figures:
    """Attack one table as pytauargus publishes it, and as Suoja does."""
    register = PEERED[name]()
    shown = table(register, register.codes)
    # It leaves files where it runs.
    with TemporaryDirectory(prefix="suoja-bench-") as folder, chdir(folder):
        start = time.perf_counter()
        known = disclosure_peer.published(register, shown, method, Path(folder))
        seconds = time.perf_counter() - start
    figures, result = protected(Joint([shown], []))
    return {
        "suoja": {**figures, **attacked(shown, published([shown], result))},
        "pytauargus": {
            "seconds": round(seconds, 2),
            "hidden": len(shown.values) - len(known),
            **attacked(shown, known),
        },
    }


def attacked(shown: Table, known: dict[object, int]) -> Figures:
    """Return how many small aggregates each attack works out."""
    seen, values = view([shown], known), truth([shown])
    small = small_aggregates([shown], seen, values)
    return {
        "subtracted": len(subtracted(seen, small)),
        "narrowed": len(narrowed(seen, small, values)),
        "bounded": len(bounded(system(seen), small, values)),
    }


def _boats(*codes: str) -> Register:
    """Add the small boats up over all other variables."""
    whole = REAL["small boats"]()
    places = [whole.codes.index(code) for code in codes]
    cells: dict[tuple[str, ...], int] = {}
    for at, count in whole.cells.items():
        kept = tuple(at[place] for place in places)
        cells[kept] = cells.get(kept, 0) + count
    return Register(
        codes, cells, {code: whole.parents[code] for code in codes if code in whole.parents}
    )


PEERED: dict[str, Callable[[], Register]] = {
    "boats: nationality x sex": partial(_boats, "nationality", "sex"),
    "boats: nationality x age": partial(_boats, "nationality", "age_group"),
    "boats: nationality x sex x age": partial(_boats, "nationality", "sex", "age_group"),
    "made up: 1,020 cells, 1,000 persons": partial(made_up, 1_000, 1_000),
}
CASES: dict[str, Callable[[], Figures]] = {
    **{
        f"one table: {cells:,} cells, {people:,} persons": partial(one_table, cells, people)
        for cells in SIZES
        for people in PEOPLE
    },
    **{
        f"linked tables, {cells:,} combinations, {people:,} persons": partial(linked, cells, people)
        for cells, people in LINKED
    },
    "small boats: full cross": partial(disclosure_boats.full_cross, protected),
    "small boats: three releases in a ledger": disclosure_boats.releases,
    "ledger: another cross": ledger,
    **{
        f"{name}: {ways}-way margins": partial(real, name, ways) for name in REAL for ways in (2, 3)
    },
    **{
        f"beside pytauargus ({method}), {name}": partial(side_by_side, name, method)
        for name in PEERED
        for method in disclosure_peer.METHODS
    },
}


def main() -> int:
    if len(sys.argv) == 1:
        print("\n".join(CASES))
    else:
        print(json.dumps(CASES[sys.argv[1]]()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
