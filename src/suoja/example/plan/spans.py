"""Spans of whole months as text ("2014", "2018-H1", "201403"), and stays ("2013>2014 2016>").

A stay says in which span a person came and in which they left, spell by spell; without a second
half they are still there when the caseload ends.
"""

from functools import cache

from suoja.core.calendar import Month, Period, months_between

SPANS = (
    *(str(year) for year in range(2006, 2016)),
    *("2016-H1", "2016-H2", "2017-H1", "2017-H2", "2018-H1", "2018-H2", "2019", "2020"),
)
FIRST_MONTH, LAST_MONTH = 200601, 202012


@cache
def span(label: str) -> Period:
    """Read a span; six digits are one month, and so is 2014-03."""
    digits = label.replace("-", "")
    if len(digits) == 6 and digits.isdigit():
        return Period(int(digits), int(digits))
    return Period.parse(label)


@cache
def months(label: str) -> tuple[Month, ...]:
    """Return the months of a span."""
    return tuple(months_between(span(label).first, span(label).last))


@cache
def inside(label: str, whole: str) -> bool:
    """Test if the span `label` lies in the span `whole`."""
    return span(label).first in span(whole) and span(label).last in span(whole)


@cache
def spells(stay: str) -> tuple[tuple[str, str], ...]:
    """Return each coming and going of a stay; "" for a going that has not happened."""
    return tuple(_pair(spell) for spell in stay.split())


def _pair(spell: str) -> tuple[str, str]:
    came, _, left = spell.partition(">")
    return came, left


@cache
def covers(stay: str, label: str) -> bool:
    """Test if someone with this stay is there at the end of a span."""
    month = span(label).last
    return any(
        span(came).last <= month and (not left or span(left).first > month)
        for came, left in spells(stay)
    )


def later(month: Month, count: int) -> Month:
    """Return the month `count` months after `month`, or before it when `count` is negative."""
    number = month // 100 * 12 + month % 100 - 1 + count
    return number // 12 * 100 + number % 12 + 1


def distance(first: Month, last: Month) -> int:
    """Return how many months lie from `first` to `last`."""
    return (last // 100 - first // 100) * 12 + last % 100 - first % 100
