"""Clients in the system at the end of a month."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Month, Period
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure
from suoja.statistics.measures.new_clients import OTHER_BEFORE_2016
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
        "Who is admitted on the last day is counted, who is removed on it is not.",
        "Who is admitted again is in the stock like anyone else.",
        "A witness recognised as a victim counts as a victim from that month on.",
        "“Admitted as a minor” never changes, “minor now” does.",
        "Never compare 85 (2014) with 916 (2020): the latter holds children.",
    ),
    select=select,
    flow=False,
    since=200801,
    breaks=(OTHER_BEFORE_2016,),
)
