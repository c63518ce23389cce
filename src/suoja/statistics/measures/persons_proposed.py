"""People proposed, where one person may be proposed more than once."""

from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.statistics.choices import Counts, Repetition
from suoja.statistics.columns import Rows
from suoja.statistics.dimensions.definition import Classed, classed
from suoja.statistics.facts import Facts
from suoja.statistics.measures import referrals
from suoja.statistics.measures.definition import Measure


def select(facts: Facts, period: Period) -> Rows[Classed]:
    """Return for each referral of the period whether it is the person's first in it."""
    received = referrals.select(facts, period)
    first = len(received.values("person"))
    again = len(received) - first
    return classed({Repetition.FIRST_IN_PERIOD: first, Repetition.AGAIN_IN_PERIOD: again})


PERSONS_PROPOSED = Measure(
    id="persons_proposed",
    title=_("People proposed"),
    definition=_(
        "Referrals of the period, told apart by whether the same person was proposed in it before."
    ),
    sources=("R152",),
    traps=(
        _(
            "Where few people are proposed twice, people and referrals are not printed beside "
            "each other: the difference would tell how many."
        ),
        _("First in the period is not first ever: that is the request number."),
    ),
    select=select,
    counts=Counts.CASES,
)
