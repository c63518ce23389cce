"""The words of the documents as our codes."""

from collections.abc import Mapping
from functools import cache

from suoja.statistics.check.figures import Figure, rows

DIMENSIONS: Mapping[str, str] = {
    "client_category": "category",
    "form_of_exploitation": "form",
    "place_of_exploitation": "place",
    "referrer_type": "referrer",
    "refusal_ground": "ground",
    "removal_ground": "ground",
}
Wanted = dict[str, tuple[str, ...]]


def wanted(figure: Figure) -> Wanted:
    """Return by which of our dimensions, and of which categories together, the figure is told."""
    return dict(_translated(figure, *trait) for trait in figure.traits)


def _translated(figure: Figure, dimension: str, category: str) -> tuple[str, tuple[str, ...]]:
    for row in _crosswalk():
        if (row["dimension"], row["category"]) == (dimension, category) and _applies(row, figure):
            return row["here"], tuple(row["codes"].split("|"))
    return DIMENSIONS.get(dimension, dimension), (category,)


def _applies(row: Mapping[str, str], figure: Figure) -> bool:
    of_source = not row["source"] or figure.source in row["source"].split("|")
    return of_source and row["population"] in ("", figure.population)


@cache
def _crosswalk() -> tuple[Mapping[str, str], ...]:
    return tuple(rows("crosswalk.csv"))
