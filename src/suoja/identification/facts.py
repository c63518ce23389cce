"""What statistics may know of identification: months and codes, no name, no day, no free text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from suoja.core.calendar import Month, month_of
from suoja.identification.choices import OUTCOMES
from suoja.identification.models import Assessment


@dataclass(frozen=True, slots=True)
class IdentificationFact:
    """One assessment; `outcome` is None while it is unfinished."""

    person: int
    waiting_since: Month | None
    assessed: Month | None
    decided: Month | None
    outcome: str | None
    body: str


def yield_identifications(key: Callable[[UUID], int]) -> Iterator[IdentificationFact]:
    """Yield every assessment, oldest first; `key` replaces the person by a number."""
    rows = Assessment.objects.order_by("waiting_since", "person__number")
    for assessment in rows.iterator():
        yield IdentificationFact(
            person=key(assessment.person_id),
            waiting_since=_month(assessment.waiting_since),
            assessed=_month(assessment.begun_on),
            decided=_month(assessment.decided_on),
            outcome=assessment.status if assessment.status in OUTCOMES else None,
            body=assessment.body,
        )


def _month(day: date | None) -> Month | None:
    return month_of(day) if day else None
