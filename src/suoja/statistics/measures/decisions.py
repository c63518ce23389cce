"""What was decided on referrals."""

from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.referrals.facts import ReferralFact
from suoja.statistics.choices import Counts
from suoja.statistics.columns import Rows
from suoja.statistics.dimensions.process import DECIDED, is_pending
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure


def select(facts: Facts, period: Period) -> Rows[ReferralFact]:
    """Return the referrals decided in the period and those that wait at its end."""
    return facts.referrals.where(
        lambda referral: referral.decided in period or is_pending(referral, period), reads=DECIDED
    )


DECISIONS = Measure(
    id="decisions",
    title=_("Decisions on referrals"),
    definition=_(
        "Referrals on which a decision was made in the period, by outcome, and as pending those "
        "that had been received and were undecided when it ended."
    ),
    sources=("R063", "R067", "R068", "R069", "R142"),
    traps=(
        _("Decisions of a year are not the referrals of a year: 34 decided in 2020 came in 2019."),
        _("A positive decision may admit again or extend: it is not always a new client."),
        _("A second or third request may be decided like a first one; each decision is counted."),
        _("Pending ones of two half-years do not add up."),
        _("Withdrawn consent lapses a referral: it is not a refusal."),
    ),
    select=select,
    counts=Counts.CASES,
)
