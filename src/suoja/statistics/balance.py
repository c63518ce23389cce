"""Who was here, came and left: clients at the end are those at the start, plus and less the rest.

Everybody knows that these numbers balance: of all clients, and of those of each sex, nationality or
age at admission, which stay as they were, from any day on which they are counted to the next. Who
left by nationality, or within a month, is printed nowhere; two stocks tell how many it were at
least, and with who came between them how many at most.
"""

from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from suoja.core.calendar import Month, Period, month_after
from suoja.statistics.choices import Movement
from suoja.statistics.counting import count
from suoja.statistics.disclosure import Fact, Relation
from suoja.statistics.facts import Facts
from suoja.statistics.groups import Group, Trait, group
from suoja.statistics.questions import MOST_DIMENSIONS, spec_for
from suoja.statistics.remainders import Remainder

Values = Mapping[Group, int]
READMITTED: Trait = ("decision", Movement.READMITTED.value)
# What stays the same of a client from admission to removal.
STAYING = frozenset({"sex", "nationality", "region", "age_at_admission"})
MOVING = frozenset({"new_clients", "decisions", "entries", "exits"})


class Window(NamedTuple):
    """Who was here on one day, on the next on which they are counted, and who moved between."""

    start: Group
    end: Group
    new: Group
    left: Group

    @property
    def again(self) -> Group:
        return Group("decisions", self.new.when, self.new.traits | {READMITTED})

    @property
    def came(self) -> Group:
        return self.new._replace(population="entries")


class Balance(NamedTuple):
    """The fact that five numbers balance.

    `moved` are who left and who came, new, again and in all: they may be printed nowhere.
    """

    window: Window
    fact: Fact
    moved: Mapping[Group, int]

    @property
    def came(self) -> Relation:
        return Relation(self.window.came, (self.window.new, self.window.again))


def balances(values: Values, facts: Facts) -> Iterator[Balance]:
    """Yield the balance of each group from one day on which it is counted to the next.

    Who is new and who left is counted from the facts; who came again is what remains.
    """
    counted, every = _counting(facts), dict(values)
    for window in _windows(values):
        known = ChainMap(every, counted(window.new), counted(window.left))
        if window.new not in known:  # of no category but of several left over together
            continue
        again = known[window.end] - known[window.start] + known[window.left] - known[window.new]
        # Late records may keep numbers of different days from balancing.
        if again >= 0 and known.get(window.again, again) == again:
            yield _balance(window, known[window.new], again, known[window.left])


def _balance(window: Window, new: int, again: int, left: int) -> Balance:
    weights = {window.end: 1, window.left: 1, window.start: -1, window.new: -1, window.again: -1}
    moved = {window.new: new, window.again: again, window.came: new + again, window.left: left}
    return Balance(window, Fact(tuple(weights.items()), 0, 0), moved)


def _counting(facts: Facts) -> Callable[[Group], dict[Group, int]]:
    """Return a way to count a group, or nothing if it is of no category."""

    @cache
    def table(measure: str, when: str, codes: tuple[str, ...]) -> dict[Group, int]:
        numbers = count([spec_for(measure, codes)], facts, Period.parse(when))[0]
        return {group(numbers, at): value for at, value in numbers.values.items()}

    def counted(whom: Group) -> dict[Group, int]:
        codes = tuple(sorted(code for code, _ in whom.traits))
        found = table(whom.population, whom.when, codes)
        return {whom: found[whom]} if whom in found else {}

    return counted


def _windows(values: Values) -> Iterator[Window]:
    days: dict[frozenset[Trait], set[Month]] = defaultdict(set)
    for whom in values:
        codes = [code for code, _ in whom.traits]
        is_one = len(set(codes)) == len(codes) <= MOST_DIMENSIONS and STAYING.issuperset(codes)
        if whom.population == "stock" and is_one:
            days[whom.traits].add(int(whom.when))
    for traits, found in days.items():
        for start, end in pairwise(sorted(found)):
            when = str(Period(month_after(start), end))
            stocks = (Group("stock", str(day), traits) for day in (start, end))
            yield Window(*stocks, *(Group(each, when, traits) for each in ("new_clients", "exits")))


def over_time(values: Values, found: Iterable[Balance]) -> Iterator[Remainder]:
    """Yield that who moved in a period that is told did so in one of its windows, or else."""
    moved: dict[Group, list[tuple[Period, Group]]] = defaultdict(list)
    for each in found:
        for whom in each.moved:
            moved[whom._replace(when="")].append((Period.parse(whom.when), whom))
    for whom in values:
        if whom._replace(when="") in moved and " " not in whom.when:
            yield from _parts(whom, moved[whom._replace(when="")], values)


def _parts(
    whom: Group, windows: Iterable[tuple[Period, Group]], values: Values
) -> Iterator[Remainder]:
    period = Period.parse(whom.when)
    inside = [each for each in windows if period.holds(each[0])]
    parts = tuple(part for _, part in inside if part != whom)
    filled = inside and (inside[0][0].first, inside[-1][0].last) == (period.first, period.last)
    rest = None if filled else whom._replace(when=f"{whom.when} but for its windows")
    left = Remainder(whom, parts, rest, values[whom] - sum(values[part] for part in parts))
    if parts and left.holds:
        yield left


def moved_in_all(values: Values) -> Iterator[Relation]:
    """Yield that those who moved, of every sex or nationality, are all who did."""
    parts: dict[tuple[Group, str], list[Group]] = defaultdict(list)
    for whom in values:
        for trait in whom.traits:
            if trait[0] in STAYING and whom.population in MOVING:
                parts[whom._replace(traits=whom.traits - {trait}), trait[0]].append(whom)
    for (wider, code), listed in parts.items():
        if values.get(wider) == sum(values[part] for part in listed):
            yield Relation(wider, tuple(listed), code)
