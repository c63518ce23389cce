"""The tables of a report, chapter by chapter, in the order of the reports (domain.md 3)."""

from collections.abc import Iterator
from typing import Any

from suoja.core.calendar import Period
from suoja.statistics.contents import finland, history, new, proceedings, stock
from suoja.statistics.spec import Spec

SPECS: tuple[Spec[Any], ...] = (
    *proceedings.REFERRALS,
    *proceedings.DECISIONS,
    *new.SPECS,
    *finland.SPECS,
    *stock.SPECS,
    *proceedings.PERIODS,
    *history.SPECS,
)


def specs_of(period: Period) -> tuple[Spec[Any], ...]:
    """Return the tables that a report on the period has."""
    return tuple(spec for spec in SPECS if spec.measure.why_left_out(period) is None)


def left_out(period: Period) -> Iterator[tuple[Spec[Any], str]]:
    """Yield each table that the period cannot have, and why, in the language that is active."""
    for spec in SPECS:
        reason = spec.measure.why_left_out(period)
        if reason is not None:
            yield spec, reason
