"""Lengths of periods. Periods are half-open: an end is the first day after."""

from datetime import date, timedelta


def start_of_whole(start: date, used_days: int) -> date:
    """Return the day a period would have begun, had the days used before come right before it."""
    return start - timedelta(days=used_days)
