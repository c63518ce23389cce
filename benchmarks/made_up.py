"""A made-up caseload of any size, drawn column by column: facts without a database."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Month, months_between
from suoja.identification.facts import IdentificationFact
from suoja.periods.facts import PeriodFact
from suoja.referrals.facts import ReferralFact
from suoja.statistics.columns import Codes, Column, Columns, Rows
from suoja.statistics.dimensions.process import EXIT_GROUNDS, REFUSAL_GROUNDS
from suoja.statistics.facts import Facts
from suoja.vocabulary.choices import Form, Organisation, Referrer, ResidenceStatus, Sex
from suoja.vocabulary.countries import NATIONALITIES

MONTHS = months_between(200601, 202012)
NEVER = len(MONTHS)
LONGEST_STAY = 60
CHILDREN, REFUSED, GRANTED, ASSESSED = 0.3, 0.4, 0.1, 0.2


class Draw:
    """Draws columns; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        self.chance = np.random.default_rng(seed)

    def some(self, values: Sequence[Any], size: int, shares: Sequence[float] = ()) -> Column:
        weights = np.array(shares or [1.0] * len(values))
        codes = self.chance.choice(len(values), size, p=weights / weights.sum())
        return Column(list(values), codes.astype(np.uint8))

    def long_tailed(self, values: Sequence[Any], size: int) -> Column:
        places = self.chance.pareto(0.7, size).clip(max=1e9).astype(np.int64)
        return Column(list(values), places % len(values))

    def month(self, last: int, size: int) -> Codes:
        return self.chance.integers(0, last, size)


def caseload(clients: int, seed: int = 1) -> Facts:
    """Return the facts of so many clients, their children, and who was refused."""
    draw = Draw(seed)
    start = draw.month(NEVER, clients)
    end = np.minimum(start + draw.chance.integers(1, LONGEST_STAY, clients), NEVER)
    return Facts(
        referrals=_referrals(draw, start),
        spells=_spells(draw, start, end),
        periods=_periods(draw, start),
        identifications=_identifications(draw, start),
    )


def _rows(kind: type[Any], told: dict[str, Column], size: int) -> Rows[Any]:
    nothing = Column([None], np.zeros(size, dtype=np.uint8))
    columns = {field.name: told.get(field.name, nothing) for field in fields(kind)}
    return Rows(Columns(kind, columns))


def _same(value: Any, size: int) -> Column:
    return Column([value], np.zeros(size, dtype=np.uint8))


def _people(numbers: Codes) -> Column:
    return Column(range(1, int(numbers.max(initial=0)) + 2), numbers)


def _months(places: Codes) -> Column:
    return Column([*MONTHS, None], places)


def _referrals(draw: Draw, start: Codes) -> Rows[ReferralFact]:
    clients = len(start)
    refused = np.flatnonzero(draw.chance.random(clients) < REFUSED)
    size = clients + len(refused)
    decided = np.concatenate([start, draw.month(NEVER, len(refused))])
    second = (np.arange(size) >= clients).astype(np.uint8)
    told = {
        "person": _people(np.concatenate([np.arange(clients), refused])),
        "request_number": Column([1, 2], second),
        "received": _months(np.maximum(decided - draw.month(3, size), 0)),
        "decided": _months(decided),
        "referrer": draw.some(list(Referrer.values), size),
        "organisation": draw.some([None, None, *Organisation.values], size),
        "outcome": Column(["positive", "negative"], second),
        "refusal_ground": draw.some(REFUSAL_GROUNDS, size),
        "readmission": _same(value=False, size=size),
    }
    return _rows(ReferralFact, told, size)


def _spells(draw: Draw, start: Codes, end: Codes) -> Rows[SpellFact]:
    clients = len(start)
    guardians = np.flatnonzero(draw.chance.random(clients) < CHILDREN)
    size = clients + len(guardians)
    begun, ended = np.append(start, start[guardians]), np.append(end, end[guardians])
    is_child = np.arange(size) >= clients
    category = np.where(is_child, 2, draw.chance.random(size) < 0.02)
    told = {
        "person": _people(np.arange(size)),
        "category": Column(["victim", "witness", "dependent_child"], category),
        "spell_number": _same(1, size),
        "started": _months(begun),
        "ended": _months(ended),
        "end_ground": draw.some(EXIT_GROUNDS, size),
        **_what_they_are(draw, size),
        **_what_was_told(draw, size),
        "residence_now": _changes(draw, begun),
        "guardian_residence_status": draw.some(ResidenceStatus.values, size),
    }
    return _rows(SpellFact, told, size)


def _what_they_are(draw: Draw, size: int) -> dict[str, Column]:
    return {
        "sex": draw.some(Sex.values, size, (55, 44, 1)),
        "nationality": draw.long_tailed(NATIONALITIES, size),
        "age_at_admission": draw.some([None, 15, 17, 19, 22, 27, 33, 41, 58, 71], size),
        "adult_from": draw.some([None, *MONTHS], size),
        "residence_status": draw.some(ResidenceStatus.values, size),
        "referrer": draw.some(list(Referrer.values), size),
        "organisation": draw.some([None, None, *Organisation.values], size),
    }


def _what_was_told(draw: Draw, size: int) -> dict[str, Column]:
    return {
        "form": draw.some(Form.values, size, (62, 122, 45, 5, 3, 2, 1, 1, 6)),
        "place": draw.some(["in_finland", "abroad"], size),
        "home_country": draw.some([True, False], size),
        "conflict_zone": draw.some([True, False], size, (1, 3)),
        "exploited_as_minor": draw.some([True, False, None], size, (1, 3, 1)),
    }


def _changes(draw: Draw, begun: Codes) -> Column:
    """Give three in ten one change of residence status, in any month after their admission."""
    changes = [(), *(((month, "residence_permit"),) for month in MONTHS)]
    moved = draw.chance.random(len(begun)) < 0.3
    return Column(changes, np.where(moved, np.minimum(begun + 6, NEVER - 1) + 1, 0))


def _periods(draw: Draw, start: Codes) -> Rows[PeriodFact]:
    who = np.flatnonzero(draw.chance.random(len(start)) < GRANTED)
    told = {
        "person": _people(who),
        "kind": draw.some(["reflection", "recovery"], len(who)),
        "granted": _months(start[who]),
        "granted_by": draw.some(["assistance_system", "police", "border_guard"], len(who)),
        "days": _same(90, len(who)),
        "client": _same(value=True, size=len(who)),
    }
    return _rows(PeriodFact, told, len(who))


def _identifications(draw: Draw, start: Codes) -> Rows[IdentificationFact]:
    who = np.flatnonzero(draw.chance.random(len(start)) < ASSESSED)
    ends: tuple[Month | None, ...] = (None, 202011)
    told = {
        "person": _people(who),
        "waiting_since": _months(start[who]),
        "assessed": draw.some(ends, len(who)),
        "decided": _same(None, len(who)),
        "body": _same("assistance_system", len(who)),
    }
    return _rows(IdentificationFact, told, len(who))
