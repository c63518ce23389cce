"""Compare each figure with what Suoja counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.statistics.check.figures import REPORTS, Figure, figures_for
from suoja.statistics.check.scope import contradiction, why_not_compared
from suoja.statistics.check.search import found_in
from suoja.statistics.check.special import special
from suoja.statistics.facts import Facts
from suoja.statistics.tables import Table, count

THRESHOLD = 5
Find = Callable[[Figure, Period], int | None]


class Verdict(StrEnum):
    EQUAL = "equal"
    EXPLAINED = "explained"
    DIFFERENT = "different"
    OUT_OF_SCOPE = "out of scope"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure, what was found for it, and how they compare."""

    figure: Figure
    found: int | None
    verdict: Verdict
    item: int | None = None
    reason: str = ""

    def __str__(self) -> str:
        item = f" (item {self.item})" if self.item else ""
        told = f": {self.reason}" if self.reason else ""
        found = "nothing" if self.found is None else self.found
        numbers = f"printed {self.figure.printed}, produced {found}"
        return f"{self.verdict}{item}: {self.figure}, {numbers}{told}"


def check(facts: Facts, period: Period) -> tuple[Comparison, ...]:
    """Compare the facts with the report on a period; refuse a period without a printed report."""
    if str(period) not in REPORTS:
        raise Refused(f"No printed report of {period} is on record: ask for {', '.join(REPORTS)}.")

    @cache
    def tables(own: Period) -> tuple[Table, ...]:
        return count(facts, own)

    def find(figure: Figure, own: Period) -> int | None:
        how = special(figure)
        return how(figure, facts, own, tables(own)) if how else found_in(tables(own), figure)

    return tuple(_compared(figure, find) for figure in figures_for(str(period)))


def _compared(figure: Figure, find: Find) -> Comparison:
    reason = why_not_compared(figure)
    if reason is not None or figure.period is None:
        return Comparison(figure, None, Verdict.OUT_OF_SCOPE, reason=reason or "")
    found = find(figure, figure.period)
    known = contradiction(figure)
    if found is None or not agrees(figure, found - (known.shift if known else 0)):
        return Comparison(figure, found, Verdict.DIFFERENT)
    if known:
        return Comparison(figure, found, Verdict.EXPLAINED, known.item, known.says)
    return Comparison(figure, found, Verdict.EQUAL)


def agrees(figure: Figure, found: int) -> bool:
    """Test if the number found is what the figure says, in the way in which it says it."""
    return AGREEMENTS[figure.kind](figure, found)


def _count(figure: Figure, found: int) -> bool:
    if "approximate" in figure.flags:
        return _rounded(found, figure.printed) == figure.number
    return found == figure.number


def _rounded(found: int, printed: str) -> int:
    """Round to as many zeros as the printed number ends with: about 1,800 is 1,750 to 1,849."""
    unit = int("1" + "0" * (len(printed) - len(printed.rstrip("0"))))
    return (found + unit // 2) // unit * unit


def _at_most(figure: Figure, found: int) -> bool:
    return found < figure.number if "strict" in figure.flags else found <= figure.number


AGREEMENTS: Mapping[str, Callable[[Figure, int], bool]] = {
    "count": _count,
    "fewer_than_5": lambda _, found: 0 < found < THRESHOLD,
    "lower_bound": lambda figure, found: found >= figure.number,
    "upper_bound": _at_most,
}
