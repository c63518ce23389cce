"""What a report, its period and a break of its series are called."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from suoja.core.calendar import Period
from suoja.statistics.measures import ALL
from suoja.statistics.tables import SeriesBreak

YEAR_MONTHS = 12
STOCKS = frozenset(measure.id for measure in ALL if not measure.flow)


def title_of(period: Period) -> str:
    """Return what a report on this period is called."""
    months = (period.last // 100 - period.first // 100) * YEAR_MONTHS + (
        period.last - period.first
    ) % 100
    if str(period) == str(period.year):
        return _("Annual report %(year)s") % {"year": period.year}
    if months == YEAR_MONTHS // 2 - 1:
        return _("Half-year report, %(period)s") % {"period": period_words(period)}
    return _("Report, %(period)s") % {"period": period_words(period)}


def period_words(period: Period) -> str:
    """Return the year, or the first and the last day."""
    if str(period) == str(period.year):
        return str(period)
    return days_of(period)


def counted_words(population: str, period: Period) -> str:
    """Return when people are counted: through the period, or on its last day."""
    if population not in STOCKS:
        return period_words(period)
    day = date_format(period.last_day, "DATE_FORMAT")
    return pgettext("when", "on %(day)s") % {"day": day}


def days_of(period: Period) -> str:
    """Return the first and the last day."""
    return "–".join(date_format(day, "DATE_FORMAT") for day in (period.first_day, period.last_day))


def break_words(each: SeriesBreak) -> str:
    """Return from when on the numbers of a series mean something else, and what."""
    return _("Break in the series in %(year)s: %(note)s") % {"year": each.year, "note": each.note}
