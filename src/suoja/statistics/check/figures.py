"""The figures that the office printed, one row each."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from suoja.core.calendar import Period

REPORTS: Mapping[str, str] = {"2014": "003", "2018-H1": "002", "2018": "001", "2020": "000"}
ACTION_PLAN = "004"


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed number, in the words of its document; `row` is its line in the file."""

    row: int
    source: str
    period: Period | None
    is_stock: bool
    population: str
    traits: tuple[tuple[str, str], ...]
    printed: str
    kind: str
    unit: str
    flags: frozenset[str]

    @property
    def number(self) -> float:
        return float(self.printed.removeprefix("<"))

    def has(self, dimension: str, category: str | None = None) -> bool:
        """Test if the figure is told by this dimension, or of this very category."""
        return any(each == dimension and category in (None, of) for each, of in self.traits)

    def __str__(self) -> str:
        traits = " ".join(f"{dimension}={category}" for dimension, category in self.traits)
        return f"{self.period or 'no period'} {self.population} {traits}".strip()


@cache
def figures() -> tuple[Figure, ...]:
    """Return all figures of all documents."""
    return tuple(_figure(number, row) for number, row in enumerate(rows("published.csv"), 2))


def figures_for(report: str) -> tuple[Figure, ...]:
    """Return the figures of a report and of the Action Plan; raise KeyError for no report."""
    sources = (REPORTS[report], ACTION_PLAN)
    return tuple(figure for figure in figures() if figure.source in sources)


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a data file of this room."""
    with files("suoja.statistics").joinpath("data", name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def _figure(number: int, row: Mapping[str, str]) -> Figure:
    traits = ((row[f"dimension{place}"], row[f"category{place}"]) for place in (1, 2))
    return Figure(
        row=number,
        source=row["source_file"][:3],
        period=_period(row["period_start"], row["period_end"]),
        is_stock=bool(row["as_of"]),
        population=row["population"],
        traits=tuple(each for each in traits if each[0]),
        printed=row["value"],
        kind=row["value_kind"],
        unit=row["unit"],
        flags=frozenset(row["flags"].split()),
    )


def _period(first_day: str, last_day: str) -> Period | None:
    if not first_day:
        return None
    return Period(_month(first_day), _month(last_day))


def _month(day: str) -> int:
    return int(day[:4] + day[5:7])
