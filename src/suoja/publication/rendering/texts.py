"""What every report says of itself: what its numbers do not tell, and how it protects people."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja.law.publication import PRACTICE, STRICT

# Rules R144, R202, R157, R210, R161, R162, R164, R188, R153, R156, R154, R166 and R167.
LIMITS: tuple[Promise, ...] = (
    _(
        "The numbers are of people who came to the knowledge of the assistance system. How many "
        "victims of human trafficking there are in Finland is not known."
    ),
    _(
        "The word victim is used of people who may be victims, too: help does not wait for a "
        "judgment."
    ),
    _(
        "The form of exploitation is the assistance system's own classification, made from what "
        "clients have told. It is not a classification of criminal law."
    ),
    _(
        "Each client is counted under one form of exploitation, although many have gone through "
        "several."
    ),
    _(
        "Exploited in Finland means wholly or partly in Finland. It includes exploitation that "
        "began abroad and went on in Finland."
    ),
    _(
        "Many tell only as adults what was done to them as children. Age at admission therefore "
        "says little about the age at exploitation."
    ),
    _("Dependent children are counted beside clients. The breakdowns of clients leave them out."),
    _("Who is admitted again, or stays longer, is not a new client."),
    _("Witnesses are counted as clients, although they have not been exploited themselves."),
    _(
        "A change can have many reasons: more or less exploitation, more referrals, better "
        "recognition, another way of working. The numbers do not tell which."
    ),
)

POLICIES: Mapping[str, Promise] = {
    STRICT: _("No number that counts from one to four people is shown, whatever it counts."),
    PRACTICE: _("Nationalities and minors are not shown in groups of fewer than five people."),
}

PROTECTION: tuple[Promise, ...] = (
    _(
        "Some larger numbers are not shown either, because a hidden one could be worked out from "
        "them. Nothing in the report tells which is hidden for which reason."
    ),
    _(
        "Numbers of this report are protected together: those of all tables, and those that an "
        "earlier version has shown."
    ),
    _(
        "Sentences and charts are made from the numbers that are shown and from nothing else. A "
        "share is told only of groups that are large on both sides."
    ),
    _("Statistics are made from months and codes, without names, days or free text."),
)

SYMBOLS: tuple[tuple[str, Promise], ...] = (
    ("..", _("A number that is not shown, to protect people.")),
    ("0", _("Nobody, or nothing.")),
)

SOURCES: tuple[Promise, ...] = (
    _(
        "The client records of the National Assistance System for Victims of Human Trafficking, "
        "frozen when the report was drafted."
    ),
    _("The names of countries are those of the Unicode Common Locale Data Repository."),
)


def protection(policy: str) -> tuple[str, ...]:
    """Return how a report made under this policy protects people."""
    return (str(POLICIES[policy]), *map(str, PROTECTION))
