"""How many nationalities a population has. Not a number of persons, so never small."""

from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.statistics.choices import Counted, Counts
from suoja.statistics.columns import Rows
from suoja.statistics.dimensions.definition import Classed, classed
from suoja.statistics.facts import Facts
from suoja.statistics.measures import exploited_in_finland, new_clients, stock
from suoja.statistics.measures.definition import Measure
from suoja.vocabulary.countries import STATELESS, UNKNOWN

NO_NATIONALITY = {STATELESS, UNKNOWN}
_SELECT = {
    Counted.NEW_CLIENTS: new_clients.select,
    Counted.EXPLOITED_IN_FINLAND: exploited_in_finland.select,
    Counted.STOCK: stock.select,
}


def select(facts: Facts, period: Period) -> Rows[Classed]:
    """Return each population once for each nationality that occurs in it."""
    return classed(
        {
            population.value: len(of(facts, period).values("nationality") - NO_NATIONALITY)
            for population, of in _SELECT.items()
        }
    )


NATIONALITIES = Measure(
    id="nationalities",
    title=_("Number of nationalities"),
    definition=_(
        "How many different nationalities there are. Being stateless or of an unknown nationality "
        "does not count as one."
    ),
    sources=("R146", "R166"),
    traps=(
        _(
            "The 2020 report counts statelessness among the nationalities of new clients, and "
            "not among those of all clients: here it never counts."
        ),
    ),
    select=select,
    flow=False,
    since=200801,
    counts=Counts.THINGS,
)
