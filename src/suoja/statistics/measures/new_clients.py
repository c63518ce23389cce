"""New clients: the number that every report opens with."""

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.statistics.choices import Counts
from suoja.statistics.columns import Rows
from suoja.statistics.facts import Facts
from suoja.statistics.measures.definition import Measure
from suoja.vocabulary.choices import Category

READS = ("started", "spell_number", "category")


def counts(spell: SpellFact, period: Period) -> bool:
    """Test if it is the first spell of a victim or witness and begins in the period."""
    return (
        spell.started in period
        and spell.spell_number == 1
        and spell.category != Category.DEPENDENT_CHILD
    )


def select(facts: Facts, period: Period) -> Rows[SpellFact]:
    """Return the first spells, of victims and witnesses, that begin in the period."""
    return facts.spells.where(lambda spell: counts(spell, period), reads=READS)


NEW_CLIENTS = Measure(
    id="new_clients",
    title=_("New clients"),
    definition=_(
        "People admitted to the assistance system for the first time in the period, as victims or "
        "as witnesses. Dependent children are not included."
    ),
    sources=("R142", "R153", "R154", "R155", "R156", "R163", "R164", "R170"),
    traps=(
        _("Who is admitted again after removal, or gets an extension, is not a new client."),
        _(
            "A witness is a new client without a form or place of exploitation: in Finland, "
            "abroad and witnesses add up to all."
        ),
        _(
            "A witness who is later recognised as a victim stays a witness here: what counts "
            "is the day of admission, so that two half-years add up to the year."
        ),
        _("Age and residence status are those at admission; the age never changes afterwards."),
        _("Of several forms of exploitation the primary one is counted, once."),
        _("Who was exploited in Finland and abroad was exploited in Finland, and counts once."),
        _(
            "“In the home country” is who was exploited nowhere else; countries only passed "
            "through do not matter."
        ),
        _("“Other” holds exploitation that was attempted, or whose purpose is not known."),
        _("Who is admitted and leaves on the same day is a new client, and is not in the stock."),
        _(
            "The yearly numbers of outside sources do not add up to the office's own "
            "cumulative number: never derive one from the other."
        ),
    ),
    select=select,
    counts=Counts.PERSONS,
)
