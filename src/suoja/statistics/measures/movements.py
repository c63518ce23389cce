"""Decisions on entry and removal together, as the reports chart them."""

from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.statistics.choices import Counts, Movement
from suoja.statistics.columns import Rows
from suoja.statistics.dimensions.definition import Classed, classed, codes
from suoja.statistics.dimensions.process import movement
from suoja.statistics.facts import Facts
from suoja.statistics.measures import exits
from suoja.statistics.measures.definition import Measure


def select(facts: Facts, period: Period) -> Rows[Classed]:
    """Return the referrals decided in the period and the clients removed in it."""
    decided = facts.referrals.where(lambda each: each.decided in period, reads=("decided",))
    sizes = decided.tally(movement, codes(Movement), reads=("outcome", "readmission"))
    return classed(sizes | {Movement.REMOVED: len(exits.select(facts, period))})


MOVEMENTS = Measure(
    id="movements",
    title=_("Decisions on entry and removal"),
    definition=_(
        "Decisions made in the period on referrals, and removals of clients. Admissions of people "
        "who had been clients before are shown apart."
    ),
    sources=("R063", "R135", "R142"),
    traps=(
        _("Mixes requests and persons: its total means only how many decisions there were."),
        _(
            "Admissions again are a row of their own, so that positive decisions less new clients "
            "do not give away a number that is hidden."
        ),
    ),
    select=select,
    counts=Counts.CASES,
)
