"""The law as dated rules: `law.on(day)` answers with the rules of that day.

Every rule is a provision with the time it holds, its sources, and whether a source was read.
The table of provisions stands in the module of its subject, beside the answer made from it.
Plain Python: no Django, no clock, no settings; every room below may ask.
`docs/law.md` is printed from the same table, with the tests that prove each provision.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from suoja.law import (
    admission,
    children,
    identification,
    notification,
    publication,
    recovery,
    reflection,
)
from suoja.law.admission import Admission
from suoja.law.children import Children
from suoja.law.identification import IdentificationLaw
from suoja.law.notification import Notification
from suoja.law.provisions import FIRST_DAY, Provision, Timeline
from suoja.law.publication import PublicationPolicy
from suoja.law.publication import policy as publication_policy
from suoja.law.recovery import Recovery
from suoja.law.reflection import Reflection

__all__ = ["FIRST_DAY", "TIMELINES", "Law", "PublicationPolicy", "on", "publication_policy"]

TIMELINES: tuple[Timeline[object], ...] = (
    *admission.TIMELINES,
    *children.TIMELINES,
    *reflection.TIMELINES,
    *recovery.TIMELINES,
    *identification.TIMELINES,
    *notification.TIMELINES,
    *publication.TIMELINES,
)


@dataclass(frozen=True, slots=True)
class Law:
    """The rules in force on one day."""

    day: date
    admission: Admission
    children: Children
    reflection: Reflection
    recovery: Recovery
    identification: IdentificationLaw
    notification: Notification
    publication: PublicationPolicy

    @property
    def provisions(self) -> tuple[Provision[object], ...]:
        """Return the provisions in force, at most one for each subject."""
        found = (timeline.on(self.day) for timeline in TIMELINES)
        return tuple(each for each in found if each is not None)


@lru_cache(maxsize=4096)
def on(day: date) -> Law:
    """Return the law of the day; there is none on record before the assistance system."""
    if day < FIRST_DAY:
        msg = f"The law is on record from {FIRST_DAY:%d.%m.%Y} on, not for {day:%d.%m.%Y}."
        raise ValueError(msg)
    return Law(
        day=day,
        admission=admission.on(day),
        children=children.on(day),
        reflection=reflection.on(day),
        recovery=recovery.on(day),
        identification=identification.on(day),
        notification=notification.on(day),
        publication=publication.on(day),
    )
