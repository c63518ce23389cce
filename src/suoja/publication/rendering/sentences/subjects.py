"""What is counted, as it stands after "the number of"."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

SUBJECTS: Mapping[str, Promise] = {
    "referrals": pgettext_lazy("the number of", "referrals"),
    "persons_proposed": pgettext_lazy("the number of", "referrals"),
    "decisions": pgettext_lazy("the number of", "referrals decided or waiting"),
    "refusals": pgettext_lazy("the number of", "refusals"),
    "movements": pgettext_lazy("the number of", "decisions on entry and removal"),
    "new_clients": pgettext_lazy("the number of", "new clients"),
    "new_children": pgettext_lazy("the number of", "new dependent children"),
    "new_persons": pgettext_lazy("the number of", "new clients and their children"),
    "exploited_in_finland": pgettext_lazy("the number of", "new clients exploited in Finland"),
    "stock": pgettext_lazy("the number of", "clients"),
    "children_in_stock": pgettext_lazy("the number of", "dependent children"),
    "persons_in_scope": pgettext_lazy("the number of", "clients and their children"),
    "cumulative_clients": pgettext_lazy("the number of", "people who have been clients"),
    "exits": pgettext_lazy("the number of", "clients who left"),
    "reflection_periods": pgettext_lazy("the number of", "reflection periods"),
    "recovery_periods": pgettext_lazy("the number of", "recovery periods"),
    "identification": pgettext_lazy("the number of", "clients in official identification"),
}


def subject_of(population: str) -> str | None:
    """Return what the people of a measure are called; None for what is told in tables only."""
    found = SUBJECTS.get(population)
    return None if found is None else str(found)
