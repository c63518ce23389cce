"""What a measure is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suoja.core.calendar import Month, Period
from suoja.statistics.breaks import SeriesBreak, Text
from suoja.statistics.choices import Counts
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts

Row = TypeVar("Row")
__all__ = ["Measure", "SeriesBreak", "Text"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Measure(Generic[Row]):
    """One definition of what is counted.

    A `flow` happens during a period and adds up over months; the others are counted at the end of
    its last month. `since` and `until` are the first and last month for which the office has the
    numbers.
    """

    id: str
    title: Text
    definition: Text
    sources: tuple[str, ...]
    traps: tuple[Text, ...]
    select: Callable[[Facts, Period], Rows[Row]]
    flow: bool = True
    since: Month = 200601
    until: Month | None = None
    counts: Counts = Counts.PERSONS
    breaks: tuple[SeriesBreak, ...] = ()

    def why_left_out(self, period: Period) -> str | None:
        """Return, in the language that is active, why a period has no such number."""
        if period.last < self.since:
            return _("Not counted before %(month)s.") % {"month": _month(self.since)}
        if self.until is not None and period.first > self.until:
            return _("Counted up to %(month)s only.") % {"month": _month(self.until)}
        return None


def _month(month: Month) -> str:
    return date_format(Period(month, month).first_day, "YEAR_MONTH_FORMAT")
