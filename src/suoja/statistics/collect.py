"""Ask every room for its facts; a person becomes a number that means nothing elsewhere."""

from uuid import UUID

from suoja.clients.facts import yield_spells
from suoja.identification.facts import yield_identifications
from suoja.periods.facts import yield_periods
from suoja.referrals.facts import yield_referrals
from suoja.statistics.facts import Facts


def collect() -> Facts:
    """Return what the rooms know now; people are numbered in the order in which they are met."""
    numbers: dict[UUID, int] = {}

    def key(person: UUID) -> int:
        return numbers.setdefault(person, len(numbers) + 1)

    return Facts(
        referrals=tuple(yield_referrals(key)),
        spells=tuple(yield_spells(key)),
        periods=tuple(yield_periods(key)),
        identifications=tuple(yield_identifications(key)),
    )
