"""Days and calendar months. Periods are half-open: an end is the first day after."""

from calendar import monthrange
from datetime import date, timedelta

MONTHS_IN_YEAR = 12


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or the last day of a month too short for it."""
    years, month = divmod(day.month - 1 + months, MONTHS_IN_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def start_of_whole(start: date, used_days: int) -> date:
    """Return the day a period would have begun, had the days used before come right before it."""
    return start - timedelta(days=used_days)
