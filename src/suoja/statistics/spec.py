"""How a table of the report is laid out: a measure, by which dimensions, over which periods."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Generic, TypeVar

from suoja.core.calendar import Period, months_between
from suoja.statistics.breaks import SeriesBreak
from suoja.statistics.choices import Counts
from suoja.statistics.dimensions.definition import Dimension
from suoja.statistics.measures.definition import Measure, Text

Row = TypeVar("Row")
MONTHS = 100


@dataclass(frozen=True, slots=True)
class Course:
    """A series: the same count for one period after another, the last of them the report's."""

    code: str
    windows: Callable[[Period], tuple[tuple[str, Period], ...]]


@dataclass(frozen=True)
class Spec(Generic[Row]):
    """The plan of one table.

    `base` and `within` say what the table counts in terms of a wider population, so that disclosure
    control sees that the 123 exploited in Finland are a cell of the 247 new clients.
    """

    id: str
    title: Text
    measure: Measure[Row]
    dimensions: tuple[Dimension[Row], ...] = ()
    base: str = ""
    within: Mapping[str, str] = field(default_factory=dict)
    course: Course | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the names of all dimensions; that of the series is the first."""
        own = tuple(dimension.code for dimension in self.dimensions)
        return (self.course.code, *own) if self.course else own

    @property
    def margins(self) -> tuple[str, ...]:
        """Return the dimensions that add up: a stock does not over time, things never do."""
        if self.measure.counts is Counts.THINGS:
            return ()
        return self.codes if self.measure.flow else tuple(d.code for d in self.dimensions)

    @property
    def breaks(self) -> tuple[SeriesBreak, ...]:
        """Return the breaks of the measure and of the dimensions, the oldest first."""
        of_dimensions = (each for dimension in self.dimensions for each in dimension.breaks)
        found = dict.fromkeys([*self.measure.breaks, *of_dimensions])
        return tuple(sorted(found, key=attrgetter("year")))

    def windows(self, period: Period) -> tuple[tuple[tuple[str, ...], Period], ...]:
        """Return the periods to count, each with its own category of the series."""
        if self.course is None:
            return (((), period),)
        return tuple(((code,), window) for code, window in self.course.windows(period))


def yearly(first: int) -> Course:
    """Return the course of the years since `first`; of a half-year report, of those halves."""

    def windows(period: Period) -> tuple[tuple[str, Period], ...]:
        years = range(min(first, period.year), period.year + 1)
        return tuple((str(window), window) for window in map(_within(period), years))

    return Course("year", windows)


def _within(period: Period) -> Callable[[int], Period]:
    if period.first // MONTHS != period.year:
        return lambda year: Period(year * MONTHS + 1, min(year * MONTHS + 12, period.last))
    first, last = period.first % MONTHS, period.last % MONTHS
    return lambda year: Period(year * MONTHS + first, year * MONTHS + last)


def _monthly(period: Period) -> tuple[tuple[str, Period], ...]:
    january = period.year * MONTHS + 1
    return tuple(
        (f"{month // MONTHS}-{month % MONTHS:02}", Period(month, month))
        for month in months_between(january, period.last)
    )


MONTHLY = Course("month", _monthly)
