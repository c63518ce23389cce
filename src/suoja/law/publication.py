"""Which counts are too small to publish.

`practice` is what the reports say of themselves; they print smaller numbers all the same
(inconsistencies 20 and 21). `strict` is Suoja's own policy and the default.
A release is drafted under the policy of its day, which nobody chooses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from suoja.law.provisions import Provision, Timeline

FIRST_REPORT = date(2011, 10, 18)
STRICT_SINCE = date(2026, 1, 1)
BEFORE = "The first report was published on 18 October 2011."
PRACTICE = "practice"
STRICT = "strict"
LOOSEST_FIRST = (PRACTICE, STRICT)
MINOR_CATEGORIES = frozenset({"minor", "under_18"})
TOTAL = "total"

THRESHOLD = Timeline(
    (
        Provision(
            subject="publication.threshold",
            value=5,
            text="A group is shown from five people on. Nobody at all is not a small group: a "
            "zero is shown.",
            in_force_from=FIRST_REPORT,
            sources=("R146", "R147", "R149"),
            note="Read in the reports of 2014 and 2020. That a zero is shown is our reading.",
        ),
    ),
    otherwise=5,
    before=BEFORE,
)
POLICY = Timeline(
    (
        Provision(
            subject="publication.name",
            version="practice",
            value=PRACTICE,
            text="Nationalities and minors are not shown in groups of fewer than five.",
            in_force_from=FIRST_REPORT,
            in_force_to=STRICT_SINCE,
            sources=("R146", "R147", "R148", "R149"),
            note="Read in the reports of 2014 and 2020, and taken back to the first report.",
        ),
        Provision(
            subject="publication.name",
            version="strict",
            value=STRICT,
            text="No count of people from one to four is shown, whatever it counts.",
            in_force_from=STRICT_SINCE,
            sources=("Decision record 0005",),
            note="Suoja's own policy, not a law.",
        ),
    ),
    otherwise=STRICT,
    before=BEFORE,
)
TIMELINES = (THRESHOLD, POLICY)


@dataclass(frozen=True, slots=True)
class PublicationPolicy:
    """Which cells of a table of people are too small to show."""

    name: str
    threshold: int = 5

    def is_small(self, count: int, dimensions: Sequence[str], categories: Sequence[str]) -> bool:
        """Test if the count at these categories may not be shown; a zero may."""
        if not 0 < count < self.threshold:
            return False
        cell = zip(dimensions, categories, strict=True)
        return self.name == STRICT or any(_is_promised(*each) for each in cell)

    def is_looser_than(self, other: PublicationPolicy) -> bool:
        """Test if this policy shows what the other one hides."""
        return LOOSEST_FIRST.index(self.name) < LOOSEST_FIRST.index(other.name)


def _is_promised(dimension: str, category: str) -> bool:
    """Test if the reports promise not to show a small count of this category."""
    if dimension.startswith("age"):
        return category in MINOR_CATEGORIES
    return dimension == "nationality" and category != TOTAL


def policy(name: str = STRICT) -> PublicationPolicy:
    """Return the policy of that name, whatever the day."""
    if name not in LOOSEST_FIRST:
        msg = f"There is no publication policy {name!r}: choose {PRACTICE!r} or {STRICT!r}."
        raise ValueError(msg)
    return PublicationPolicy(name)


def on(day: date) -> PublicationPolicy:
    """Return the policy of the day."""
    return PublicationPolicy(name=POLICY.value_on(day), threshold=THRESHOLD.value_on(day))
