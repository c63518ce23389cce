"""Reflection periods granted."""

from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.periods.facts import PeriodFact
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure

KIND = "reflection"


def select(facts: Facts, period: Period) -> Rows[PeriodFact]:
    """Return the reflection periods granted in the period, to clients and to others."""
    return facts.periods.where(
        lambda each: each.kind == KIND and each.granted in period, reads=("kind", "granted")
    )


REFLECTION_PERIODS = Measure(
    id="reflection_periods",
    title=_("Reflection periods"),
    definition=_(
        "Reflection periods granted in the period by the assistance system, the police or the "
        "Border Guard."
    ),
    sources=("R101", "R103", "R111"),
    traps=(
        _("The police and the Border Guard may grant one to a person who is no client."),
        _("Granted in the period, whenever it ends."),
    ),
    select=select,
)
