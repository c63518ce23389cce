"""What each number counts, for readers."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.formats import date_format

from suoja.core.calendar import Month, Period
from suoja.statistics.contents import SPECS
from suoja.statistics.measures import ALL

MONTH = "YEAR_MONTH_FORMAT"


def definitions(published: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield the measures in the order of the catalogue, with their published tables."""
    for measure in ALL:
        yield {
            "id": measure.id,
            "title": measure.title,
            "definition": measure.definition,
            "counts": measure.counts.label,
            "flow": measure.flow,
            "since": _month(measure.since),
            "until": _month(measure.until),
            "traps": measure.traps,
            "breaks": measure.breaks,
            "tables": [
                (spec.id, spec.title)
                for spec in SPECS
                if spec.measure is measure and spec.id in published
            ],
        }


def _month(month: Month | None) -> str:
    return "" if month is None else date_format(Period(month, month).first_day, MONTH)
