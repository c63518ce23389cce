"""When each client came, left and perhaps came again."""

from collections.abc import Iterator
from functools import cache

from suoja.core.calendar import Month
from suoja.example.plan.groups import Choice, Value, Weights, known
from suoja.example.plan.spans import SPANS, months, span
from suoja.example.plan.tables import rows, shares
from suoja.example.plan.targets import Sketch

# Groups of people proposed together: their cohort and how many of them became clients.
GROUPS = {"berries-2013": ("2013", 14), "berries-2016": ("2016-H2", 24)}
REFUSED_WITH_GROUP = {"2013": ("berries-2013", 14)}
GROUP_CAME = {"berries-2013": "201310", "berries-2016": "201610"}
ALONE = ""


def newcomers() -> list[Sketch]:
    """Return a sketch of each person who ever became a client, with cohort and group."""
    return [sketch for row in rows("cohorts.csv") for sketch in _cohort(row)]


def _cohort(row: dict[str, str]) -> Iterator[Sketch]:
    grouped = [
        name
        for name, (cohort, size) in GROUPS.items()
        if cohort == row["cohort"]
        for _ in range(size)
    ]
    for place in range(int(row["new"])):
        group = grouped[place] if place < len(grouped) else ALONE
        yield {"cohort": row["cohort"], "group": group}


def _weights(sketch: Sketch) -> Weights:
    return {(stay,): weight for stay, weight in _stays(sketch["cohort"]).items()}


STAY = Choice(("stay",), known("cohort"), _weights)


@cache
def _stays(cohort: str) -> dict[str, float]:
    """Return every stay that begins in `cohort`, with its likelihood."""
    stays: dict[str, float] = {}
    for left, likelihood in _leaving(cohort):
        stay = f"{cohort}>{left}"
        stays[stay] = likelihood
        if left:
            stays |= _again(stay, left, likelihood)
    return stays


def _leaving(came: str) -> Iterator[tuple[str, float]]:
    """Yield each span in which someone who came in `came` may leave, and "" for not yet."""
    rates = {row["cohort"]: float(row["leaving"]) for row in rows("cohorts.csv")}
    there = 1.0
    for left in SPANS[SPANS.index(came) :]:
        rate = rates[left] / 4 if left == came else rates[left]
        yield left, there * rate
        there *= 1 - rate
    yield "", there


def _again(stay: str, left: str, likelihood: float) -> Iterator[tuple[str, float]]:
    again = shares("again")
    for came in SPANS[SPANS.index(left) + 1 :][: again["spans"]]:
        for gone in ("", *SPANS[SPANS.index(came) + 1 :][:2]):
            share = again["leaves_again"] if gone else 1 - again["leaves_again"]
            yield f"{stay} {came}>{gone}", likelihood * again["share"] * share


def _when(spell: Sketch) -> Weights:
    """Weigh the months of a spell: any month of its spans, seldom both the same."""
    came, _, left = spell["stay"].partition(">")
    weights: dict[Value, float] = {}
    for first in months(GROUP_CAME.get(spell["group"], came)):
        if not _still_minor(spell["minor_until"], first):
            continue
        if not left:
            weights[f"{first}>",] = 1.0
        for last in months(left) if left else ():
            if first <= last:
                weights[f"{first}>{last}",] = 0.1 if first == last else 1.0
    return weights


def _still_minor(until: str, month: Month) -> bool:
    """Test if someone who comes of age in the span `until` can still come as a minor."""
    return not until or month < span(until).last


MONTHS = Choice(("months",), known("stay", "group", "minor_until"), _when)
