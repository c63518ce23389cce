"""Who was here, came and left: clients at the end are those at the start, plus and less the rest.

Everybody knows that these numbers balance, so four of them give the fifth.
"""

from collections.abc import Iterator, Mapping

from suoja.core.calendar import Month, Period
from suoja.statistics.choices import Movement
from suoja.statistics.disclosure import Fact
from suoja.statistics.groups import Group

READMITTED = frozenset({("decision", Movement.READMITTED.value)})
NOBODY_IN_PARTICULAR: frozenset[tuple[str, str]] = frozenset()


def balances(values: Mapping[Group, int]) -> Iterator[Fact]:
    """Yield the balance of each period of which all five numbers are counted somewhere."""
    for whom in values:
        if whom.population == "new_clients" and not whom.traits and " to " not in whom.when:
            weights = _weights(whom)
            # Late records may keep numbers of different days from balancing.
            if all(each in values for each in weights) and not _sum(weights, values):
                yield Fact(tuple(weights.items()), 0, 0)


def _weights(new: Group) -> dict[Group, int]:
    period = Period.parse(new.when)
    return {
        Group("stock", str(period.last), NOBODY_IN_PARTICULAR): 1,
        Group("exits", new.when, NOBODY_IN_PARTICULAR): 1,
        Group("stock", str(_month_before(period.first)), NOBODY_IN_PARTICULAR): -1,
        Group("decisions", new.when, READMITTED): -1,
        new: -1,
    }


def _month_before(month: Month) -> Month:
    return month - 1 if month % 100 > 1 else month - 100 + 11


def _sum(weights: Mapping[Group, int], values: Mapping[Group, int]) -> int:
    return sum(weight * values[whom] for whom, weight in weights.items())
