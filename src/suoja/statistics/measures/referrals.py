"""Proposals that a person be admitted."""

from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.referrals.facts import ReferralFact
from suoja.statistics.choices import Counts
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure


def select(facts: Facts, period: Period) -> Rows[ReferralFact]:
    """Return the referrals received in the period."""
    return facts.referrals.where(lambda each: each.received in period, reads=("received",))


REFERRALS = Measure(
    id="referrals",
    title=_("Referrals"),
    definition=_(
        "Proposals received in the period that a person be admitted, whoever made them. One "
        "proposal is about one person; minor children are not counted."
    ),
    sources=("R044", "R053", "R054", "R144", "R152"),
    traps=(
        _("A request is not a person: who is proposed three times is three referrals."),
        _("Received in the period, whenever decided."),
        _("People proposed together are a referral each; a group can fill a row of a table."),
        _(
            "The 2014 report counts lawyers apart; since 2018 who asks with a volunteer support "
            "person asks in person."
        ),
        _(
            "A shelter that an organisation keeps is among the shelters, and the organisation is "
            "named as well: two tables, never added up."
        ),
    ),
    select=select,
    counts=Counts.CASES,
)
