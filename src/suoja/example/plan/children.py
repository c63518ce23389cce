"""The children beside their guardians."""

from collections.abc import Iterator, Sequence
from functools import cache
from random import Random

from suoja.core.calendar import Month
from suoja.example.plan.groups import Choice, Weights, known
from suoja.example.plan.lives import Child, Life, Stay
from suoja.example.plan.profiles import ADULT
from suoja.example.plan.settling import settle
from suoja.example.plan.spans import (
    LAST_MONTH,
    SPANS,
    distance,
    inside,
    later,
    months,
)
from suoja.example.plan.stays import ALONE
from suoja.example.plan.tables import shares
from suoja.example.plan.targets import Sketch, targets

_NOBODY = ""
_YEARS = 12


def _weights(child: Sketch) -> Weights:
    return _stays(child["guardian_stay"], float(child["likely"]))


@cache
def _stays(guardian: str, likely: float) -> dict[tuple[str, ...], float]:
    """Weigh there being no such child, and each stay within the guardian's."""
    weights: dict[tuple[str, ...], float] = {(_NOBODY,): 1 - likely}
    came, _, left = guardian.partition(">")
    spans = SPANS[SPANS.index(came) : SPANS.index(left or SPANS[-1]) + 1]
    for place, first in enumerate(spans):
        share = likely * (shares("children")["later"] / len(spans) if place else 1)
        weights[f"{first}>{left}",] = share
        for last in spans[place + 1 : -1]:
            weights[f"{first}>{last}",] = share * shares("children")["of_age"] / len(spans)
    return weights


STAY = Choice(("stay",), known("guardian_stay", "likely"), _weights)


def accompany(lives: Sequence[Life], random: Random) -> None:
    """Give some clients children, so that as many are beside them as was published."""
    guardians = [life for life in lives if _may_have_children(life)]
    pairs = [(life, sketch) for life in guardians for sketch in _possible(life)]
    settle([sketch for _, sketch in pairs], STAY, targets("child"), random)
    for life, sketch in pairs:
        if sketch["stay"] != _NOBODY:
            life.children.append(_child(life.stays[0], sketch["stay"], random))


def _may_have_children(life: Life) -> bool:
    alone = life.facts["group"] == ALONE and len(life.stays) == 1
    return alone and life.facts["majority"] == ADULT and life.facts["category"] == "victim"


def _possible(life: Life) -> Iterator[Sketch]:
    facts = life.facts
    undocumented = (
        facts["cohort"] == "2020"
        and facts["place"] == "in_finland"
        and facts["residence"] == "undocumented"
    )
    for likely in shares("children")[facts["sex"]]:
        yield {
            "guardian_stay": facts["stay"],
            "likely": str(likely),
            "guardian": "2020-undocumented-in-finland" if undocumented else "",
        }


def _child(guardian: Stay, stay: str, random: Random) -> Child:
    first, _, last = stay.partition(">")
    came = _month_of_coming(guardian, first, random)
    left, ground = guardian.left, "guardian_left" if guardian.left else ""
    if left is None or not inside(str(left), last or SPANS[-1]):
        left, ground = (_month_in(last, came, random), "came_of_age") if last else (None, "")
    return Child(came, left, ground, _birth(came, left, ground, random))


def _month_of_coming(guardian: Stay, first: str, random: Random) -> Month:
    if inside(str(guardian.came), first):
        return guardian.came
    possible = [m for m in months(first) if guardian.left is None or m <= guardian.left]
    return random.choice(possible)


def _month_in(label: str, came: Month, random: Random) -> Month:
    return random.choice([month for month in months(label) if month > came])


def _birth(came: Month, left: Month | None, ground: str, random: Random) -> Month:
    """Return the month of birth: eighteen on leaving as an adult, and else younger all the time."""
    end = left or LAST_MONTH
    if ground == "came_of_age":
        return later(end, -18 * 12)
    youngest, oldest = later(came, -1), later(end, -18 * 12 + 2)
    return later(youngest, -random.randint(0, min(16 * 12, distance(oldest, youngest))))
