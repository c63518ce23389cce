"""Referrals that were refused."""

from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.referrals.facts import ReferralFact
from suoja.statistics.choices import Counts, Outcome
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure


def select(facts: Facts, period: Period) -> Rows[ReferralFact]:
    """Return the referrals refused in the period."""
    return facts.referrals.where(
        lambda each: each.decided in period and each.outcome == Outcome.NEGATIVE,
        reads=("decided", "outcome"),
    )


REFUSALS = Measure(
    id="refusals",
    title=_("Refusals"),
    definition=_("Negative decisions made in the period, by the ground given."),
    sources=("R067", "R068", "R069"),
    traps=(
        _("Who withdraws consent is not refused; the 2018 report is unclear on this."),
        _("Before 2018 the reports give no grounds."),
        _("Who is refused and asks again is not reopened: that is a second request."),
    ),
    select=select,
    counts=Counts.CASES,
)
