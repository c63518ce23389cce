"""Everyone entitled to the services at the end of a month: the headline of the reports."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.statistics.facts import Facts
from suoja.statistics.measures import children_in_stock, stock
from suoja.statistics.measures.definition import Measure
from suoja.statistics.measures.new_children import COUNTED_SINCE_2016


def select(facts: Facts, period: Period) -> list[SpellFact]:
    """Return the clients in stock and, beside them, the children."""
    return [*stock.select(facts, period), *children_in_stock.select(facts, period)]


PERSONS_IN_SCOPE = Measure(
    id="persons_in_scope",
    title=_("Clients and their children"),
    definition=_("All clients and, beside them, their dependent children, at the period's end."),
    sources=("R168",),
    traps=("916 = 704 + 212 in 2020; before 2016 the reports print the clients alone.",),
    select=select,
    flow=False,
    breaks=(COUNTED_SINCE_2016,),
)
