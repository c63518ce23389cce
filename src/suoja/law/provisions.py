"""What a provision is, and how the one in force on a day is found."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

FIRST_DAY = date(2006, 1, 1)  # the assistance system was set up in 2006 (R003)
ACT_2015 = date(2015, 7, 1)  # Act 388/2015
NOVEMBER_2018_OVER = date(2018, 12, 1)
REFORM_2023 = date(2023, 1, 1)

DAY_OF_NOVEMBER = (
    "The 2018 report says November 2018 without a day: 1 December is taken as the first day "
    "of the new practice."
)
DAY_OF_REFORM = (
    "That the Act proposed in HE 220/2022 came into force on 1 January 2023 is general knowledge."
)

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Generic[Value_co]):
    """One rule in our own words, with the time it holds and where it comes from.

    `in_force_to` is the first day on which it no longer holds. `verified` is false where no
    source that we have read says it, or says it of that time; the note tells what is uncertain.
    """

    subject: str
    version: str = ""
    value: Value_co
    text: str
    in_force_from: date
    in_force_to: date | None = None
    sources: tuple[str, ...]
    verified: bool = True
    note: str = ""

    @property
    def id(self) -> str:
        """Return the name by which tests and documents call the provision."""
        return f"{self.subject}_{self.version}" if self.version else self.subject

    def holds_on(self, day: date) -> bool:
        """Test if the provision is in force on the day."""
        begun = self.in_force_from <= day
        return begun and (self.in_force_to is None or day < self.in_force_to)


@dataclass(frozen=True, slots=True)
class Timeline(Generic[Value_co]):
    """The provisions on one subject, one after the other.

    `before` says why there is none at first, and `otherwise` is the answer for that time.
    The subject is the path to the answer: `reflection.minimum_days` is
    `law.on(day).reflection.minimum_days`.
    """

    provisions: tuple[Provision[Value_co], ...]
    otherwise: Value_co
    before: str = ""

    @property
    def subject(self) -> str:
        """Return what the provisions are about."""
        return self.provisions[0].subject

    def on(self, day: date) -> Provision[Value_co] | None:
        """Return the provision in force on the day, or None in the time of `before`."""
        return next((each for each in self.provisions if each.holds_on(day)), None)

    def value_on(self, day: date) -> Value_co:
        """Return what the law says on the day."""
        provision = self.on(day)
        return self.otherwise if provision is None else provision.value
