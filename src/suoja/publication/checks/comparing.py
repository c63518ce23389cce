"""What was read of the printed files, held against the frozen tables."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from suoja.publication.checks.frozen import codes, places, told
from suoja.publication.checks.reading import Number, Place, Printed, number_in, numbers_in
from suoja.publication.rendering.charts import Chart
from suoja.publication.rendering.document import KEY_FIGURES
from suoja.statistics.tables import Table

Tables = Mapping[str, Table]

DAY = re.compile(r"\d{1,2}\.\d{1,2}\.(\d{4})?|\b\d{1,2} [^\W\d]{3} \d{4}")
FIRST_YEAR = 1990
KEY = "key-figures"
NOTHING = Printed(("", ""), ())


@dataclass(frozen=True, slots=True)
class Wrong:
    """A place of a table where something else is printed than its frozen cell."""

    table: str
    place: Place
    printed: Number
    frozen: int | None


def in_codes(read: Mapping[str, Mapping[Place, Number]], tables: Tables) -> Iterator[Wrong]:
    """Yield where a file of codes and numbers differs, and what it leaves out."""
    for name, table in tables.items():
        yield from _differing(name, read.get(name, {}), codes(table))


def in_words(read: Mapping[str, Printed], tables: Tables) -> Iterator[Wrong]:
    """Yield where a table laid out for readers differs, and what it leaves out."""
    for name, table in tables.items():
        shown = read.get(name, NOTHING)
        yield from _differing(name, dict(shown.places()), places(table, shown.head[1:]))


def in_figures(read: Iterable[tuple[str, ...]], tables: Tables) -> Iterator[Wrong]:
    """Yield the key figures that say something else than their cell."""
    cells = {str(name): (table, chosen) for table, chosen, name in KEY_FIGURES if table in tables}
    known = {name: tables[table].cell(**chosen) for name, (table, chosen) in cells.items()}
    shown: dict[Place, Number] = {(name,): number_in(value) for name, value, *_ in read}
    expected: dict[Place, int | None] = {
        (name,): cell.public().value for name, cell in known.items()
    }
    yield from _differing(KEY, shown, expected)


def in_chart(chart: Chart, columns: tuple[str, ...], table: Table) -> Iterator[Wrong]:
    """Yield the marks of a chart that are not as high as their cell; it may leave marks out."""
    known = {frozenset(place): value for place, value in places(table, columns).items()}
    for panel in chart.panels:
        for mark in panel.marks:
            place = frozenset({mark.label, panel.name or columns[0]})
            if place not in known or known[place] != mark.value:
                yield Wrong(table.id, (mark.label, panel.name), mark.value, known.get(place))


def in_prose(name: str, prose: Iterable[str], tables: Tables, year: int) -> Iterator[Wrong]:
    """Yield the numbers in the words around a table that no published number accounts for."""
    may_be = told(tables[name], tables.values()) | set(range(FIRST_YEAR, year + 1))
    for number in numbers_in(DAY.sub("", "\n".join(prose))):
        if number not in may_be:
            yield Wrong(name, (), number, None)


def _differing(
    name: str, read: Mapping[Place, Number], known: Mapping[Place, int | None]
) -> Iterator[Wrong]:
    """Yield each place that shows another number; what is hidden may be left out."""
    for place, number in read.items():
        if number != known.get(place):
            yield Wrong(name, place, number, known.get(place))
    for place, value in known.items():
        if value is not None and place not in read:
            yield Wrong(name, place, None, value)
