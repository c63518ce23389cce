"""A table as the report prints it, and the one call that makes all tables of a report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from suoja.core.calendar import Period
from suoja.statistics.choices import TOTAL, Counts, Status
from suoja.statistics.contents import SPECS, specs_of
from suoja.statistics.counting import Coordinates, Counted
from suoja.statistics.counting import count as counted
from suoja.statistics.facts import Facts
from suoja.statistics.ledger import KNOWN, Told
from suoja.statistics.measures.definition import SeriesBreak, Text
from suoja.statistics.protection import Protection, Statuses, protection_of
from suoja.statistics.scheme import scheme_of

__all__ = [
    "TOTAL",
    "Built",
    "Cell",
    "SeriesBreak",
    "Table",
    "build",
    "build_proven",
    "by_id",
    "count",
    "told",
]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number: `categories` names a category of each dimension, `total` for all of them."""

    categories: Mapping[str, str]
    value: int | None
    status: Status = Status.PUBLISHED

    def public(self) -> Self:
        """Return the cell as outsiders see it: no reason why it is hidden."""
        if self.status == Status.PUBLISHED:
            return self
        return replace(self, value=None, status=Status.HIDDEN)

    @property
    def hidden(self) -> bool:
        return self.status != Status.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Counts of one population over a period, by no, one or several dimensions.

    `margins` are the dimensions whose categories add up to `total`; over the others (the months
    of a stock) there is no total. In an `open_list` dimension, a category that is hidden may be
    zero: who prints the table may leave hidden rows out.
    """

    id: str
    title: Text
    definition: Text
    population: str
    period: Period
    dimensions: tuple[str, ...]
    margins: tuple[str, ...]
    cells: tuple[Cell, ...]
    counts: Counts = Counts.PERSONS
    open_list: frozenset[str] = frozenset()
    breaks: tuple[SeriesBreak, ...] = ()

    def public(self) -> Self:
        """Return the table as outsiders see it."""
        return replace(self, cells=tuple(cell.public() for cell in self.cells))

    def value(self, **categories: str) -> int | None:
        """Return the value of a cell; a dimension that is not named is taken as a total."""
        return self.cell(**categories).value

    def cell(self, **categories: str) -> Cell:
        """Return the cell of these categories; raise KeyError if the table has none."""
        asked = {name: categories.get(name, TOTAL) for name in self.dimensions}
        for cell in self.cells:
            if cell.categories == asked:
                return cell
        raise KeyError(asked)

    def printed(self) -> tuple[Cell, ...]:
        """Return the cells that a page prints: of an open list only what is published."""
        return tuple(cell for cell in self.cells if not (cell.hidden and self._open(cell)))

    def _open(self, cell: Cell) -> bool:
        return any(cell.categories[name] != TOTAL for name in self.open_list)


def by_id(tables: Iterable[Table]) -> dict[str, Table]:
    """Return the tables by their names."""
    return {table.id: table for table in tables}


def count(facts: Facts, period: Period) -> tuple[Table, ...]:
    """Return the tables with nothing hidden: for checks inside the house only."""
    return tuple(_table(each, {}) for each in counted(SPECS, facts, period))


@dataclass(frozen=True, slots=True)
class Built:
    """The tables of a report, and the proof that they expose nobody."""

    tables: tuple[Table, ...]
    protection: Protection


def build(
    facts: Facts, period: Period, policy: str = "strict", *, earlier: Sequence[Told] = ()
) -> tuple[Table, ...]:
    """Return all tables of the report on a period, small groups hidden as the policy says."""
    return build_proven(facts, period, policy, earlier=earlier).tables


def build_proven(
    facts: Facts, period: Period, policy: str = "strict", *, earlier: Sequence[Told] = ()
) -> Built:
    """Return the tables of the report with their proof.

    `earlier` is everything published before, the version that this one corrects included.
    """
    numbers = counted(specs_of(period), facts, period)
    found = protection_of(numbers, scheme_of(numbers, earlier, facts), policy)
    return Built(tuple(_table(each, found.statuses[each.spec.id]) for each in numbers), found)


def told(table: Table) -> Told:
    """Return what the ledger keeps of a table with its true values."""
    values = {_at(cell, table): cell.value or 0 for cell in table.cells}
    numbers = Counted(KNOWN[table.id], table.period, values)
    return Told(numbers, frozenset(_at(cell, table) for cell in table.cells if not cell.hidden))


def _at(cell: Cell, table: Table) -> Coordinates:
    return tuple(cell.categories[code] for code in table.dimensions)


def _table(numbers: Counted, found: Statuses) -> Table:
    spec = numbers.spec
    return Table(
        id=spec.id,
        title=spec.title,
        definition=spec.measure.definition,
        population=spec.measure.id,
        period=numbers.period,
        dimensions=spec.codes,
        margins=spec.margins,
        cells=tuple(_cells(numbers, found)),
        counts=spec.measure.counts,
        open_list=frozenset(each.code for each in spec.dimensions if each.open_list),
        breaks=spec.breaks,
    )


def _cells(numbers: Counted, found: Statuses) -> Iterable[Cell]:
    for coordinates, value in numbers.values.items():
        categories = dict(zip(numbers.spec.codes, coordinates, strict=True))
        yield Cell(categories, value, found.get(coordinates, Status.PUBLISHED))
