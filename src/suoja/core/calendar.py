"""Days, months and reporting periods, in Finland's time.

A month is an int, 202006 for June 2020: statistics know no day.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")
MAJORITY = 18

Month = int


def helsinki_date(moment: datetime) -> date:
    """Return the day in Finland on which `moment` (aware) falls."""
    return moment.astimezone(HELSINKI).date()


def month_of(day: date) -> Month:
    return day.year * 100 + day.month


def months_between(first: Month, last: Month) -> list[Month]:
    """Return the months from `first` to `last`, both included."""
    numbers = range(_ordinal(first), _ordinal(last) + 1)
    return [number // 12 * 100 + number % 12 + 1 for number in numbers]


def month_after(month: Month) -> Month:
    return month + 1 if month % 100 < 12 else month + 89


def month_before(month: Month) -> Month:
    return month - 1 if month % 100 > 1 else month - 89


def _ordinal(month: Month) -> int:
    return month // 100 * 12 + month % 100 - 1


def birthday(birth_date: date, age: int) -> date:
    """Return the day on which somebody turns `age`: 1 March for who was born on a leap day."""
    year = birth_date.year + age
    leap_day = (birth_date.month, birth_date.day) == (2, 29) and not calendar.isleap(year)
    return date(year, 3, 1) if leap_day else birth_date.replace(year=year)


def age_on(birth_date: date, day: date) -> int:
    """Return the age in full years."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it has no such day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


_FORMS = re.compile(
    r"(?P<year>\d{4})(-(?P<part>H[12]|Q[1-4]))?|(?P<first>\d{4}-\d{2})\.\.(?P<last>\d{4}-\d{2})"
)
_PARTS = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months, first and last included."""

    first: Month
    last: Month

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 2020, 2018-H1, 2019-Q3 or 2016-01..2016-08; raise ValueError otherwise."""
        match = _FORMS.fullmatch(text)
        if match is None:
            raise ValueError(f"{text} is not a period: write 2020, 2018-H1 or 2016-01..2016-08.")
        if match["year"]:
            first, last = _PARTS.get(match["part"], (1, 12))
            year = int(match["year"]) * 100
            return cls(year + first, year + last)
        period = cls(int(match["first"].replace("-", "")), int(match["last"].replace("-", "")))
        if not all(1 <= month % 100 <= 12 for month in (period.first, period.last)):
            raise ValueError(f"{text} names a month that is not in the calendar.")
        if period.last < period.first:
            raise ValueError(f"{text} ends before it begins.")
        return period

    @property
    def year(self) -> int:
        return self.last // 100

    @property
    def first_day(self) -> date:
        return date(self.first // 100, self.first % 100, 1)

    @property
    def last_day(self) -> date:
        return date(
            self.last // 100,
            self.last % 100,
            calendar.monthrange(self.last // 100, self.last % 100)[1],
        )

    def meets(self, other: "Period") -> bool:
        """Test if the two have a month in common."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Period") -> bool:
        """Test if all months of the other are of this one."""
        return self.first <= other.first and other.last <= self.last

    def __contains__(self, month: object) -> bool:
        return isinstance(month, int) and self.first <= month <= self.last

    def __str__(self) -> str:
        year = self.year * 100
        for part, (first, last) in _PARTS.items():
            if (self.first, self.last) == (year + first, year + last):
                return f"{self.year}-{part}"
        if (self.first, self.last) == (year + 1, year + 12):
            return str(self.year)
        return "..".join(f"{m // 100}-{m % 100:02}" for m in (self.first, self.last))
