"""Say in words by which figures a number follows."""

from collections.abc import Iterable

from suoja.statistics.exposure.program import TOLERANCE, Extreme, Reason
from suoja.statistics.exposure.statements import Statement

ASSUMPTIONS = " (taken for granted: {})"


def in_words(extreme: Extreme, of: str = "") -> str:
    """Return the calculation: "10 (...) - 6 (...) = 4".

    What the figures share with the group `of` which they are asked, time and population, is not
    said again.
    """
    figures = [each for each in extreme.reasons if each[0].says and abs(each[2]) > TOLERANCE]
    shared = of.partition(",")[0]
    terms = [_term(reason, shared) for reason in sorted(figures, key=_is_taken_away)]
    told = " ".join(terms).removeprefix("+ ") or "what must add up"
    total = sum(weight * bound for _, weight, bound in figures)
    exact = abs(total - extreme.number) <= TOLERANCE
    result = f"= {extreme.number}" if exact else f"leaves {extreme.number} in whole persons"
    return f"{told} {result}{_taken_for_granted(extreme.reasons)}"


def as_told(statement: Statement) -> str:
    """Return how a figure says it outright: "printed: 2", or "6 % of 67 = 4"."""
    if "%" in statement.figure:
        return f"{statement.figure} = {_range(statement)}"
    return f"printed: {statement.figure}"


def _range(statement: Statement) -> str:
    low, high = f"{statement.low:g}", f"{statement.high:g}"
    return low if low == high else f"{low} to {high}"


def sources_of(*extremes: Extreme) -> tuple[str, ...]:
    """Return the documents whose figures are used."""
    found = {each.source for one in extremes for each, _, _ in one.reasons if each.source}
    return tuple(sorted(found))


def _is_taken_away(reason: Reason) -> bool:
    _, weight, bound = reason
    return weight * bound < 0


def _term(reason: Reason, shared: str) -> str:
    statement, weight, bound = reason
    sign = "-" if weight * bound < 0 else "+"
    times = "" if abs(abs(weight) - 1) <= TOLERANCE else f"{abs(weight):g} x "
    printed = "" if statement.figure == f"{bound:g}" else f"{statement.figure}: "
    told, _, traits = statement.says.partition(", ")
    whom = statement.says if told != shared else traits or "in all"
    return f"{sign} {times}{abs(bound):g} ({printed}{whom})"


def _taken_for_granted(reasons: Iterable[Reason]) -> str:
    told = sorted({each.assumption for each, _, _ in reasons if each.assumption})
    return ASSUMPTIONS.format("; ".join(told)) if told else ""
