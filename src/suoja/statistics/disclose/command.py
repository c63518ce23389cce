"""`suoja disclose`: the only file here that the terminal meets."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from suoja.core.command import Command
from suoja.core.errors import Refused
from suoja.statistics.disclose.fault import Fault
from suoja.statistics.disclose.outcome import Exposed
from suoja.statistics.disclose.running import disclose

_HELP = """Protect the tables of a CSV file: hide each count of one to four persons, and whatever \
would give one away, and prove it. Example: suoja disclose year.toml -o year

  year.toml, a path counts from its folder:

    [data]
    file = "persons.csv"            # UTF-8, a row per person, or with a weight
    weight = "persons"              # the column that says how many; leave out for one

    [variables.period]
    levels = ["quarter", "half"]    # columns, the finest first

    [variables.nationality]
    levels = ["nationality", "region"]

    [[tables]]
    by = ["period", "nationality"]  # every level of both, and the total: the full cross

    [policy]
    threshold = 5                   # the smallest count that is shown

    [previous]
    files = ["h1/period-nationality.csv"]  # what was published before, as written here
    where = {half = "2021-H1"}      # what part of the data it is about, if its folder is gone
    revised = true                  # only if numbers of it were corrected since

  A table comes as CSV with a column per variable, value and status; a hidden value is empty.
  A label of two levels that counts the same people is one row; else the coarser one is written
  "label (column)". audit.json, intervals.json, report.txt and witnesses.json are for
  the inside only. Exit code 0 means that everything is proven."""


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("spec", type=Path, metavar="SPEC.toml", help="what is wanted of which data")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="the folder to write"
    )
    parser.add_argument(
        "--alternatives", action="store_true", help="try coarser tables; see report.txt"
    )


def _run(given: Namespace) -> int:
    try:
        disclose(given.spec, given.output, _telling(), coarser=given.alternatives)
    except Exposed as reason:
        print(f"suoja: {reason}", file=sys.stderr)
        return 1
    except (Fault, OSError) as reason:
        raise Refused(str(reason)) from reason
    return 0


def _telling() -> Callable[[str], None]:
    started = time.monotonic()

    def tell(sentence: str) -> None:
        print(f"{time.monotonic() - started:6.1f} s  {sentence}", file=sys.stderr, flush=True)

    return tell


COMMANDS = (Command("disclose", _HELP, _add_arguments, _run),)
