"""Find the number that a figure tells in the tables of its period."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from suoja.statistics.check.figures import Figure
from suoja.statistics.check.words import Wanted, wanted
from suoja.statistics.choices import TOTAL
from suoja.statistics.tables import Table
from suoja.vocabulary.choices import Place

# The documents' populations; their tables are of several of our measures.
MEASURES: Mapping[str, tuple[str, ...]] = {
    "all_clients_stock": ("stock", "persons_in_scope"),
    "cumulative_clients": ("cumulative_clients",),
    "decisions": ("decisions", "refusals", "movements"),
    "exits": ("exits",),
    "identification": ("identification",),
    "new_clients": ("new_clients", "new_persons"),
    "persons_in_scope_stock": ("persons_in_scope",),
    "recovery_periods": ("recovery_periods",),
    "referrals": ("referrals", "decisions"),
    "reflection_periods": ("reflection_periods",),
}
CHILDREN = {True: ("children_in_stock",), False: ("new_children",)}


def found_in(tables: Iterable[Table], figure: Figure) -> int | None:
    """Return the number that the tables give for the figure; None if no table tells it."""
    asked = wanted(figure)
    for population, filters in _places_to_look(figure, asked):
        for table in tables:
            if table.population == population and _answers(table, filters):
                return _sum(table, filters)
    return None


def _places_to_look(figure: Figure, asked: Wanted) -> Iterator[tuple[str, Wanted]]:
    if figure.population == "children":
        asked = {code: of for code, of in asked.items() if code != "category"}
        yield from ((population, asked) for population in CHILDREN[figure.is_stock])
    yield from ((population, asked) for population in MEASURES.get(figure.population, ()))
    if figure.population == "new_clients" and asked.get("place") == (Place.IN_FINLAND,):
        yield "exploited_in_finland", {code: of for code, of in asked.items() if code != "place"}


def _answers(table: Table, filters: Wanted) -> bool:
    free = set(table.dimensions) - set(filters)
    return set(filters) <= set(table.dimensions) and free <= set(table.margins)


def _sum(table: Table, filters: Wanted) -> int:
    axes = [filters.get(code, (TOTAL,)) for code in table.dimensions]
    cells = {tuple(cell.categories.values()): cell.value or 0 for cell in table.cells}
    return sum(cells.get(coordinates, 0) for coordinates in product(*axes))
