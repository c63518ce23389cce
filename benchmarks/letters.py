"""Measure what visitors wait for on the public side, and write the results."""

import json
import os
import platform
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"
Figures = dict[str, Any]


def _arguments() -> Namespace:
    parser = ArgumentParser("python -m benchmarks.letters", description=__doc__)
    parser.add_argument("--letters", type=int, default=1_000, help="letters without a code")
    parser.add_argument("--codes", type=int, default=100, help="letters with a code")
    parser.add_argument("--pages", type=int, default=2_000, help="requests for a first page")
    parser.add_argument("--flood", type=int, default=5_000, help="letters from one address")
    parser.add_argument("--results", type=Path, default=RESULTS, help="folder to write to")
    return parser.parse_args()


def _measured(given: Namespace) -> Figures:
    # How a side is served and how a visitor asks, the tests know.
    paths = [str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")]
    sizes = [str(each) for each in (given.letters, given.codes, given.pages, given.flood)]
    command = [sys.executable, "-m", "benchmarks.letters_served", *sizes]
    with TemporaryDirectory(prefix="suoja-bench-") as home:
        told = {
            "PYTHONPATH": os.pathsep.join(filter(None, paths)),
            "DJANGO_SETTINGS_MODULE": "suoja.settings",
            "SUOJA_HOME": home,
        }
        found = subprocess.check_output(command, cwd=ROOT, env={**os.environ, **told})
    figures: Figures = json.loads(found)
    return figures


def markdown(figures: Figures, machine: str) -> str:
    """Return two tables: what is waited for, and how heavy a first page is."""
    head = [
        f"Measured with {machine}; two workers, as `suoja run` serves; whoever asks, asks from the",
        "same cores, 8 at once. A letter is sent and its answer seen; a code is typed back too.",
        "",
        "| | measured | goal |",
        "| --- | ---: | ---: |",
    ]
    return "\n".join([*head, *_speeds(figures), "", *_weights(figures["weights"])]) + "\n"


def _speeds(figures: Figures) -> Iterator[str]:
    yield f"| letters a second | {figures['letters_a_second']} | 60 |"
    yield f"| letters with a code a second | {figures['codes_a_second']} | 5 |"
    pages, least = figures["pages_a_second"], figures["least_pages_a_second"]
    yield f"| first pages a second | {pages} | |"
    yield f"| pages a second of the least Django template view | {least} | |"
    yield f"| of what Django can do at all | {pages / least:.0%} | |"
    alone, meanwhile = figures["alone_ms"], figures["meanwhile_ms"]
    number = figures["flood"]
    yield f"| a letter alone: median, ms | {alone} | |"
    yield f"| while {number} come from another address: median, ms | {meanwhile} | |"
    yield f"| longer by | {meanwhile / alone - 1:.0%} | 10% |"


def _weights(weights: dict[str, list[int]]) -> Iterator[str]:
    yield "| first page | HTML and CSS: bytes | with scripts: bytes | requests |"
    yield "| --- | ---: | ---: | ---: |"
    yield "| goal | 30000 | 60000 | 4 |"
    for language, (light, heavy, requests) in weights.items():
        yield f"| {language} | {light} | {heavy} | {requests} |"


def main() -> int:
    given = _arguments()
    figures = _measured(given)
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    given.results.mkdir(parents=True, exist_ok=True)
    (given.results / "letters.json").write_text(
        json.dumps({"machine": machine, **figures}, indent=2) + "\n"
    )
    text = markdown(figures, machine)
    (given.results / "letters.md").write_text(text)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
