"""Everyone who has ever been a client."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures import new_clients
from suoja.statistics.measures.definition import Measure

BEGINNING = 200601


def select(facts: Facts, period: Period) -> Rows[SpellFact]:
    """Return the first spell of everyone admitted since the system began."""
    return new_clients.select(facts, Period(min(BEGINNING, period.last), period.last))


CUMULATIVE_CLIENTS = Measure(
    id="cumulative_clients",
    title=_("Clients since 2006"),
    definition=_(
        "People who have been clients, as victims or witnesses, at any time from 2006 to the "
        "period's end, each once."
    ),
    sources=("R142", "R151"),
    traps=(
        _(
            "Counted from persons, not from yearly figures: those of outside sources give "
            "1,269 for 2020, the office prints 1,257."
        ),
    ),
    select=select,
    flow=False,
)
