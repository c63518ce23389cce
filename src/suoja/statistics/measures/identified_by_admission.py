"""Victims identified since 2023, when admission itself became the identification."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.statistics.breaks import IDENTIFIED_BY_ADMISSION as SINCE_THE_REFORM
from suoja.statistics.columns import Rows
from suoja.statistics.dimensions.exploitation import CAPACITY, capacity_at
from suoja.statistics.facts import Facts
from suoja.statistics.measures import new_clients
from suoja.statistics.measures.definition import Measure
from suoja.vocabulary.choices import Category


def select(facts: Facts, period: Period) -> Rows[SpellFact]:
    """Return the new clients who were admitted as victims."""
    return new_clients.select(facts, period).where(
        lambda spell: capacity_at(spell, None) == Category.VICTIM, reads=CAPACITY
    )


IDENTIFIED_BY_ADMISSION = Measure(
    id="identified_by_admission",
    title=_("Victims identified by admission"),
    definition=_(
        "People admitted for the first time in the period as victims. Since 2023 the decision to "
        "admit is also the official identification by the assistance system."
    ),
    sources=("R066", "R126", "HE 220/2022"),
    traps=(
        _("Before 2023 identification was a later step: the two numbers are not one series."),
        _("Witnesses are new clients, and not identified."),
        _("It does not bind other authorities, and says nothing of a court's judgment."),
    ),
    select=select,
    since=202301,
    breaks=(SINCE_THE_REFORM,),
)
