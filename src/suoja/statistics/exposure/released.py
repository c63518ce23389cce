"""What Suoja's own releases say: the tables as the public sees them, several reports together.

Groups have the names that disclosure control gives them, and the sums across tables are the same;
how it decides what to hide, and how it proves it, is not looked at.
"""

from collections.abc import Iterable, Iterator, Sequence

from suoja.core.calendar import Period
from suoja.statistics.choices import TOTAL, Counts
from suoja.statistics.contents import SPECS
from suoja.statistics.counting import Coordinates, Counted
from suoja.statistics.exposure import common_sense, words
from suoja.statistics.exposure.cube import NOT_LISTED
from suoja.statistics.exposure.periods import inside, pieces, together
from suoja.statistics.exposure.statements import Asked, Knowledge, Name, Statement, adds_up
from suoja.statistics.groups import Group, impossible
from suoja.statistics.groups import group as named
from suoja.statistics.links import links
from suoja.statistics.tables import Table

SPEC_OF = {spec.id: spec for spec in SPECS}
Cells = dict[Coordinates, Group]
Row = tuple[Group, tuple[Group, ...]]


def knowledge(tables: Iterable[Table]) -> Knowledge:
    """Return what these public tables say together, and what can be asked."""
    given = [table.public() for table in tables if table.counts is not Counts.THINGS]
    named_tables = [(table, _names(table)) for table in given if table.id in SPEC_OF]
    published = [each for table, names in named_tables for each in _published(table, names)]
    known = {name for each in published for name, _ in each.weights}
    groups = dict.fromkeys(name for _, names in named_tables for name in names.values())
    rows = {row for table, names in named_tables for row in _rows(table, names)}
    rows |= set(_linked(groups, published))
    by_trait, by_time = tuple(_by_trait(groups, rows)), tuple(_by_time(groups))
    statements = (*published, *_sums({*rows, *by_trait, *by_time}), *_nobody(groups))
    asked = {each.parts: each for each in _asked(groups, (*rows, *by_trait, *by_time), known)}
    return Knowledge(statements, tuple(asked.values()))


def _names(table: Table) -> Cells:
    cells = [tuple(cell.categories[code] for code in table.dimensions) for cell in table.cells]
    numbers = Counted(SPEC_OF[table.id], table.period, dict.fromkeys(cells, 0))
    return {cell: named(numbers, cell) for cell in cells}


def _published(table: Table, names: Cells) -> Iterator[Statement]:
    for cell in table.cells:
        if cell.value is not None:
            name = names[tuple(cell.categories[code] for code in table.dimensions)]
            says = words.of_group(name)
            source = str(table.period)
            yield Statement(((name, 1.0),), cell.value, cell.value, says, source, str(cell.value))


def _rows(table: Table, names: Cells) -> Iterator[Row]:
    """Yield what adds up in a table: all categories of a dimension to their total."""
    for axis, code in enumerate(table.dimensions):
        parts: dict[Coordinates, list[Group]] = {}
        for cell, name in names.items():
            if code in table.margins and cell[axis] != TOTAL:
                total = (*cell[:axis], TOTAL, *cell[axis + 1 :])
                parts.setdefault(total, []).append(name)
        yield from ((names[total], tuple(listed)) for total, listed in parts.items())


def _linked(groups: Iterable[Group], published: Iterable[Statement]) -> Iterator[Row]:
    """Yield the sums across tables; two hidden numbers are never taken for the same."""
    values = {name: -number for number, name in enumerate(groups, 1)}
    values.update((_only(each), int(each.low)) for each in published)
    for relation in links(values):
        yield _group(relation.total), tuple(map(_group, relation.parts))


def _only(statement: Statement) -> Group:
    return _group(statement.weights[0][0])


def _group(name: Name) -> Group:
    if not isinstance(name, Group):
        raise TypeError(f"{name!r} names no group of people")
    return name


def _by_trait(groups: Iterable[Group], rows: Iterable[Row]) -> Iterator[Row]:
    """Yield each group with those that have one more trait, and whoever of it is not listed."""
    within: dict[tuple[Group, str], list[Group]] = {}
    every = dict.fromkeys(groups)
    for narrow in every:
        for code, category in narrow.traits:
            wide = narrow._replace(traits=narrow.traits - {(code, category)})
            if wide in every:
                within.setdefault((wide, code), []).append(narrow)
    complete = {(total, frozenset(parts)) for total, parts in rows}
    for (wide, code), parts in within.items():
        if (wide, frozenset(parts)) not in complete:
            rest = wide._replace(traits=wide.traits | {(code, NOT_LISTED)})
            yield wide, (*parts, rest)


def _by_time(groups: Iterable[Group]) -> Iterator[Row]:
    """Yield each year with the half-years, or other parts of it, in which it is told."""
    told: dict[Group, list[Period]] = {}
    for group in groups:
        period = _period(group.when)
        if period and common_sense.adds_up_over_time(group.population, dict(group.traits)):
            told.setdefault(group._replace(when=""), []).append(period)
    for group, periods in told.items():
        for bundle in together(periods):
            cut = pieces(bundle)
            for whole in set(bundle) - set(cut):
                parts = [str(piece) for piece in cut if inside(piece, whole)]
                yield _at(group, str(whole)), tuple(_at(group, part) for part in parts)


def _period(when: str) -> Period | None:
    """Return the period; None for the month of a stock or the span of a series."""
    try:
        return Period.parse(when)
    except ValueError:
        return None


def _at(group: Group, when: str) -> Group:
    return group._replace(when=when)


def _sums(rows: Iterable[Row]) -> Iterator[Statement]:
    yield from (adds_up(total, parts) for total, parts in rows if parts != (total,))


def _nobody(groups: Iterable[Group]) -> Iterator[Statement]:
    yield from (Statement(((group, 1.0),), 0, 0) for group in groups if impossible(group))


def _asked(groups: Iterable[Group], rows: Sequence[Row], known: set[Name]) -> Iterator[Asked]:
    """Yield every group that is not published, and the hidden parts of each total together."""
    every = dict.fromkeys([*groups, *(part for _, parts in rows for part in parts)])
    for group in every:
        yield Asked(words.of_group(group), (group,))
    for total, parts in rows:
        hidden = tuple(part for part in parts if part not in known)
        if 1 < len(hidden) < len(parts):
            yield Asked(f"{words.of_group(total)}: its hidden parts together", hidden)
