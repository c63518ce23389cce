"""How many nationalities a population has. Not a number of persons, so never small."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.statistics.choices import Counted, Counts
from suoja.statistics.facts import Facts
from suoja.statistics.measures import exploited_in_finland, new_clients, stock
from suoja.statistics.measures.definition import Measure
from suoja.vocabulary.countries import UNKNOWN

Nationality = tuple[str, str]
_SELECT = {
    Counted.NEW_CLIENTS: new_clients.select,
    Counted.EXPLOITED_IN_FINLAND: exploited_in_finland.select,
    Counted.STOCK: stock.select,
}


def select(facts: Facts, period: Period) -> list[Nationality]:
    """Return each population with each nationality that occurs in it."""
    return [
        (population.value, nationality)
        for population, of in _SELECT.items()
        for nationality in _distinct(of(facts, period))
    ]


def _distinct(spells: Iterable[SpellFact]) -> list[str]:
    return sorted({spell.nationality for spell in spells} - {UNKNOWN})


NATIONALITIES = Measure(
    id="nationalities",
    title=_("Number of nationalities"),
    definition=_(
        "How many different nationalities there are. Statelessness counts as one, an unknown "
        "nationality does not count."
    ),
    sources=("R146", "R166"),
    traps=("“50 nationalities, incl. one stateless” counts it; 64 + 3 does not say.",),
    select=select,
    flow=False,
    counts=Counts.THINGS,
)
