"""The whole of a run: read, protect, prove, report, write."""

import time
from pathlib import Path

from suoja.statistics.disclose.alternatives import alternatives
from suoja.statistics.disclose.coverage import Coverage, coverage
from suoja.statistics.disclose.data import read_data
from suoja.statistics.disclose.earlier import read_earlier
from suoja.statistics.disclose.figures import figures, grids
from suoja.statistics.disclose.folder import AUDIT, check_folder, write_folder
from suoja.statistics.disclose.outcome import Exposed, Outcome
from suoja.statistics.disclose.protecting import Tell, protect_data
from suoja.statistics.disclose.reading import read_spec
from suoja.statistics.disclose.report import hidden_share, report_txt
from suoja.statistics.disclose.writing import (
    INTERVALS,
    WITNESSES,
    audit_json,
    intervals_json,
    table_csv,
    witnesses_json,
)

REPORT = "report.txt"


def disclose(path: Path, target: Path, tell: Tell, *, coarser: bool = False) -> Outcome:
    """Write the protected tables of a spec, and try `coarser` ones if that is wanted.

    Raise Fault, and Exposed if nothing can be published.
    """
    started = time.monotonic()
    check_folder(target)
    spec = read_spec(path)
    tell(f"reading {spec.data}")
    data = read_data(spec)
    earlier = [read_earlier(each, spec) for each in spec.previous]
    tried = alternatives(spec, data, earlier, tell) if coarser else iter(())
    try:
        outcome = protect_data(spec, data, earlier, tell)
    except Exposed as reason:
        raise Exposed(reason.groups, [str(each) for each in tried]) from reason
    report = report_txt(outcome, list(tried))
    _write(target, outcome, report, time.monotonic() - started, coverage(spec, data))
    tell(f"{hidden_share(figures(outcome))} cells hidden, all proven: {target}")
    return outcome


def _write(target: Path, outcome: Outcome, report: str, seconds: float, covers: Coverage) -> None:
    write_folder(
        target,
        public={f"{grid.board.wanted.name}.csv": table_csv(grid) for grid in grids(outcome)},
        inside={
            AUDIT: audit_json(outcome, seconds, covers),
            INTERVALS: intervals_json(outcome),
            WITNESSES: witnesses_json(outcome),
            REPORT: report,
        },
    )
