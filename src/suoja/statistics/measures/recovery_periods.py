"""Recovery periods granted."""

from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.periods.facts import PeriodFact
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure

KIND = "recovery"


def select(facts: Facts, period: Period) -> Rows[PeriodFact]:
    """Return the recovery periods granted in the period; an extension is not a new one."""
    return facts.periods.where(
        lambda each: each.kind == KIND and each.granted in period, reads=("kind", "granted")
    )


RECOVERY_PERIODS = Measure(
    id="recovery_periods",
    title=_("Recovery periods"),
    definition=_("Recovery periods granted in the period to clients who live here legally."),
    sources=("R112", "R113", "R115"),
    traps=(
        _("None has been granted since November 2018, though the law still knew them."),
        _("An extension from 30 to 90 days is the same period."),
    ),
    select=select,
    since=201507,
)
