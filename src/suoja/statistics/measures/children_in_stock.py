"""Children under the system's care at the end of a month."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.statistics.breaks import COUNTED_SINCE_2016
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure
from suoja.statistics.measures.stock import OPEN, is_open
from suoja.vocabulary.choices import Category


def select(facts: Facts, period: Period) -> Rows[SpellFact]:
    """Return the spells of children open when the period ends."""
    return facts.spells.where(
        lambda spell: is_open(spell, period.last) and spell.category == Category.DEPENDENT_CHILD,
        reads=OPEN,
    )


CHILDREN_IN_STOCK = Measure(
    id="children_in_stock",
    title=_("Dependent children"),
    definition=_(
        "Minor children who are beside a client at the end of the last day of the period."
    ),
    sources=("R151", "R155", "R168"),
    traps=(
        _("A child who became a client, came of age, or whose guardian left is no longer here."),
        _("The guardian's residence status is that of the guardian's admission."),
    ),
    select=select,
    flow=False,
    since=201601,
    breaks=(COUNTED_SINCE_2016,),
)
