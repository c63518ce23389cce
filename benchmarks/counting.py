"""What counting costs from facts to tables, each size in a process of its own."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import django

CHECKOUT = Path(__file__).parents[1]
SIZES = (1260, 100_000, 1_000_000)
PARTS = ("report 2020", "its second half", "one question", "facts frozen", "facts read again")
Size = dict[str, Any]


def measured(clients: int) -> Size:
    """Return the seconds of each part, and the most memory that the process ever held."""
    command = [sys.executable, "-m", "benchmarks.counting", str(clients)]
    with TemporaryDirectory(prefix="suoja-bench-") as home:
        told = {"SUOJA_HOME": home, "DJANGO_SETTINGS_MODULE": "suoja.settings"}
        found = subprocess.check_output(command, cwd=CHECKOUT, env={**os.environ, **told})
    result: Size = json.loads(found)
    return result


def markdown(sizes: list[Size]) -> str:
    """Return a table: a column per size, and how much more the largest costs than the smallest."""
    named = " | ".join(f"{size['clients']} clients" for size in sizes)
    head = [f"| facts to tables | {named} | ratio |", "| --- " + "| ---: " * (len(sizes) + 1) + "|"]
    return "\n".join([*head, *_rows(sizes)]) + "\n"


def _rows(sizes: list[Size]) -> Iterator[str]:
    for name in [*(f"{part}: seconds" for part in PARTS), "memory: MB"]:
        costs = [size[name] for size in sizes]
        told = " | ".join(map(str, costs))
        yield f"| {name} | {told} | {costs[-1] / max(costs[0], 0.001):.0f} |"


def costs(clients: int) -> Size:
    """Measure in this process."""
    caseload = import_module("benchmarks.made_up").caseload
    count = import_module("suoja.statistics.counting").count
    specs = import_module("suoja.statistics.contents").SPECS
    facts_of = import_module("suoja.statistics.facts").Facts.from_json
    spec_for = import_module("suoja.statistics.questions").spec_for
    period = import_module("suoja.core.calendar").Period.parse
    facts = caseload(clients)
    took: dict[str, float] = {}

    def clocked(part: str, work: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        result = work()
        took[f"{part}: seconds"] = round(time.perf_counter() - start, 3)
        return result

    clocked(PARTS[0], lambda: count(specs, facts, period("2020")))
    clocked(PARTS[1], lambda: count(specs, facts, period("2020-H2")))
    asked = spec_for("stock", ["form", "sex", "region"])
    clocked(PARTS[2], lambda: count([asked], facts, period("2018")))
    frozen = clocked(PARTS[3], facts.to_json)
    clocked(PARTS[4], lambda: facts_of(frozen))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"clients": clients, **took, "memory: MB": most}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(costs(int(sys.argv[1]))))
