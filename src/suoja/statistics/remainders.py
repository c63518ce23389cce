"""What is left of a group when its listed parts are taken away: anybody can subtract.

The second half is the year less the first; those exploited elsewhere are all less those exploited
in Finland. Nobody publishes these groups, and they are protected like any other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from suoja.core.calendar import Month, Period, months_between
from suoja.statistics.choices import Outcome
from suoja.statistics.disclosure import Relation
from suoja.statistics.groups import Group
from suoja.statistics.measures import ALL

Values = Mapping[Group, int]
# Proposed once in each half-year is twice in the year; an old referral of the second half may have
# come in the first.
NOT_OVER_TIME = frozenset({"repetition", "received"})
PENDING = ("outcome", Outcome.PENDING.value)
FLOWS = frozenset(measure.id for measure in ALL if measure.flow)


class Remainder(NamedTuple):
    """A total, its listed parts, and who is in none of them; `rest` is None if nobody can be."""

    total: Group
    listed: tuple[Group, ...]
    rest: Group | None
    value: int

    @property
    def holds(self) -> bool:
        """Test if somebody, or nobody, can be left: late records may make the parts too many."""
        return self.value == 0 if self.rest is None else self.value >= 0

    @property
    def relation(self) -> Relation:
        parts = self.listed if self.rest is None else (*self.listed, self.rest)
        return Relation(self.total, parts)


def remainders(values: Values, told: Iterable[Relation]) -> list[Remainder]:
    """Return what can be subtracted among these groups beyond the sums that are told."""
    found = [*_of_categories(values, _split(told)), *_of_time(values)]
    return [each for each in found if each.holds and each.rest not in values]


def _split(told: Iterable[Relation]) -> set[tuple[Group, str]]:
    """Return which groups are split completely, and by which code."""
    return {
        (each.total, code)
        for each in told
        if isinstance(each.total, Group)
        for part in each.parts
        if isinstance(part, Group)
        for code, _ in part.traits - each.total.traits
    }


def _of_categories(values: Values, split: Collection[tuple[Group, str]]) -> Iterator[Remainder]:
    listed: dict[tuple[Group, str], list[Group]] = defaultdict(list)
    for whom in values:
        for trait in whom.traits:
            wider = whom._replace(traits=whom.traits - {trait})
            if wider in values and (wider, trait[0]) not in split:
                listed[wider, trait[0]].append(whom)
    for (wider, code), parts in listed.items():
        named = sorted(category for part in parts for category in _categories(part, wider))
        others = frozenset({*wider.traits, (code, f"other than {', '.join(named)}")})
        yield _remainder(wider, parts, wider._replace(traits=others), values)


def _categories(part: Group, wider: Group) -> Iterator[str]:
    return (category for _, category in part.traits - wider.traits)


def _of_time(values: Values) -> Iterator[Remainder]:
    series: dict[tuple[str, frozenset[tuple[str, str]]], dict[Period, Group]] = defaultdict(dict)
    for whom in values:
        months = _months(whom)
        if months is not None:
            series[whom.population, whom.traits].setdefault(months, whom)
    for windows in series.values():
        for window in windows:
            for inside in _partings(window, windows):
                yield _less(window, inside, windows, values)


def _months(whom: Group) -> Period | None:
    """Return the months over which a flow is counted; None for a stock and for broken series."""
    if not _adds_up_over_time(whom):
        return None
    first, _, last = whom.when.partition(" to ")
    if last and not (first.isdigit() and last.isdigit()):
        return None
    begins, ends = Period.parse(first), Period.parse(last or first)
    return Period(begins.first, ends.last)


def _adds_up_over_time(whom: Group) -> bool:
    codes = {code for code, _ in whom.traits}
    if whom.population not in FLOWS or not codes.isdisjoint(NOT_OVER_TIME):
        return False
    # What is pending at the end of the first half may be decided in the second.
    decided = not codes.isdisjoint({"outcome", "decision"}) and PENDING not in whom.traits
    return whom.population != "decisions" or decided


def _partings(window: Period, windows: Iterable[Period]) -> Iterator[list[Period]]:
    """Yield the longest windows within this one that do not overlap, until each was taken.

    January to June and April to September overlap: the year less either is a group of its own.
    """
    within = [each for each in windows if each != window and window.holds(each)]
    waiting = sorted(within, key=lambda one: (-len(_all(one)), one))
    while waiting:
        chosen: list[Period] = []
        for each in waiting:
            if not any(each.meets(other) for other in chosen):
                chosen.append(each)
        yield chosen
        # What lies within one that was taken is taken away when that one is parted.
        waiting = [each for each in waiting if not any(one.holds(each) for one in chosen)]


def _all(window: Period) -> list[Month]:
    return months_between(window.first, window.last)


def _less(
    window: Period, inside: Collection[Period], windows: Mapping[Period, Group], values: Values
) -> Remainder:
    total, parts = windows[window], [windows[each] for each in inside]
    left = [month for month in _all(window) if not any(month in each for each in inside)]
    if not left:
        return _remainder(total, parts, None, values)
    in_a_row = left == months_between(left[0], left[-1])
    named = " and ".join(sorted(map(str, inside)))
    when = str(Period(left[0], left[-1])) if in_a_row else f"{window} without {named}"
    return _remainder(total, parts, total._replace(when=when), values)


def _remainder(
    total: Group, parts: Iterable[Group], rest: Group | None, values: Values
) -> Remainder:
    listed = tuple(parts)
    return Remainder(total, listed, rest, values[total] - sum(values[part] for part in listed))
