"""docs/measures.md: what each number counts, printed from the measures themselves."""

from collections.abc import Iterator
from typing import Any

from suoja.core.calendar import Month
from suoja.statistics.contents import SPECS
from suoja.statistics.measures import ALL
from suoja.statistics.measures.definition import Measure, SeriesBreak
from suoja.statistics.questions import askable

ABOUT = """# Measures

What each number of a report counts. A *flow* happens during a period and adds up over months; a
*state* is counted at the end of the period's last month. R-numbers are the rules of the domain.

The printed reports tell a few things more, which no record here holds yet: where clients were
housed (2014), staff and offices, training and projects."""


def render() -> str:
    """Return the catalogue as Markdown."""
    return "\n\n".join([ABOUT, *(_section(measure) for measure in ALL)])


def _section(measure: Measure[Any]) -> str:
    return "\n\n".join(
        [
            f"## {measure.title}",
            f"`{measure.id}`: {measure.definition}",
            "\n".join(_points(measure)),
            "Traps:\n\n" + "\n".join(f"- {trap}" for trap in measure.traps),
        ]
    )


def _points(measure: Measure[Any]) -> Iterator[str]:
    yield f"- Counts {measure.counts.label.lower()}, as a {'flow' if measure.flow else 'state'}"
    yield f"- In force {_month(measure.since)} to {_month(measure.until)}"
    yield f"- Source: {', '.join(measure.sources)}"
    yield f"- Tables: {', '.join(_tables(measure))}"
    yield from _dimensions(measure)
    for each in _breaks(measure):
        yield f"- Series break in {each.year}: {each.note}"


def _dimensions(measure: Measure[Any]) -> Iterator[str]:
    if measure.id in askable():
        codes = (f"`{each.code}`" for each in askable()[measure.id][1])
        yield f"- Can be asked by: {', '.join(codes)}"


def _breaks(measure: Measure[Any]) -> list[SeriesBreak]:
    specs = (spec for spec in SPECS if spec.measure is measure)
    return list(dict.fromkeys(each for spec in specs for each in spec.breaks))


def _tables(measure: Measure[Any]) -> list[str]:
    return [f"`{spec.id}`" for spec in SPECS if spec.measure is measure]


def _month(month: Month | None) -> str:
    return "today" if month is None else f"{month // 100}-{month % 100:02}"
