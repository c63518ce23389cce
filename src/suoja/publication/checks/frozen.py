"""What the frozen public tables say, in the terms in which printed files are read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from suoja.publication.checks.reading import Place, numbers_in
from suoja.statistics.choices import TOTAL
from suoja.statistics.labels import dimension_label, label
from suoja.statistics.tables import Table

SINGLE = 1
PER_CENT = 100


def codes(table: Table) -> dict[Place, int | None]:
    """Return what outsiders may see of each cell, by the codes of its categories."""
    return {
        tuple(cell.categories[each] for each in table.dimensions): cell.value
        for cell in table.cells
    }


def places(table: Table, columns: Sequence[str]) -> dict[Place, int | None]:
    """Return what belongs where, by the words of row and column; nothing under unknown columns."""
    across, categories = _across(table, columns)
    found: dict[Place, int | None] = {}
    for cell in table.cells:
        rest = [str(label(*each)) for each in cell.categories.items() if each[0] != across]
        row = ", ".join(rest) or str(table.title)
        for column in categories.get(cell.categories.get(across, ""), ()):
            found[row, column] = cell.value
    return found


def _across(table: Table, columns: Sequence[str]) -> tuple[str, Mapping[str, list[str]]]:
    """Return which dimension the columns are of, and the columns of each of its categories."""
    if len(table.dimensions) <= SINGLE:
        return "", {"": list(columns[:1])}
    for dimension in table.dimensions:
        known = _words(table, dimension)
        if set(columns) <= known.keys():
            return dimension, {known[column]: [column] for column in columns}
    return "", {}


def _words(table: Table, dimension: str) -> dict[str, str]:
    """Return the categories by what may stand over a column of theirs."""
    found = dict.fromkeys(cell.categories[dimension] for cell in table.cells)
    short = {str(label(dimension, category)): category for category in found}
    return {f"{dimension_label(dimension)}: {word}": short[word] for word in short} | short


def told(table: Table, tables: Iterable[Table]) -> set[int]:
    """Return the numbers that prose about a table may hold: counts, shares, and its own words."""
    alike = [each for each in tables if each.population == table.population]
    counts = {cell.value for each in alike for cell in each.cells}
    return {*filter(None, counts), 0, *_shares(table), *_in_words(table)}


def _shares(table: Table) -> Iterator[int]:
    """Yield the share of each shown cell in each shown total that it is part of."""
    shown = {at: value for at, value in codes(table).items() if value}
    for at, value in shown.items():
        for place, category in enumerate(at):
            whole = shown.get((*at[:place], TOTAL, *at[place + 1 :]))
            if category != TOTAL and whole:
                yield int(PER_CENT * value / whole + 0.5)
    wholes = [value for at, value in shown.items() if set(at) == {TOTAL}]
    yield from (int(PER_CENT * value / whole + 0.5) for whole in wholes for value in shown.values())


def _in_words(table: Table) -> Iterator[int]:
    labels = {str(label(*each)) for cell in table.cells for each in cell.categories.items()}
    notes = [str(each.note) for each in table.breaks]
    for text in (str(table.title), str(table.definition), *notes, *labels):
        yield from numbers_in(text)
