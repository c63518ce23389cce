"""Clients in the system at the end of a month."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Month, Period
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure
from suoja.vocabulary.choices import Category

OPEN = ("started", "ended", "category")


def is_open(spell: SpellFact, month: Month) -> bool:
    """Test if the spell is running at the end of the month."""
    return spell.started <= month and (spell.ended is None or spell.ended > month)


def select(facts: Facts, period: Period) -> Rows[SpellFact]:
    """Return the spells of victims and witnesses open when the period ends."""
    return facts.spells.where(
        lambda spell: is_open(spell, period.last) and spell.category != Category.DEPENDENT_CHILD,
        reads=OPEN,
    )


STOCK = Measure(
    id="stock",
    title=_("All clients"),
    definition=_(
        "Victims and witnesses who are clients at the end of the last day of the period. "
        "Dependent children are not included."
    ),
    sources=("R151", "R155", "R165", "R167"),
    traps=(
        _("Who is admitted on the last day is counted, who is removed on it is not."),
        _("Who is admitted again is in the stock like anyone else."),
        _("A witness recognised as a victim counts as a victim from that month on."),
        _("“Admitted as a minor” never changes, “minor now” does."),
        _("Residence status is that on the last day; for new clients it is that at admission."),
        _("Never compare the 85 of 2014 with the 916 of 2020: the latter holds children."),
    ),
    select=select,
    flow=False,
    since=200801,
)
