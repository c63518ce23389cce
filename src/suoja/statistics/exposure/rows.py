"""What adds up to what among the groups of our own tables, and who is in none of the parts."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from suoja.core.calendar import Period
from suoja.statistics.exposure import common_sense
from suoja.statistics.exposure.cube import NOT_LISTED
from suoja.statistics.exposure.periods import pieces, together
from suoja.statistics.groups import Group

Values = Mapping[Group, int]
# Proposed once in each half-year is twice in the year, and what came before the second half may
# have come in the first.
NOT_OVER_TIME = frozenset({"repetition", "received"})


class Row(NamedTuple):
    """The parts are the total: nobody is in two of them, and nobody in none."""

    total: Group
    parts: tuple[Group, ...]


def holds(row: Row, values: Values) -> bool:
    """Test if the true numbers add up; late records can keep those of different days from it."""
    return values[row.total] == sum(values[part] for part in row.parts)


def by_trait(values: Values, complete: Collection[Row]) -> Iterator[tuple[Row, int]]:
    """Yield each group with those that have one more trait and whoever of it is not listed.

    With each row comes how many are not listed.
    """
    told = {(total, frozenset(parts)) for total, parts in complete}
    for (wide, code), parts in _with_one_more_trait(values).items():
        number = values[wide] - sum(values[part] for part in parts)
        if number >= 0 and (wide, frozenset(parts)) not in told:
            rest = wide._replace(traits=wide.traits | {(code, NOT_LISTED)})
            yield Row(wide, (*parts, rest)), number


def _with_one_more_trait(values: Values) -> dict[tuple[Group, str], list[Group]]:
    within: dict[tuple[Group, str], list[Group]] = {}
    for narrow in values:
        for code, category in narrow.traits:
            wide = narrow._replace(traits=narrow.traits - {(code, category)})
            if wide in values:
                within.setdefault((wide, code), []).append(narrow)
    return within


def by_time(values: Values) -> Iterator[tuple[Row, dict[Group, int]]]:
    """Yield each year with the half-years, or other parts of it, in which it is told.

    With each row come the numbers of the parts that are found by subtracting.
    """
    told: dict[Group, list[Period]] = {}
    for group in values:
        period = period_of(group)
        if period and _adds_up(group):
            told.setdefault(group._replace(when=""), []).append(period)
    for group, periods in told.items():
        for bundle in together(periods):
            yield from _cut(group, bundle, values)


def _cut(
    group: Group, bundle: tuple[Period, ...], values: Values
) -> Iterator[tuple[Row, dict[Group, int]]]:
    cut = pieces(bundle)
    known = {at: values[at] for at in (_at(group, each) for each in bundle)}
    wholes = sorted(set(bundle) - set(cut), key=lambda whole: whole.last - whole.first)
    for whole in wholes:
        parts = tuple(_at(group, piece) for piece in cut if whole.holds(piece))
        new = [part for part in parts if part not in known]
        left = known[_at(group, whole)] - sum(known.get(part, 0) for part in parts)
        if left < 0 or (left and not new):
            continue
        found = {new[0]: left} if len(new) == 1 else {}
        known.update(found)
        yield Row(_at(group, whole), parts), found


def period_of(group: Group) -> Period | None:
    """Return the period; None for the month of a stock or the span of a series."""
    try:
        return Period.parse(group.when)
    except ValueError:
        return None


def _adds_up(group: Group) -> bool:
    traits = dict(group.traits)
    return NOT_OVER_TIME.isdisjoint(traits) and common_sense.adds_up_over_time(
        group.population, traits
    )


def _at(group: Group, when: Period) -> Group:
    return group._replace(when=str(when))
