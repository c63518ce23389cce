"""Make a caseload of each size in a folder that is thrown away, measure, and write the results."""

import json
import platform
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import annual_report, counting
from benchmarks.caseload import make_caseload, measure
from benchmarks.table import markdown

RESULTS = Path(__file__).parent / "results"


def _arguments() -> Namespace:
    parser = ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--clients", type=int, nargs=2, default=[1260, 100_000])
    parser.add_argument("--facts", type=int, nargs="+", default=counting.SIZES)
    parser.add_argument("--reports", type=int, nargs="+", default=annual_report.SIZES)
    parser.add_argument("--most-seconds", type=int, default=300, help="when a report is stopped")
    parser.add_argument("--results", type=Path, default=RESULTS, help="folder to write to")
    return parser.parse_args()


def _measured(clients: int) -> dict[str, object]:
    with TemporaryDirectory(prefix="suoja-bench-") as home:
        print(f"{clients} clients: making the caseload ...", flush=True)
        seconds = make_caseload(Path(home), clients)
        print(f"{clients} clients: made in {seconds:.0f} s; measuring ...", flush=True)
        return {"clients": clients, "made_seconds": round(seconds, 1), **measure(Path(home))}


def main() -> int:
    given = _arguments()
    sizes = [_measured(clients) for clients in given.clients]
    counted = [counting.measured(clients) for clients in given.facts]
    reports = [annual_report.measured(size, given.most_seconds) for size in given.reports]
    machine = f"Python {platform.python_version()}, {platform.machine()}"
    given.results.mkdir(parents=True, exist_ok=True)
    tables = [
        markdown(sizes, machine),
        counting.markdown(counted),
        annual_report.markdown(reports),
    ]
    text = "\n".join(tables)
    (given.results / "results.json").write_text(
        json.dumps(
            {"machine": machine, "sizes": sizes, "counting": counted, "reports": reports}, indent=2
        )
        + "\n"
    )
    (given.results / "results.md").write_text(text)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
