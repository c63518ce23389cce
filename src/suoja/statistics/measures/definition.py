"""What a measure is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.functional import Promise

from suoja.core.calendar import Month, Period
from suoja.statistics.choices import Counts
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts

Row = TypeVar("Row")
Text = str | Promise


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """From `year` on the numbers mean something else than before."""

    year: int
    note: Text


@dataclass(frozen=True, kw_only=True, eq=False)
class Measure(Generic[Row]):
    """One definition of what is counted.

    A `flow` happens during a period and adds up over months; the others are counted at the end of
    its last month. `since` is the first month for which the office has the numbers.
    """

    id: str
    title: Text
    definition: Text
    sources: tuple[str, ...]
    traps: tuple[str, ...]
    select: Callable[[Facts, Period], Rows[Row]]
    flow: bool = True
    since: Month = 200601
    until: Month | None = None
    counts: Counts = Counts.PERSONS
    breaks: tuple[SeriesBreak, ...] = ()
