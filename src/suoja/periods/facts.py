"""What statistics may know of periods: months and codes, no name, no day, no free text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from suoja.core.calendar import Month, month_of
from suoja.periods.models import GrantedPeriod


@dataclass(frozen=True, slots=True)
class PeriodFact:
    """One period granted to a person; `days` is its length."""

    person: int
    kind: str
    granted: Month
    granted_by: str
    days: int
    client: bool


def yield_periods(key: Callable[[UUID], int]) -> Iterator[PeriodFact]:
    """Yield every period, oldest first; `key` replaces the person by a number."""
    for period in GrantedPeriod.objects.order_by("granted_on", "person__number").iterator():
        yield PeriodFact(
            person=key(period.person_id),
            kind=period.kind,
            granted=month_of(period.granted_on),
            granted_by=period.granted_by_body,
            days=period.days,
            client=period.to_client,
        )
