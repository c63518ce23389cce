"""Figures that are not one cell of a table: averages, extremes, numbers of groups."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from suoja.core.calendar import Period, months_between
from suoja.statistics.check.figures import Figure
from suoja.statistics.choices import TOTAL, Outcome
from suoja.statistics.facts import Facts
from suoja.statistics.measures import exploited_in_finland, new_children, new_clients, stock
from suoja.statistics.tables import Table, by_id
from suoja.vocabulary.choices import ResidenceStatus
from suoja.vocabulary.countries import STATELESS

Special = Callable[[Figure, Facts, Period, Sequence[Table]], int]
# The 2020 report counts statelessness among the 50 nationalities of new clients, and beside the 64
# of all clients (R166).
COUNTS_STATELESS = ("000", "new_clients")
POPULATIONS = {"new_clients": "new_clients", "all_clients_stock": "stock"}


def special(figure: Figure) -> Special | None:
    """Return how to count such a figure; None if it is a plain cell."""
    for dimension, category in figure.traits:
        for name in (f"{dimension}={category}", dimension):
            if name in SPECIALS:
                return SPECIALS[name]
    return None


def _average(_: Figure, facts: Facts, period: Period, __: Sequence[Table]) -> int:
    months = len(months_between(period.first, period.last))
    return round(len(new_clients.select(facts, period)) * 12 / months)


def _nationalities(figure: Figure, facts: Facts, period: Period, tables: Sequence[Table]) -> int:
    numbers = by_id(tables)["number_of_nationalities"]
    if figure.has("place_of_exploitation"):
        return numbers.value(population="exploited_in_finland") or 0
    number = numbers.value(population=POPULATIONS[figure.population]) or 0
    if (figure.source, figure.population) != COUNTS_STATELESS:
        return number
    return number + any(s.nationality == STATELESS for s in new_clients.select(facts, period))


def _regions(_: Figure, __: Facts, ___: Period, tables: Sequence[Table]) -> int:
    return len(list(_sizes(tables, "new_clients_by_region")))


def _second_nationality(_: Figure, __: Facts, ___: Period, tables: Sequence[Table]) -> int:
    return sum(sorted(_sizes(tables, "new_clients_by_nationality"))[-2:-1])


def _sizes(tables: Sequence[Table], name: str) -> Iterator[int]:
    for cell in by_id(tables)[name].cells:
        if cell.value and TOTAL not in cell.categories.values():
            yield cell.value


def _smallest_stock(_: Figure, facts: Facts, period: Period, __: Sequence[Table]) -> int:
    return min(_stocks(facts, period))


def _largest_stock(_: Figure, facts: Facts, period: Period, __: Sequence[Table]) -> int:
    return max(_stocks(facts, period))


def _one_of_the_months(figure: Figure, facts: Facts, period: Period, __: Sequence[Table]) -> int:
    """Return the stock of the month that comes nearest: which month it was, no one can tell."""
    return min(_stocks(facts, period), key=lambda size: abs(size - figure.number))


def _stocks(facts: Facts, period: Period) -> list[int]:
    months = months_between(period.first, period.last)
    return [len(stock.select(facts, Period(month, month))) for month in months]


def _group(_: Figure, facts: Facts, period: Period, __: Sequence[Table]) -> int:
    """Return how many of the largest group proposed together became clients."""
    admitted = Counter(
        referral.group
        for referral in facts.referrals
        if referral.group is not None
        and referral.decided in period
        and referral.outcome == Outcome.POSITIVE
    )
    return max(admitted.values(), default=0)


def _children_of_undocumented(_: Figure, facts: Facts, period: Period, __: Sequence[Table]) -> int:
    """Return the children of the undocumented among those exploited in Finland."""
    guardians = {
        spell.person
        for spell in exploited_in_finland.select(facts, period)
        if spell.residence_status == ResidenceStatus.UNDOCUMENTED
    }
    return sum(child.guardian in guardians for child in new_children.select(facts, period))


UNALLOCATED = tuple(f"month=unallocated_may_to_nov_{number}" for number in range(1, 7))
SPECIALS: Mapping[str, Special] = {
    "average_per_year": _average,
    "group=thai_berry_pickers": _group,
    "guardian_residence_status=undocumented": _children_of_undocumented,
    "nationality=any_other_nationality": _second_nationality,
    "nationality=number_of_nationalities": _nationalities,
    "range_within_year=maximum": _largest_stock,
    "range_within_year=minimum": _smallest_stock,
    "region=number_of_groups": _regions,
    **dict.fromkeys(UNALLOCATED, _one_of_the_months),
}
