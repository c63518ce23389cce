"""Days drawn within their month, never before what happened earlier."""

import calendar
from datetime import date
from random import Random

from suoja.core.calendar import Month


def last_of(month: Month) -> date:
    return date(month // 100, month % 100, calendar.monthrange(month // 100, month % 100)[1])


def draw_day(
    month: Month, random: Random, *, since: date | None = None, until: date | None = None
) -> date:
    """Return a day of the month, from `since` to `until` if these fall into it."""
    first, last = date(month // 100, month % 100, 1), last_of(month)
    first, last = max(first, since or first), min(last, until or last)
    return date.fromordinal(random.randint(first.toordinal(), max(first, last).toordinal()))


def draw_birth_date(month: Month, random: Random) -> date:
    """Return a birth date; none on a leap day, whose eighteenth birthday falls into March."""
    return draw_day(month, random, until=date(month // 100, month % 100, 28))
