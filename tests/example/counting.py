"""Counts the plan in plain Python, knowing nothing of how it was solved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from suoja.core.calendar import Period, age_on, birthday
from suoja.example.plan.cases import (
    PlannedCase,
    PlannedExploitation,
    PlannedReferral,
    PlannedSpell,
)
from suoja.vocabulary.countries import FINLAND, REGION_OF


@dataclass(frozen=True)
class Client:
    """A spell with what is known of the person, as the reports look at it."""

    case: PlannedCase
    spell: PlannedSpell

    @property
    def primary(self) -> PlannedExploitation | None:
        return next((told for told in self.case.exploitations if told.is_primary), None)

    @property
    def form(self) -> str | None:
        return self.primary.form if self.primary and self.spell.category == "victim" else None

    @property
    def place(self) -> str | None:
        if self.form is None:
            return None
        in_finland = FINLAND in {segment.country for segment in self.primary.segments}
        return "in_finland" if in_finland else "abroad"

    @property
    def home(self) -> bool:
        countries = {segment.country for segment in self.primary.segments}
        return countries == {self.case.person.nationality}

    @property
    def conflict(self) -> bool:
        return any(segment.conflict_zone for segment in self.primary.segments)

    @property
    def region(self) -> str:
        return REGION_OF[self.case.person.nationality]

    @property
    def without_country(self) -> bool:
        return self.region in ("no_nationality", "unknown")

    @property
    def minor(self) -> bool:
        return age_on(self.case.person.birth_date, self.spell.started_on) < 18

    @property
    def subform(self) -> str | None:
        return self.primary.subform if self.primary else None

    @property
    def exploited_as_minor(self) -> bool:
        if self.primary is None:
            return False
        return age_on(self.case.person.birth_date, self.primary.began_on) < 18

    @property
    def referral(self) -> PlannedReferral:
        return self.case.referrals[self.spell.referral]

    def minor_on(self, day: date) -> bool:
        return birthday(self.case.person.birth_date, 18) > day


class Count:
    """The questions the reports ask."""

    def __init__(self, cases: Iterable[PlannedCase]) -> None:
        self.cases = list(cases)
        self.clients = [Client(case, spell) for case in self.cases for spell in case.spells]

    def new(self, period: str, **wanted: object) -> list[Client]:
        when = Period.parse(period)
        first = (c for c in self.clients if c.spell.number == 1)
        return _those((c for c in first if _in(c.spell.started_on, when)), wanted)

    def stock(self, day: date, **wanted: object) -> list[Client]:
        return _those((c for c in self.clients if _there(c.spell, day)), wanted)

    def exits(self, period: str, ground: str | None = None) -> list[Client]:
        when = Period.parse(period)
        left = (c for c in self.clients if c.spell.ended_on and _in(c.spell.ended_on, when))
        return [c for c in left if ground in (None, c.spell.ground)]

    def requests(self, period: str, **wanted: object) -> list[PlannedReferral]:
        when = Period.parse(period)
        every = (r for case in self.cases for r in case.referrals)
        return _those((r for r in every if _in(r.received_on, when)), wanted)

    def decided(self, period: str, **wanted: object) -> list[PlannedReferral]:
        when = Period.parse(period)
        every = (r for case in self.cases for r in case.referrals)
        return _those((r for r in every if r.decided_on and _in(r.decided_on, when)), wanted)

    def children(self, day: date) -> int:
        return sum(
            child.started_on <= day and (child.ended_on is None or child.ended_on > day)
            for case in self.cases
            for child in case.children
        )


def nationalities(clients: Iterable[Client], *, countries_only: bool = True) -> set[str]:
    apart = {"stateless", "unknown"} if countries_only else set()
    return {c.case.person.nationality for c in clients} - apart


def _in(day: date, period: Period) -> bool:
    return day.year * 100 + day.month in period


def _there(spell: PlannedSpell, day: date) -> bool:
    return spell.started_on <= day and (spell.ended_on is None or spell.ended_on > day)


def _those(items, wanted):
    return [i for i in items if all(_value(i, name) == value for name, value in wanted.items())]


def _value(item, name):
    holders = [item]
    if isinstance(item, Client):
        holders += [item.spell, item.case.person, item.referral]
    return next(getattr(holder, name) for holder in holders if hasattr(holder, name))
