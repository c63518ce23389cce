"""What every reader of the reports knows about clients, without being told by a figure."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

Parts = Mapping[str, tuple[str, ...]]


class Within(NamedTuple):
    """Who has one of the `inner` categories (none: any that is listed) has the `outer` one too."""

    population: str
    dimension: str
    inner: str
    outer_dimension: str
    outer: str


WITHIN = (
    Within("", "organisation", "monika", "referrer", "shelter_or_mother_and_child_home"),
    Within("", "age_now", "under_18", "age_at_admission", "under_18"),
    Within("decisions", "ground", "", "outcome", "negative"),
)
# Not events of a period but how things stand at its end, so that half-years do not add up.
STANDING = frozenset({"pending", "unfinished", "waiting"})
WITH_STANDING = frozenset({"decisions", "identification"})


class Complete(NamedTuple):
    """A list of categories that leaves nobody out, as readers take for granted."""

    dimension: str
    categories: frozenset[str]
    assumption: str


# Who is a client was exploited somewhere; where a report tells of witnesses, the figures deny it.
COMPLETE = (
    Complete(
        "place",
        frozenset({"in_finland", "abroad"}),
        "everybody was exploited either in Finland or abroad",
    ),
)
NEW_PERSONS = ("new_persons", ("new_clients", "new_children"))
IN_SCOPE = ("persons_in_scope_stock", ("all_clients_stock", "children_stock"))
POPULATIONS = (NEW_PERSONS, IN_SCOPE)
# The clients whose housing is told are those of the day.
BASE = {"housing": "all_clients_stock"}


def widened(family: Iterable[str], parts: Parts) -> frozenset[str]:
    """Return the dimensions with those that theirs lie within, where figures tell both."""
    told = frozenset(family)
    outer = {
        rule.outer_dimension
        for rule in WITHIN
        if rule.dimension in told and _is_told(parts, rule.outer_dimension, rule.outer)
    }
    return told | outer


def is_nobody(population: str, traits: Mapping[str, str], parts: Parts) -> bool:
    """Test if nobody can have these traits: children within children, grounds within refusals."""
    return any(_breaks(rule, traits) for rule in WITHIN if _applies(rule, population, parts))


def adds_up_over_time(population: str, traits: Mapping[str, str]) -> bool:
    """Test if half-years of this group add up to its year."""
    if population not in WITH_STANDING:
        return True
    return "outcome" in traits and STANDING.isdisjoint(traits["outcome"].split("|"))


def _applies(rule: Within, population: str, parts: Parts) -> bool:
    told = _is_told(parts, rule.outer_dimension, rule.outer)
    return told and rule.population in ("", population)


def _breaks(rule: Within, traits: Mapping[str, str]) -> bool:
    if rule.dimension not in traits or rule.outer_dimension not in traits:
        return False
    inner = traits[rule.dimension]
    is_inner = rule.inner in inner.split("|") if rule.inner else inner != "not listed"
    return is_inner and rule.outer not in traits[rule.outer_dimension].split("|")


def _is_told(parts: Parts, dimension: str, category: str) -> bool:
    return any(category in part.split("|") for part in parts.get(dimension, ()))
