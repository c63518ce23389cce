"""The full cross of the small boats: beside a plain baseline, and in three releases.

The baseline is batched repair and nothing else: as many small cells a batch as it is told, one
search, no second one among the cells that were found hidden.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from benchmarks.disclosure_tables import Joint, Register, small_boats, table
from suoja.statistics.disclosure import (
    PUBLISHED,
    Fact,
    Protected,
    Table,
    Threshold,
    engine,
    protect,
    prove,
)

POLICY = Threshold(5)
# As a share of the small cells: all in one batch, or a few per cent a batch.
BATCHES = {"all at once": 1.0, "5 % a batch": 0.05, "2 % a batch": 0.02}
HALVES = ("2021-H1", "2021-H2")
Figures = dict[str, Any]
Protecting = Callable[[Joint], tuple[Figures, Protected]]


def full_cross(protecting: Protecting) -> Figures:
    """Protect it, and compare what is hidden with the best of the baselines."""
    register = small_boats()
    shown = table(register, register.codes)
    figures, _ = protecting(Joint([shown], []))
    plain = {words: _plain(shown, share) for words, share in BATCHES.items()}
    return {**figures, **plain, "ratio": round(figures["hidden"] / min(plain.values()), 3)}


def _plain(shown: Table, share: float) -> int:
    """Return how many cells the baseline hides. The engine is set in this process only."""
    before = engine.TWICE, engine.ALL_AT_ONCE
    cells = sum(value > 0 for value in shown.values.values())
    engine.TWICE, engine.ALL_AT_ONCE = 0, max(1, int(cells / share))
    try:
        return len(_hidden([shown], protect([shown], POLICY)))
    finally:
        engine.TWICE, engine.ALL_AT_ONCE = before


def releases() -> Figures:
    """Publish the halves of 2021 and the year in turns, and compare with all three at once."""
    start = time.perf_counter()
    year = _year(small_boats())
    tables = [*(_half(year, half) for half in HALVES), table(year, year.codes)]
    known: dict[object, int] = {}
    at_risk, last = 0, Figures()
    for each in tables:
        before = time.perf_counter()
        facts = [Fact.exactly(name, count) for name, count in known.items() if name in _names(each)]
        found = protect([each], POLICY, facts=facts)
        proof = prove([each], POLICY, found, facts=facts)
        at_risk += len(proof.at_risk) + len(proof.faults)
        known |= _published(each, found)
        last = {"appended": len(each.values), "append_seconds": time.perf_counter() - before}
    seconds = time.perf_counter() - start
    together = protect(tables, POLICY)
    planned = len(_hidden(tables, together))
    names = set().union(*(_names(each) for each in tables))
    return {
        "seconds": round(seconds, 2),
        "cells": len(names),
        "hidden": len(names - known.keys()),
        "at_risk": at_risk,
        "appended": last["appended"],
        "append_seconds": round(last["append_seconds"], 2),
        "planned together": planned,
        "ratio": round(len(names - known.keys()) / planned, 3),
    }


def _year(register: Register) -> Register:
    cells = {at: count for at, count in register.cells.items() if at[0].startswith("2021")}
    # The year is the total: nothing else is in these releases.
    time_ = {code: above for code, above in register.parents["quarter"].items() if above in HALVES}
    return Register(register.codes, cells, {**register.parents, "quarter": time_})


def _half(year: Register, half: str) -> Table:
    """Return the table of a half-year, whose total is that half of the year."""
    within = year.parents["quarter"]
    cells = {at: count for at, count in year.cells.items() if within[at[0]] == half}
    found = table(Register(year.codes, cells, {**year.parents, "quarter": {}}), year.codes)
    names = {
        at: found.names[at] | (frozenset() if _quarter(at) else {("quarter", half)})
        for at in found.values
    }
    return Table(half, found.dimensions, found.values, names, parents=found.parents)


def _quarter(at: Sequence[str]) -> bool:
    return at[0].startswith("2021-Q")


def _names(shown: Table) -> set[object]:
    return {shown.name(at) for at in shown.values}


def _published(shown: Table, found: Protected) -> dict[object, int]:
    statuses = found.statuses[shown.id]
    return {
        shown.name(at): value for at, value in shown.values.items() if statuses[at] == PUBLISHED
    }


def _hidden(tables: Iterable[Table], found: Protected) -> set[object]:
    return {
        each.name(at)
        for each in tables
        for at, status in found.statuses[each.id].items()
        if status != PUBLISHED
    }
