"""Clients who left."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure
from suoja.vocabulary.choices import Category


def select(facts: Facts, period: Period) -> Rows[SpellFact]:
    """Return the spells of victims and witnesses that ended in the period."""
    return facts.spells.where(
        lambda spell: spell.ended in period and spell.category != Category.DEPENDENT_CHILD,
        reads=("ended", "category"),
    )


EXITS = Measure(
    id="exits",
    title=_("Clients who left"),
    definition=_("Victims and witnesses removed from the assistance system in the period."),
    sources=("R135", "R136", "R137", "R138", "R139", "R140", "R141"),
    traps=(
        _("Children who leave are not counted."),
        _("Who leaves twice in a period is counted twice."),
        _("Who disappears and is found again has left, and is taken in again: not a new client."),
        _("The percentages of the 2014 report do not fit its own number of exits."),
    ),
    select=select,
)
