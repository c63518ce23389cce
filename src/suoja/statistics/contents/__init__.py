"""The tables of a report, chapter by chapter, in the order of the reports (domain.md 3)."""

from typing import Any

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
