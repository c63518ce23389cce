"""What Suoja has told: every number of the ledger, all releases and answers together.

Groups have the names that disclosure control gives them, and the sums across tables are the same;
how it decides what to hide, and how it proves it, is not looked at. The true numbers say which
groups are small and which sums hold.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from suoja.statistics.choices import TOTAL, Counts
from suoja.statistics.counting import Coordinates, count
from suoja.statistics.exposure import words
from suoja.statistics.exposure.flows import by_flow
from suoja.statistics.exposure.rows import Row, Values, by_time, by_trait, holds
from suoja.statistics.exposure.statements import Asked, Knowledge, Name, Statement, adds_up
from suoja.statistics.facts import Facts
from suoja.statistics.groups import Group, group, impossible
from suoja.statistics.ledger import Told
from suoja.statistics.links import links
from suoja.statistics.nested import nested
from suoja.statistics.scheme import AsCountedThen

Naming = Callable[[Group, int], Name]
Entries = Sequence[Sequence[Told]]


def knowledge(entries: Iterable[Iterable[Told]], facts: Facts | None = None) -> Knowledge:
    """Return what these releases and answers say together, and what can be asked.

    What the records of today, the `facts`, count differently is another group; without them the
    newest entry is taken for today.
    """
    given = [[each for each in entry if _is_of_people(each)] for entry in entries]
    now = _now(given, facts)
    said = _Said()
    for entry in given:
        _tell(entry, now, said)
    current = {whom: value for whom, value in now.items() if whom in said.truth}
    _add_up(current, _of_today, said, facts)
    return said.knowledge()


@dataclass(slots=True)
class _Said:
    """What is gathered: numbers told, sums, and the truth of every group that they speak of."""

    published: dict[Name, Statement] = field(default_factory=dict)
    rows: dict[tuple[Name, tuple[Name, ...]], None] = field(default_factory=dict)
    truth: dict[Name, int] = field(default_factory=dict)
    nobody: dict[Name, None] = field(default_factory=dict)

    def row(self, total: Name, parts: Iterable[Name]) -> None:
        listed = tuple(parts)
        if listed != (total,):
            self.rows[total, listed] = None

    def knowledge(self) -> Knowledge:
        zeros = (Statement(((name, 1.0),), 0, 0) for name in self.nobody)
        sums = (adds_up(total, parts) for total, parts in self.rows)
        asked = {each.parts: each for each in self._asked()}
        statements = (*self.published.values(), *sums, *zeros)
        return Knowledge(statements, tuple(asked.values()), truth=self.truth)

    def _asked(self) -> Iterator[Asked]:
        """Yield every group, and the hidden parts of each total together."""
        spoken = (name for total, parts in self.rows for name in (total, *parts))
        for name in dict.fromkeys((*self.truth, *spoken)):
            yield Asked(_label(name), (name,))
        for total, parts in self.rows:
            hidden = tuple(part for part in parts if part not in self.published)
            if 1 < len(hidden) < len(parts):
                yield Asked(f"{_label(total)}: its hidden parts together", hidden)


def _is_of_people(told: Told) -> bool:
    return told.numbers.spec.measure.counts is not Counts.THINGS


def _now(entries: Entries, facts: Facts | None) -> dict[Group, int]:
    every = [told.numbers for entry in entries for told in entry]
    if facts is not None:
        every = [count([each.spec], facts, each.period)[0] for each in every]
    return {group(each, at): value for each in every for at, value in each.values.items()}


def _tell(entry: Sequence[Told], now: Values, said: _Said) -> None:
    """Gather what one release or answer says."""
    then = {group(t.numbers, at): v for t in entry for at, v in t.numbers.values.items()}

    def named(whom: Group, value: int) -> Name:
        return whom if now.get(whom) == value else AsCountedThen(whom, value)

    for told in entry:
        names = {at: named(group(told.numbers, at), v) for at, v in told.numbers.values.items()}
        _tell_table(told, names, said)
    if any(now[whom] != value for whom, value in then.items()):
        _add_up(then, named, said)


def _tell_table(told: Told, names: dict[Coordinates, Name], said: _Said) -> None:
    values, source = told.numbers.values, str(told.numbers.period)
    for at, name in names.items():
        said.truth[name] = values[at]
        if impossible(group(told.numbers, at)):
            said.nobody[name] = None
        if at in told.cells:
            says, value = _label(name), values[at]
            number = Statement(((name, 1.0),), value, value, says, source, str(value))
            said.published.setdefault(name, number)
    for total, parts in _margins(told, names):
        said.row(total, parts)


def _margins(told: Told, names: dict[Coordinates, Name]) -> Iterator[tuple[Name, list[Name]]]:
    """Yield what adds up in a table: all categories of a dimension to their total."""
    spec = told.numbers.spec
    for axis, code in enumerate(spec.codes):
        parts: dict[Coordinates, list[Name]] = {}
        for at, name in names.items():
            if code in spec.margins and at[axis] != TOTAL:
                parts.setdefault((*at[:axis], TOTAL, *at[axis + 1 :]), []).append(name)
        yield from ((names[total], listed) for total, listed in parts.items())


def _add_up(values: Values, named: Naming, said: _Said, facts: Facts | None = None) -> None:
    """Gather the sums across tables, and who is left when listed parts are taken away."""
    found = dict(values)
    rows = list(_over_time(found, facts)) if named is _of_today else []
    linked = [Row(_whom(each.total), tuple(map(_whom, each.parts))) for each in links(found)]
    rows += [row for row in linked if holds(row, found)]
    for nest in list(nested(found)):
        rows += [Row(_whom(each.total), tuple(map(_whom, each.parts))) for each in nest.relations]
        found.update(nest.numbers)
    for row, number in by_trait(found, rows):
        found[row.parts[-1]] = number
        rows.append(row)
    for total, parts in rows:
        said.row(_name(total, found, named), (_name(part, found, named) for part in parts))
    for whom, value in found.items():
        said.truth.setdefault(named(whom, value), value)


def _over_time(found: dict[Group, int], facts: Facts | None) -> Iterator[Row]:
    """Yield what adds up from one time to another, and find the numbers that follow."""
    for row, numbers in list(by_time(found)):
        found.update(numbers)
        yield row
    for pair, numbers in list(by_flow(found, facts)):
        found.update(numbers)
        yield from pair


def _of_today(whom: Group, _: int) -> Name:
    return whom


def _name(whom: Group, values: Values, named: Naming) -> Name:
    return named(whom, values[whom]) if whom in values else whom


def _whom(name: Name) -> Group:
    if not isinstance(name, Group):
        raise TypeError(f"{name!r} names no group of people")
    return name


def _label(name: Name) -> str:
    if isinstance(name, AsCountedThen):
        return f"{words.of_group(name.whom)}, as counted then"
    return words.of_group(_whom(name))
