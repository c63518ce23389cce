"""The files of an outcome as text."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from suoja.statistics.disclose.coverage import COVERS, Coverage
from suoja.statistics.disclose.earlier import HIDDEN
from suoja.statistics.disclose.figures import Grid, figures
from suoja.statistics.disclose.folder import WRITTEN_BY
from suoja.statistics.disclose.outcome import Outcome
from suoja.statistics.disclose.spec import STATUS, VALUE
from suoja.statistics.disclosure import PUBLISHED, intervals

INTERVALS, WITNESSES = "intervals.json", "witnesses.json"
_ABOUT_INTERVALS = (
    "INSIDE ONLY: the lowest and the highest number that the stored worlds show of each hidden "
    "cell. All of that is possible for who knows the tables only; more may be."
)
_ABOUT_WITNESSES = (
    "INSIDE ONLY: whoever has this file and the tables has the hidden numbers. Each world is a set "
    "of changes [cell, persons more or fewer] that agrees with everything published; `cells` gives "
    "of each cell its categories and its true count."
)


def table_csv(grid: Grid) -> str:
    """Return a table as the public may see it: nothing tells why a cell is hidden."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*grid.board.wanted.by, VALUE, STATUS])
    writer.writerows(_rows(grid))
    return out.getvalue()


def _rows(grid: Grid) -> Iterator[list[object]]:
    cells = zip(grid.values.ravel().tolist(), grid.hidden.ravel().tolist(), strict=True)
    for rows, (value, hidden) in zip(grid.labels(), cells, strict=True):
        labels = [row.label for row in rows]
        yield [*labels, "", HIDDEN] if hidden else [*labels, value, PUBLISHED]


def audit_json(outcome: Outcome, seconds: float, coverage: Coverage) -> str:
    """Return the figures of a run; see docs/disclose.md for what each counts."""
    knowledge = outcome.knowledge
    audit = {
        "written_by": WRITTEN_BY,
        **asdict(figures(outcome)),
        "at_risk": len(outcome.proof.at_risk),
        "seconds": round(seconds, 2),
        "threshold": outcome.spec.threshold,
        # Each group of people once, however many rows it has.
        "groups": {
            "cells": outcome.cells,
            "small": len(outcome.small()),
            "hidden": len(outcome.hidden()),
            "proven": outcome.proof.proven,
        },
        "previous": {
            "files": [str(each.path) for each in outcome.spec.previous],
            "published": len(knowledge.told),
            "hidden": len(knowledge.hidden),
            "revised": knowledge.revised,
            "not_comparable": knowledge.not_comparable,
        },
        COVERS: coverage,
    }
    return json.dumps(audit, indent=2) + "\n"


def intervals_json(outcome: Outcome) -> str:
    """Return between which numbers each hidden cell can be for certain, as the worlds show."""
    found = intervals([board.table for board in outcome.problem.boards], outcome.protected)
    cells = [[*outcome.words(name), *interval] for name, interval in found.items()]
    columns = [*outcome.spec.names, "lowest", "highest"]
    return _json({"about": _ABOUT_INTERVALS, "columns": columns}, cells=cells)


def witnesses_json(outcome: Outcome) -> str:
    """Return the worlds that prove the outcome, in words that the tables have."""
    numbers: dict[object, int] = {}
    worlds = [
        [[numbers.setdefault(name, len(numbers)), round(by)] for name, by in world.items()]
        for world in outcome.protected.witnesses
    ]
    values = {
        table.name(coordinates): value
        for table in outcome.problem.tables
        for coordinates, value in table.values.items()
    }
    cells = [[*outcome.words(name), values.get(name)] for name in numbers]
    variables = list(outcome.spec.names)
    head = {"about": _ABOUT_WITNESSES, "threshold": outcome.spec.threshold, "variables": variables}
    return _json(head, cells=cells, worlds=worlds)


def _json(head: Mapping[str, object], **lists: Iterable[object]) -> str:
    """Return JSON with one cell and one world a line: compact, and still readable."""
    lines = [json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")]
    for key, items in lists.items():
        listed = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
        lines.append(f'"{key}": [\n{listed}\n]')
    return ",\n".join(lines) + "\n}\n"
