"""Put everything that ties numbers together before disclosure control: today's, and all before.

A group keeps its name as long as its count is the same, whoever published it when. What was
counted differently then is another group: a correction leaves open by whom the two differ.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from suoja import law
from suoja.statistics import disclosure
from suoja.statistics.balance import balances, moved_in_all, over_time
from suoja.statistics.choices import TOTAL, Counts
from suoja.statistics.counting import Coordinates, Counted, count
from suoja.statistics.disclosure import Fact, Relation
from suoja.statistics.disclosure.tables import Name, relations
from suoja.statistics.facts import Facts
from suoja.statistics.groups import Group, group, impossible
from suoja.statistics.joint import joint
from suoja.statistics.ledger import Told
from suoja.statistics.links import links
from suoja.statistics.nested import nested
from suoja.statistics.remainders import remainders

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


def scheme_of(numbers: Sequence[Counted], earlier: Sequence[Told], facts: Facts) -> Scheme:
    """Return the scheme of today's tables and everything told before.

    Raise TooMuchTold if what is told of the same people can no longer be held together.
    """
    again = [count([told.numbers.spec], facts, told.numbers.period)[0] for told in earlier]
    crosses = joint(numbers, [told.numbers for told in earlier], facts)
    now = _values(*crosses, *again, *numbers)
    today = tuple(_table(each, now, f"today {each.spec.id}") for each in numbers)
    then = tuple(
        _then(told, now, f"{number} {told.numbers.spec.id}") for number, told in enumerate(earlier)
    )
    unseen = tuple(_unseen(each, now) for each in crosses)
    follow = _Following.of((*today, *then), facts)
    named = zip(today, numbers, strict=True)
    return Scheme(
        today=today,
        before=(*then, *unseen, *_tables_of(follow.numbers)),
        links=(*links({**_groups(unseen), **follow.values}), *follow.relations),
        facts=tuple(dict.fromkeys([*_facts(earlier, then), *follow.facts])),
        key_tables=frozenset(t.id for t, each in named if each.spec.measure.id in KEY_MEASURES),
    )


def _values(*counted: Counted) -> dict[Group, int]:
    return {group(each, at): value for each in counted for at, value in each.values.items()}


@dataclass(frozen=True, slots=True)
class _Following:
    """What follows from the tables that are told, though nobody prints it.

    `values` are the groups that are told; `numbers` those that can be worked out from them.
    """

    told: Mapping[Group, int]
    numbers: Mapping[Group, int]
    relations: tuple[Relation, ...]
    facts: tuple[Fact, ...]

    @classmethod
    def of(cls, tables: Sequence[disclosure.Table], facts: Facts) -> Self:
        # Only of what is told: the crosses beside it are seen by nobody, and nothing is subtracted
        # from them.
        told = _groups(tables)
        sums = [*(each for table in tables for each in relations(table)), *links(told)]
        left, nests = remainders(told, sums), list(nested(told))
        numbers = {each.rest: each.value for each in left if each.rest is not None}
        numbers |= {whom: value for each in nests for whom, value in each.numbers.items()}
        flows = list(balances({**numbers, **told}, facts))
        numbers |= {whom: value for each in flows for whom, value in each.moved.items()}
        left += over_time({**numbers, **told}, flows)
        numbers |= {each.rest: each.value for each in left if each.rest is not None}
        return cls(
            told,
            {whom: value for whom, value in numbers.items() if whom not in told},
            (
                *(each.relation for each in left),
                *(relation for each in nests for relation in each.relations),
                *(each.came for each in flows),
                *moved_in_all({**numbers, **told}),
            ),
            tuple(each.fact for each in flows),
        )

    @property
    def values(self) -> dict[Group, int]:
        return {**self.numbers, **self.told}


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


def _then(told: Told, now: Mapping[Group, int], name: str) -> disclosure.Table:
    """Return a table that was published before; what was small then is small today."""
    policy = law.publication_policy(told.policy)
    return replace(_table(told.numbers, now, name, visible=False), policy=policy)


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


def _tables_of(numbers: Mapping[Group, int]) -> Iterator[disclosure.Table]:
    """Yield what can be worked out as tables that nobody prints, one for each set of codes."""
    cells: dict[tuple[str, ...], dict[Coordinates, Group]] = defaultdict(dict)
    for whom in numbers:
        traits = sorted(whom.traits)
        where = (*(category for _, category in traits), whom.population, whom.when)
        cells[tuple(code for code, _ in traits)][where] = whom
    for codes, found in cells.items():
        yield disclosure.Table(
            id=f"left by {', '.join(codes)}",
            dimensions=(*codes, "population", "when"),
            values={at: numbers[whom] for at, whom in found.items()},
            names=found,
            visible=False,
        )
