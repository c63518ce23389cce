"""Official identification by the assistance system itself."""

from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.identification.facts import IdentificationFact
from suoja.statistics.breaks import IDENTIFIED_BY_ADMISSION
from suoja.statistics.choices import Assessment
from suoja.statistics.columns import Rows
from suoja.statistics.dimensions.process import STANDING, standing
from suoja.statistics.facts import Facts
from suoja.statistics.measures import stock
from suoja.statistics.measures.definition import Measure

OWN = "assistance_system"
UNDECIDED = (Assessment.UNFINISHED, Assessment.WAITING)


def select(facts: Facts, period: Period) -> Rows[IdentificationFact]:
    """Return the system's own assessments decided in the period, or open then of a client."""
    clients = stock.select(facts, period).values("person")
    own = facts.identifications.where(
        lambda fact: fact.body == OWN and standing(fact, period) is not None,
        reads=("body", "outcome", *STANDING),
    )
    return own.where(
        lambda fact: fact.person in clients or standing(fact, period) not in UNDECIDED,
        reads=("person", "outcome", *STANDING),
    )


IDENTIFICATION = Measure(
    id="identification",
    title=_("Official identification by the assistance system"),
    definition=_(
        "Assessments that the assistance system itself finished in the period, by outcome, and "
        "those unfinished or still waiting to begin when it ended."
    ),
    sources=("R066", "R126", "R127", "R141"),
    traps=(
        _("Identifications by the police or the Immigration Service are not counted."),
        _("“Assessed” in the reports is identified, not identified and unfinished together."),
        _("Waiting is a number at the end of the period, not of the period."),
        _("Who has left waits no longer, and waits on when taken in again."),
        _("Since 2023 admission itself identifies; the queue is of the law before."),
        _("A witness is never identified; who turns out to be a victim may be."),
    ),
    select=select,
    since=201507,
    until=202212,
    breaks=(IDENTIFIED_BY_ADMISSION,),
)
