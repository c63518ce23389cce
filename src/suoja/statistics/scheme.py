"""Put everything that ties numbers together before disclosure control: today's, and all before.

A group keeps its name as long as its count is the same, whoever published it when. What was
counted differently then is another group: a correction leaves open by whom the two differ.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from suoja.statistics import disclosure
from suoja.statistics.balance import balances
from suoja.statistics.choices import TOTAL, Counts
from suoja.statistics.counting import Coordinates, Counted
from suoja.statistics.disclosure import Fact, Relation
from suoja.statistics.disclosure.tables import Name, relations
from suoja.statistics.groups import Group, group, impossible
from suoja.statistics.ledger import Told
from suoja.statistics.links import links
from suoja.statistics.remainders import Remainder, remainders

KEY_MEASURES = frozenset(
    {
        "cumulative_clients",
        "exploited_in_finland",
        "new_clients",
        "new_persons",
        "persons_in_scope",
        "referrals",
        "stock",
    }
)


class AsCountedThen(NamedTuple):
    """A group by the number that it had when it was published; today it has another."""

    whom: Group
    value: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """What disclosure control is handed: today's tables, those before, and their ties.

    The totals of `key_tables` are what everybody quotes.
    """

    today: tuple[disclosure.Table, ...]
    before: tuple[disclosure.Table, ...]
    links: tuple[Relation, ...]
    facts: tuple[Fact, ...]
    key_tables: frozenset[str]

    @property
    def tables(self) -> tuple[disclosure.Table, ...]:
        return (*self.today, *self.before)


def scheme_of(
    numbers: Sequence[Counted],
    earlier: Sequence[Told],
    counted_now: Sequence[Counted],
    joint: Sequence[Counted] = (),
) -> Scheme:
    """Return the scheme of today's tables and everything told before.

    `counted_now` are the tables of `earlier`, in their order, as the records count them today.
    `joint` are crosses that nobody sees: they say which numbers can be true together.
    """
    now = {
        group(each, at): value
        for each in (*joint, *counted_now, *numbers)
        for at, value in each.values.items()
    }
    today = tuple(_table(each, now, f"today {each.spec.id}") for each in numbers)
    then = tuple(
        _table(told.numbers, now, f"{number} {told.numbers.spec.id}", visible=False)
        for number, told in enumerate(earlier)
    )
    crosses = tuple(_unseen(each, now) for each in joint)
    counted = (*today, *then, *crosses)
    values = _groups(counted)
    ties = links(values)
    told_sums = [each for table in counted for each in relations(table)]
    left = remainders(values, (*told_sums, *ties))
    named = zip(today, numbers, strict=True)
    return Scheme(
        today=today,
        before=(*then, *crosses, *_tables_of(left)),
        links=(*ties, *(each.relation for each in left)),
        facts=tuple(dict.fromkeys([*_facts(earlier, then), *balances(values)])),
        key_tables=frozenset(t.id for t, each in named if each.spec.measure.id in KEY_MEASURES),
    )


def _groups(tables: Iterable[disclosure.Table]) -> dict[Group, int]:
    return {
        name: value
        for table in tables
        for at, value in table.values.items()
        if isinstance(name := table.name(at), Group)
    }


def _facts(earlier: Iterable[Told], tables: Iterable[disclosure.Table]) -> Iterator[Fact]:
    for told, table in zip(earlier, tables, strict=True):
        for at in told.cells:
            yield Fact.exactly(table.name(at), table.values[at])


def _table(
    numbers: Counted, now: Mapping[Group, int], name: str, *, visible: bool = True
) -> disclosure.Table:
    groups = {at: group(numbers, at) for at in numbers.values}
    return disclosure.Table(
        id=name,
        dimensions=numbers.spec.codes,
        values=numbers.values,
        names={at: _name(whom, numbers.values[at], now) for at, whom in groups.items()},
        masked=frozenset(_masked(numbers)),
        impossible=frozenset(at for at, whom in groups.items() if impossible(whom)),
        counts_people=numbers.spec.measure.counts != Counts.THINGS,
        over=frozenset({numbers.spec.course.code} if numbers.spec.course else ()),
        visible=visible,
    )


def _unseen(numbers: Counted, now: Mapping[Group, int]) -> disclosure.Table:
    """Return a table that ties others together, and that nobody sees."""
    return replace(_table(numbers, now, numbers.spec.id, visible=False), guarded=False)


def _name(whom: Group, value: int, now: Mapping[Group, int]) -> Name:
    return whom if now[whom] == value else AsCountedThen(whom, value)


def _masked(numbers: Counted) -> Iterator[Coordinates]:
    """Yield the cells where nobody is, in lists too long to print: none and few look alike."""
    places = [place for place, each in enumerate(numbers.spec.dimensions) if each.open_list]
    for coordinates, value in numbers.values.items():
        if value == 0 and any(coordinates[place] != TOTAL for place in places):
            yield coordinates


def _tables_of(left: Iterable[Remainder]) -> Iterator[disclosure.Table]:
    """Yield what can be subtracted as tables that nobody prints, one for each set of codes."""
    cells: dict[tuple[str, ...], dict[Coordinates, Remainder]] = defaultdict(dict)
    for each in left:
        if each.rest is not None:
            traits = sorted(each.rest.traits)
            where = (*(category for _, category in traits), each.rest.population, each.rest.when)
            cells[tuple(code for code, _ in traits)][where] = each
    for codes, found in cells.items():
        yield disclosure.Table(
            id=f"left by {', '.join(codes)}",
            dimensions=(*codes, "population", "when"),
            values={at: each.value for at, each in found.items()},
            names={at: each.rest for at, each in found.items()},
            visible=False,
        )
