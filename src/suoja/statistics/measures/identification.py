"""Official identification by the assistance system itself."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.identification.facts import IdentificationFact
from suoja.statistics.choices import Assessment
from suoja.statistics.dimensions.process import standing
from suoja.statistics.facts import Facts
from suoja.statistics.measures import stock
from suoja.statistics.measures.definition import Measure, SeriesBreak

OWN = "assistance_system"


def select(facts: Facts, period: Period) -> list[IdentificationFact]:
    """Return the system's own assessments decided in the period, or open then of a client."""
    clients = {spell.person for spell in stock.select(facts, period)}
    return [fact for fact in facts.identifications if _counts(fact, period, clients)]


def _counts(fact: IdentificationFact, period: Period, clients: Collection[int]) -> bool:
    stands = standing(fact, period)
    is_open = stands in (Assessment.UNFINISHED, Assessment.WAITING)
    return fact.body == OWN and stands is not None and (not is_open or fact.person in clients)


IDENTIFICATION = Measure(
    id="identification",
    title=_("Official identification by the assistance system"),
    definition=_(
        "Assessments that the assistance system itself finished in the period, by outcome, and "
        "those unfinished or still waiting to begin when it ended."
    ),
    sources=("R066", "R126", "R127", "R141"),
    traps=(
        "Identifications by the police or the Immigration Service are not counted.",
        "“Assessed” in the reports is identified, not identified and unfinished together.",
        "Waiting is a number at the end of the period, not of the period.",
        "Who has left waits no longer, and waits on when taken in again.",
        "Since 2023 admission itself identifies; the queue is of the law before.",
    ),
    select=select,
    since=201507,
    until=202212,
    breaks=(
        SeriesBreak(2023, _("Since 2023 admission to the system is itself the identification.")),
    ),
)
