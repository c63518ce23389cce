"""Which figures are compared, and which contradictions are known: by rule, not row by row."""

from collections.abc import Callable
from dataclasses import dataclass

from suoja.statistics.check.figures import ACTION_PLAN, REPORTS, Figure
from suoja.statistics.check.search import MEASURES

COUNTED = frozenset({*MEASURES, "children"})
# Changes between years and transit are told in words; no fact holds them.
NOT_IN_FACTS = ("transit", "change_from")


def why_not_compared(figure: Figure) -> str | None:
    """Return why the figure is out of scope; None if it is compared."""
    if figure.population not in COUNTED:
        return f"not about clients or referrals: {figure.population}"
    if figure.kind == "percent" or figure.unit:
        return f"not a count of persons or cases: {figure.unit or figure.kind}"
    if figure.period is None:
        return "the document tells no period"
    told = [code for code in NOT_IN_FACTS if figure.has(code)]
    return f"the facts do not hold: {told[0]}" if told else None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A known contradiction in the documents, and by how much it shifts a figure."""

    item: int
    says: str
    concerns: Callable[[Figure], bool]
    shift: int = 0


def _persons_for_proposals(figure: Figure) -> bool:
    return (figure.source, figure.population, figure.printed) == (
        REPORTS["2020"],
        "referrals",
        "393",
    )


def _plan_of_2015(figure: Figure) -> bool:
    alone = figure.traits == (("place_of_exploitation", "in_finland"),)
    return figure.source == ACTION_PLAN and alone and figure.printed == "20"


def _months_of_2014(figure: Figure) -> bool:
    return any(category.startswith("unallocated") for _, category in figure.traits)


CONTRADICTIONS = (
    Contradiction(
        2, "393 people, but the chart says 394 referrals", _persons_for_proposals, shift=1
    ),
    Contradiction(7, "20 is a slip for 29 = 20 + 7 + 2", _plan_of_2015, shift=9),
    Contradiction(16, "six numbers for seven months", _months_of_2014),
)


def contradiction(figure: Figure) -> Contradiction | None:
    """Return the known contradiction that the figure is part of."""
    return next((each for each in CONTRADICTIONS if each.concerns(figure)), None)
