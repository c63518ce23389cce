"""Decisions on entry and removal together, as the reports chart them."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.referrals.facts import ReferralFact
from suoja.statistics.choices import Counts
from suoja.statistics.facts import Facts
from suoja.statistics.measures import exits
from suoja.statistics.measures.definition import Measure


def select(facts: Facts, period: Period) -> list[ReferralFact | SpellFact]:
    """Return the referrals decided in the period and the clients removed in it."""
    decided = [referral for referral in facts.referrals if referral.decided in period]
    return [*decided, *exits.select(facts, period)]


MOVEMENTS = Measure(
    id="movements",
    title=_("Decisions on entry and removal"),
    definition=_(
        "Decisions made in the period on referrals, and removals of clients. Admissions of people "
        "who had been clients before are shown apart."
    ),
    sources=("R063", "R135", "R142"),
    traps=("Mixes requests and persons: its total means only how many decisions there were.",),
    select=select,
    counts=Counts.CASES,
)
