"""Children who come under the system's care beside a guardian."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.statistics.breaks import COUNTED_SINCE_2016
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure
from suoja.vocabulary.choices import Category

BECAME_CLIENT = "became_client"

READS = ("started", "ended", "end_ground", "category")


def counts(spell: SpellFact, period: Period) -> bool:
    """Test if the child was taken in during the period and did not become a client within it."""
    return (
        spell.started in period
        and spell.category == Category.DEPENDENT_CHILD
        and not (spell.end_ground == BECAME_CLIENT and spell.ended in period)
    )


def select(facts: Facts, period: Period) -> Rows[SpellFact]:
    """Return the children taken in during the period who did not become clients within it."""
    return facts.spells.where(lambda spell: counts(spell, period), reads=READS)


NEW_CHILDREN = Measure(
    id="new_children",
    title=_("New dependent children"),
    definition=_(
        "Minor children of clients who came under the services beside their guardian in the "
        "period. They are counted beside the clients, never among them."
    ),
    sources=("R151", "R153", "R155", "R168"),
    traps=(
        _("A child who becomes a client in the same period is counted as a new client, once."),
        _("No child is a referral."),
        _("Numbers before 2016 are not to be charted with later ones."),
        _("A child with two guardians who are clients is one child."),
    ),
    select=select,
    since=201601,
    breaks=(COUNTED_SINCE_2016,),
)
