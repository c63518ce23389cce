"""The times of a series in words: years and months of what happened, days of what was counted."""

from django.utils.formats import date_format
from django.utils.translation import pgettext

from suoja.core.calendar import Period
from suoja.statistics.measures import ALL

MEASURES = {measure.id: measure for measure in ALL}
MONTH_CODE = len("2020-01")


def window_of(code: str) -> Period:
    """Return the period that a category of a series names."""
    is_month = len(code) == MONTH_CODE and code[-2:].isdigit()
    return Period.parse(f"{code}..{code}" if is_month else code)


def is_counted(population: str, period: Period) -> bool:
    """Test if the measure was in force: before, a zero would mean that nobody counted."""
    measure = MEASURES.get(population)
    if measure is None:
        return False
    return measure.since <= period.last and (measure.until or period.first) >= period.first


def when(period: Period, population: str) -> str:
    """Return the words for when these people were counted."""
    last = date_format(period.last_day, "DATE_FORMAT")
    if population in MEASURES and not MEASURES[population].flow:
        return pgettext("when", "on %(day)s") % {"day": last}
    year, part = {"year": period.year}, str(period).removeprefix(str(period.year))
    if part == "":
        return pgettext("when", "in %(year)s") % year
    if part == "-H1":
        return pgettext("when", "in the first half of %(year)s") % year
    if part == "-H2":
        return pgettext("when", "in the second half of %(year)s") % year
    first = date_format(period.first_day, "DATE_FORMAT")
    return pgettext("when", "from %(first)s to %(last)s") % {"first": first, "last": last}
