"""Everyone entitled to the services at the end of a month: the headline of the reports."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.statistics.breaks import COUNTED_SINCE_2016
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure
from suoja.statistics.measures.stock import OPEN, is_open


def select(facts: Facts, period: Period) -> Rows[SpellFact]:
    """Return the spells of clients and of children open when the period ends."""
    return facts.spells.where(lambda spell: is_open(spell, period.last), reads=OPEN)


PERSONS_IN_SCOPE = Measure(
    id="persons_in_scope",
    title=_("Clients and their children"),
    definition=_("All clients and, beside them, their dependent children, at the period's end."),
    sources=("R168",),
    traps=(
        _("The headline of 2020, 916, is 704 clients and 212 children."),
        _("Before 2016 the reports print the clients alone."),
    ),
    select=select,
    flow=False,
    since=201601,
    breaks=(COUNTED_SINCE_2016,),
)
