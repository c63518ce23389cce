"""What statistics may know of referrals: months and codes, no name, no day, no free text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from suoja.core.calendar import Month, helsinki_date, month_of
from suoja.referrals.models import Referral


@dataclass(frozen=True, slots=True)
class ReferralFact:
    """One request for admission."""

    person: int
    request_number: int
    received: Month
    referrer: str
    organisation: str | None
    group: int | None
    outcome: str | None
    decided: Month | None
    refusal_ground: str | None
    readmission: bool


_FIELDS = (
    "person_id",
    "request_number",
    "received_at",
    "referrer",
    "organisation",
    "group__number",
    "decision__outcome",
    "decision__decided_at",
    "decision__refusal_ground",
    "decision__readmission",
)


def yield_referrals(key: Callable[[UUID], int]) -> Iterator[ReferralFact]:
    """Yield every referral, oldest first; `key` replaces the person by a number."""
    rows = Referral.objects.oldest_first().values_list(*_FIELDS)
    for person, request, received, referrer, organisation, group, *decision in rows.iterator():
        outcome, decided_at, ground, readmission = decision
        yield ReferralFact(
            person=key(person),
            request_number=request,
            received=month_of(helsinki_date(received)),
            referrer=referrer,
            organisation=organisation,
            group=group,
            outcome=outcome,
            decided=decided_at and month_of(helsinki_date(decided_at)),
            refusal_ground=ground,
            readmission=bool(readmission),
        )
