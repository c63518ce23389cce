"""Which sentences a table has."""

from collections.abc import Iterator, Sequence

from suoja.publication.rendering.grid import TIMES, columns_of
from suoja.publication.rendering.sentences import changes, groups
from suoja.publication.rendering.sentences.sentence import Sentence
from suoja.publication.rendering.sentences.times import is_counted
from suoja.statistics.tables import Table

CROSSED = 2


def sentences(table: Table, tables: Sequence[Table], *, first: bool) -> tuple[Sentence, ...]:
    """Return what a table says; the `first` one on a population tells how many it is."""
    told = table.public()
    return (*(_level(told, tables) if first else ()), *_parts(told))


def _level(table: Table, tables: Sequence[Table]) -> Iterator[Sentence]:
    if not is_counted(table.population, table.period):
        return
    series = changes.series_of(table, tables)
    found = changes.change(series) if series else changes.level(table, table.period)
    if found:
        yield found


def _parts(table: Table) -> Iterator[Sentence]:
    if TIMES & set(table.dimensions):
        return changes.course(table) if len(table.dimensions) == 1 else iter(())
    if not set(table.dimensions) <= set(table.margins):
        return iter(())
    if len(table.dimensions) == CROSSED:
        return groups.of_two_dimensions(table, columns_of(table))
    return groups.of_one_dimension(table) if table.dimensions else iter(())
