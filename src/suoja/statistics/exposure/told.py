"""What a printed figure says of whom: its population, time and traits, in our codes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf

from suoja.core.calendar import Month, Period
from suoja.statistics.check.figures import REPORTS, Figure
from suoja.statistics.check.words import wanted

When = Period | Month
Traits = Mapping[str, frozenset[str]]

# What no group of clients, children or proposals stands behind.
OTHER_POPULATIONS = frozenset(
    {
        "coordination",
        "helpline",
        "international",
        "legal_parameter",
        "offences",
        "operations",
        "personnel",
        "projects",
        "reports",
        "training",
    }
)
NOT_A_GROUP = frozenset({"average_per_year", "change_from", "per_year", "range_within_year"})
THINGS = "number_of_"
UNALLOCATED = "unallocated"
# What happens in a period, even where the row tells as of which day.
FLOWS = frozenset(
    {
        "decisions",
        "exits",
        "identification",
        "new_clients",
        "recovery_periods",
        "referrals",
        "reflection_periods",
    }
)
# In 2014 the decisions are told of the requests of the year: 51 + 21 + 2 pending = 74.
SAME_POPULATION = {(REPORTS["2014"], "decisions"): "referrals"}
# A place that lies across those by which places are told.
ELSEWHERE = {("place", "outside_home_country"): ("home_country", "elsewhere")}
PERSONS = {"new_clients": "new_persons"}
CLIENTS = {frozenset({"victim", "witness"})}
WITH_CHILDREN = frozenset({"victim", "witness", "dependent_child"})


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as a number of persons from `low` to `high`, or a share of a wider group.

    Of a stock, `when` is the month at whose end it is counted. `base` are the traits of the group
    that a share is of; None for a number of persons.
    """

    figure: Figure
    population: str
    when: When
    traits: Traits
    low: float
    high: float
    base: Traits | None = None


def why_left_out(figure: Figure) -> str | None:
    """Return why a figure says nothing that can be used; None if it does."""
    if figure.population in OTHER_POPULATIONS or figure.unit not in ("", "percent"):
        return "not a number of clients, children or proposals"
    if figure.period is None:
        return "tells no period"
    if "repeated" in figure.flags:
        return "told again"
    if any(_is_no_group(*trait) for trait in figure.traits):
        return "an average, a change, or a number of nationalities"
    return "only roughly told" if _is_rough(figure) else None


def _is_no_group(dimension: str, category: str) -> bool:
    counted = category.startswith((THINGS, UNALLOCATED))
    return dimension in NOT_A_GROUP or category in NOT_A_GROUP or counted


def _is_rough(figure: Figure) -> bool:
    """Test if it says "about" without a zero to round to, or "a third"."""
    if _is_share(figure):
        in_words = figure.kind == "percent" and not figure.number.is_integer()
        return in_words or "approximate" in figure.flags
    return "approximate" in figure.flags and not figure.printed.endswith("0")


def _is_share(figure: Figure) -> bool:
    return figure.kind == "percent" or figure.unit == "percent"


def told(figure: Figure) -> Told:
    """Return what the figure says; the figure is none of those left out."""
    asked = dict(_in_our_words(*trait) for trait in wanted(figure).items())
    base = dict(list(asked.items())[:-1]) if _is_share(figure) else None
    population = SAME_POPULATION.get((figure.source, figure.population), figure.population)
    low, high = _share(figure) if _is_share(figure) else _persons(figure)
    found = Told(figure, population, _when(figure), asked, low, high, base)
    return _in_its_population(_without_month(found))


def _in_our_words(code: str, categories: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    code, *told = ELSEWHERE.get((code, categories[0]), (code, *categories))
    return code, frozenset(told)


def _when(figure: Figure) -> When:
    if figure.period is None:
        raise ValueError(f"{figure} tells no period")
    stock = figure.is_stock and figure.population not in FLOWS
    return figure.period.last if stock else figure.period


def _without_month(found: Told) -> Told:
    """The month of a stock is its time, no trait of the people."""
    traits = {code: codes for code, codes in found.traits.items() if code != "month"}
    if len(traits) == len(found.traits) or found.figure.period is None:
        return found
    return replace(found, traits=traits, when=found.figure.period.last)


def _in_its_population(found: Told) -> Told:
    """Name the population that the office tells as a category of clients."""
    category = found.traits.get("category", frozenset())
    rest = {code: codes for code, codes in found.traits.items() if code != "category"}
    if found.population == "children":
        kind = "new_children" if isinstance(found.when, Period) else "children_stock"
        return replace(found, population=kind, traits=rest)
    if category == WITH_CHILDREN:
        named = PERSONS.get(found.population, found.population)
        return replace(found, population=named, traits=rest)
    return replace(found, traits=rest) if category in CLIENTS else found


def _share(figure: Figure) -> tuple[float, float]:
    """Return the share in percent, unrounded: 6 % is 5.5 to 6.5 %."""
    number = figure.number
    around = {
        "percent": (number - 0.5, number + 0.5),
        "lower_bound": (number, inf),
        "upper_bound": (0, number),
    }
    return around.get(figure.kind, (number, number))


def _persons(figure: Figure) -> tuple[float, float]:
    number = figure.number
    if figure.kind == "fewer_than_5":
        return 1, number - 1
    if figure.kind == "lower_bound":
        return number, inf
    if figure.kind == "upper_bound":
        return 0, number - 1 if "strict" in figure.flags else number
    return _rounded(figure) if "approximate" in figure.flags else (number, number)


def _rounded(figure: Figure) -> tuple[float, float]:
    """Return what rounds to the number: about 1,800 is 1,750 to 1,849."""
    unit = 10 ** (len(figure.printed) - len(figure.printed.rstrip("0")))
    return figure.number - unit // 2, figure.number + unit // 2 - 1
