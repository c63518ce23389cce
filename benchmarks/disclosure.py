"""Measure disclosure control case by case, each in a process of its own, and write the results."""

import json
import os
import platform
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.disclosure_tables import SHARED

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"
Figures = dict[str, Any]
COLUMNS = (
    "seconds",
    "proof_seconds",
    "cells",
    "small",
    "hidden",
    "aggregates",
    "at_risk",
    "append_seconds",
    "ratio",
)
ATTACKS = ("seconds", "hidden", "subtracted", "narrowed", "bounded")


def _arguments() -> Namespace:
    parser = ArgumentParser("python -m benchmarks.disclosure", description=__doc__)
    parser.add_argument("--most-seconds", type=int, default=300, help="when a case is stopped")
    parser.add_argument("--only", default="", help="cases with these words in their names")
    parser.add_argument("--results", type=Path, default=RESULTS, help="folder to write to")
    return parser.parse_args()


def _environment() -> dict[str, str]:
    # The attackers that judge the result are those of the tests.
    paths = [str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _why_not(case: str) -> str | None:
    """Return why a case cannot be measured here, or None."""
    if "pytauargus" in case and find_spec("pytauargus") is None:
        return "left out: pytauargus is not installed"
    if ("boats" in case or "UK" in case) and not SHARED.is_dir():
        return "left out: the public data is not in ../shared/data"
    return None


def _measured(case: str, most_seconds: int) -> Figures:
    reason = _why_not(case)
    if reason:
        return {"note": reason}
    command = [sys.executable, "-m", "benchmarks.disclosure_cases", case]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=_environment(),
            timeout=most_seconds,
            check=False,
            capture_output=True,
            text=True,
        )
    except subprocess.TimeoutExpired:
        return {"note": f"not finished in {most_seconds} s"}
    if done.returncode:
        return {"note": f"failed: {(done.stderr.strip().splitlines() or ['no message'])[-1]}"}
    figures: Figures = json.loads(done.stdout)
    return figures


def _names(words: str) -> list[str]:
    command = [sys.executable, "-m", "benchmarks.disclosure_cases"]
    listed = subprocess.run(
        command, cwd=ROOT, env=_environment(), check=True, stdout=subprocess.PIPE, text=True
    )
    return [name for name in listed.stdout.splitlines() if words in name]


def _earlier(path: Path) -> dict[str, Figures]:
    """Return the cases measured before, which a run of some of them leaves as they are."""
    if not path.exists():
        return {}
    cases: dict[str, Figures] = json.loads(path.read_text())["cases"]
    return cases


def markdown(cases: dict[str, Figures], machine: str) -> str:
    """Return two tables: what protecting costs, and what attackers find beside pytauargus."""
    alone = {name: each for name, each in cases.items() if "beside" not in name}
    beside = {name: each for name, each in cases.items() if "beside" in name}
    peers = {
        f"{name}: {who}": figures
        for name, each in beside.items()
        for who, figures in (each.items() if "note" not in each else [("", each)])
    }
    head = f"Measured with {machine}, each case once in a process of its own.\n"
    legend = (
        "`hidden` counts small cells and those hidden with them; `at_risk` what is not proven.\n"
        "`ratio` is what is hidden, to the best of a plain batched baseline (full cross), or to\n"
        "what is hidden when all releases are protected at once (three releases).\n"
        "`append_seconds` is the last release alone.\n"
        "`subtracted`, `narrowed` and `bounded` are the small numbers that the tests' attackers\n"
        "work out by subtraction, by bounds, and by linear and integer programs.\n"
    )
    return "\n".join([head, _table(alone, COLUMNS), legend, _table(peers, ATTACKS)])


def _table(rows: dict[str, Figures], columns: tuple[str, ...]) -> str:
    lines = [f"| | {' | '.join(columns)} |", f"| --- |{' ---: |' * len(columns)}"]
    for name, figures in rows.items():
        told = [str(figures.get(each, "")) for each in columns]
        told[0] = str(figures.get("note", told[0]))
        lines.append(f"| {name.strip(': ')} | {' | '.join(told)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    given = _arguments()
    cases = _earlier(given.results / "disclosure.json") if given.only else {}
    for name in _names(given.only):
        print(f"{name} ...", flush=True)
        cases[name] = _measured(name, given.most_seconds)
        print(f"  {json.dumps(cases[name])}", flush=True)
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    given.results.mkdir(parents=True, exist_ok=True)
    (given.results / "disclosure.json").write_text(
        json.dumps({"machine": machine, "cases": cases}, indent=2) + "\n"
    )
    (given.results / "disclosure.md").write_text(markdown(cases, machine))
    return 0


if __name__ == "__main__":
    sys.exit(main())
