"""The annual report end to end, from facts to files in three languages; a size in each process.

`python -m benchmarks.annual_report CLIENTS` prints what it costs as JSON.
"""

import json
import os
import resource
import subprocess
import sys
import time
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import django

CHECKOUT = Path(__file__).parents[1]
SIZES = (1260, 1_000_000)
LANGUAGES = ("en", "fi", "sv")
Size = dict[str, Any]


def measured(clients: int, most_seconds: int) -> Size:
    """Return the seconds of each part, and the most memory that the process ever held."""
    command = [sys.executable, "-m", "benchmarks.annual_report", str(clients)]
    with TemporaryDirectory(prefix="suoja-bench-") as home:
        told = {"SUOJA_HOME": home, "DJANGO_SETTINGS_MODULE": "suoja.settings"}
        try:
            found = subprocess.check_output(
                command, cwd=CHECKOUT, env={**os.environ, **told}, timeout=most_seconds
            )
        except subprocess.TimeoutExpired:
            return {"clients": clients, "note": f"not finished in {most_seconds} s"}
    result: Size = json.loads(found)
    return result


def markdown(sizes: list[Size]) -> str:
    """Return a table with a column per size."""
    named = " | ".join(f"{size['clients']} clients" for size in sizes)
    head = [f"| the report of 2020, end to end | {named} |", f"| --- {'| ---: ' * len(sizes)}|"]
    keys = dict.fromkeys(key for size in sizes for key in size if key != "clients")
    rows = (f"| {key} | {' | '.join(str(size.get(key, '')) for size in sizes)} |" for key in keys)
    return "\n".join([*head, *rows]) + "\n"


def costs(clients: int) -> Size:
    """Measure in this process: count, protect and prove, then print every format."""
    caseload = import_module("benchmarks.made_up").caseload
    period = import_module("suoja.core.calendar").Period.parse("2020")
    report = import_module("suoja.publication.rendering").Report
    build_proven = import_module("suoja.statistics.tables").build_proven
    facts = caseload(clients)
    start = time.perf_counter()
    built = build_proven(facts, period, "strict")
    proven = time.perf_counter()
    found = report.of_tables(built.tables, period=period, policy="strict", dated=date(2021, 2, 1))
    size = sum(_printed(found, language) for language in LANGUAGES)
    done = time.perf_counter()
    return {
        "clients": clients,
        "facts": sum(len(rows) for rows in vars(facts).values()),
        "counted, protected, proven: seconds": round(proven - start, 2),
        "all formats in three languages: seconds": round(done - proven, 2),
        "together: seconds": round(done - start, 2),
        "at risk": len(built.protection.proof.at_risk),
        "files: kB": size // 1024,
        "memory: MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _printed(report: Any, language: str) -> int:
    """Return the bytes of a report in every format; its open data has each table in each format."""
    formats = import_module("suoja.publication.choices").Format
    printed = import_module("suoja.publication.rendering").printed
    return sum(len(printed(report, each, language).content) for each in formats)


if __name__ == "__main__":
    django.setup()
    print(json.dumps(costs(int(sys.argv[1]))))
