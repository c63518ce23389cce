"""Everyone who came under the services in a period: clients and children together."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.statistics.breaks import COUNTED_SINCE_2016
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures import new_children, new_clients
from suoja.statistics.measures.definition import Measure


def select(facts: Facts, period: Period) -> Rows[SpellFact]:
    """Return the new clients and, beside them, the new children."""
    return facts.spells.where(
        lambda spell: new_clients.counts(spell, period) or new_children.counts(spell, period),
        reads=(*new_clients.READS, *new_children.READS),
    )


NEW_PERSONS = Measure(
    id="new_persons",
    title=_("New clients and their children"),
    definition=_("New clients, and the dependent children taken in beside their guardians."),
    sources=("R153", "R168"),
    traps=(
        _("297 = 247 + 50 in 2020: the headline holds children, the breakdowns do not."),
        _("Comparing this with the new clients of a year before 2016 compares different things."),
    ),
    select=select,
    since=201601,
    breaks=(COUNTED_SINCE_2016,),
)
