"""A report in words: what was hidden, why, and what would hide less."""

from collections.abc import Iterable, Iterator

import numpy as np

from suoja.statistics.disclose.alternatives import Alternative
from suoja.statistics.disclose.figures import Figures, Grid, figures, grids
from suoja.statistics.disclose.outcome import Outcome
from suoja.statistics.disclose.words import counted
from suoja.statistics.disclose.writing import WITNESSES
from suoja.statistics.disclosure import TOTAL, intervals

NARROWEST = 10


def report_txt(outcome: Outcome, tried: Iterable[Alternative]) -> str:
    """Return the report, with the alternatives that were tried."""
    found = figures(outcome)
    sections = (
        _summary(outcome, found),
        *(_table(outcome, grid) for grid in grids(outcome)),
        _previous(outcome),
        _intervals(outcome),
        _alternatives(found, tried),
    )
    return "\n\n".join("\n".join(lines) for lines in map(list, sections) if lines) + "\n"


def hidden_share(found: Figures) -> str:
    """Return how much is hidden in words, "12 of 80 (15.0 %)"."""
    return _share(found.hidden, found.cells)


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} ({100 * part / max(whole, 1):.1f} %)"


def _summary(outcome: Outcome, found: Figures) -> Iterator[str]:
    most = outcome.spec.threshold - 1
    yield "INSIDE ONLY. Give out the tables (*.csv) and nothing else of this folder."
    yield ""
    yield f"Hidden cells: {hidden_share(found)}."
    yield f"Of 1 to {most} persons: {found.small:,}."
    yield f"Hidden because those could be worked out from them: {found.hidden - found.small:,}."
    yield (
        f"Proven of those that are small: {found.proven:,}, which is all. Other worlds agree with "
        f"everything published in which a cell counts more than {most}, and in which it counts "
        f"fewer than it does ({WITNESSES})."
    )


def _table(outcome: Outcome, grid: Grid) -> Iterator[str]:
    yield f"{grid.board.wanted.name}.csv: {_share(int(grid.hidden.sum()), grid.hidden.size)} hidden"
    for axis, position in enumerate(grid.board.positions):
        hierarchy = outcome.population.hierarchies[position]
        columns = np.array([row.column for row in hierarchy.rows])
        for level in dict.fromkeys(columns.tolist()):
            hidden = np.compress(columns == level, grid.hidden, axis)
            words = "all together" if level == TOTAL else f"by {level}"
            yield f"  {hierarchy.name}, {words}: {_share(int(hidden.sum()), hidden.size)}"


def _previous(outcome: Outcome) -> Iterator[str]:
    known = outcome.knowledge
    if not outcome.spec.previous:
        return
    yield f"Published before, in {counted(len(outcome.spec.previous), 'file')}:"
    yield f"  {counted(len(known.told), 'number')} above zero: known, and reckoned with."
    yield f"  {counted(len(known.hidden), 'hidden cell')} above zero: protected still where small."
    yield f"  {counted(known.revised, 'number')} revised since: facts of another count."
    yield f"  {counted(known.not_comparable, 'cell')} of categories that the data do not have."


def _intervals(outcome: Outcome) -> Iterator[str]:
    found = intervals([board.table for board in outcome.problem.boards], outcome.protected)
    if found:
        yield "The hidden cells that can be bounded best; the truth lies in what the worlds show:"
    widths = sorted(found.items(), key=lambda item: (item[1][1] - item[1][0], str(item[0])))
    for name, (low, high) in widths[:NARROWEST]:
        words = ", ".join(word for word in outcome.words(name) if word != TOTAL)
        yield f"  {low} to {high} at least: {words or TOTAL}"


def _alternatives(found: Figures, tried: Iterable[Alternative]) -> Iterator[str]:
    lines = [f"  {each}" for each in tried]
    if lines:
        yield f"Other ways to ask, compared with {hidden_share(found)} hidden:"
    yield from lines
