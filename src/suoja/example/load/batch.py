"""Rows of many cases, collected and then written table by table."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.db.models import Model

from suoja.accounts.models import Staff
from suoja.clients.models import (
    Exploitation,
    Note,
    PlaceSegment,
    ResidenceStatusChange,
    Spell,
)
from suoja.core import audit
from suoja.core.calendar import HELSINKI
from suoja.core.vault import case_keys
from suoja.identification.models import Assessment
from suoja.periods.models import GrantedPeriod
from suoja.persons.models import IndexEntry, Person
from suoja.referrals.models import AccompanyingChild, Decision, Referral, ReferralGroup

# Each table after those that it points to.
_TABLES: tuple[type[Model], ...] = (
    Person,
    IndexEntry,
    ReferralGroup,
    Referral,
    AccompanyingChild,
    Decision,
    Spell,
    ResidenceStatusChange,
    Exploitation,
    PlaceSegment,
    GrantedPeriod,
    Assessment,
    Note,
)
_AT_ONCE = 1_000


class Batch:
    """What is written together: keys first, then rows, then the audit in the order of time."""

    def __init__(self) -> None:
        self._rows: defaultdict[type[Model], list[Model]] = defaultdict(list)
        self._trail: list[audit.Entry] = []

    def add(self, *rows: Model) -> None:
        for row in rows:
            self._rows[type(row)].append(row)

    def tell(
        self,
        verb: str,
        subject: tuple[str, object],
        *,
        person: Person,
        by: Staff,
        at: datetime,
        **detail: str | int,
    ) -> None:
        """Note for the audit who did what to what, with the detail that pages read from it."""
        kind, subject_id = subject
        entry = audit.Entry(
            by=by.username,
            at=at,
            verb=verb,
            subject=kind,
            subject_id=str(subject_id),
            person_id=person.pk,
            detail=detail,
        )
        self._trail.append(entry)

    def persons(self) -> list[UUID]:
        return [row.pk for row in self._rows[Person]]

    def write(self) -> None:
        case_keys.make(self.persons())
        for table in _TABLES:
            table._default_manager.bulk_create(self._rows[table], batch_size=_AT_ONCE)
        audit.record_many(sorted(self._trail, key=lambda entry: entry.at))


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a time of day in Finland, in UTC as the database keeps it."""
    return datetime.combine(day, time(hour, minute), HELSINKI).astimezone(UTC)


def erase(persons: Iterable[UUID]) -> None:
    """Take back the keys of persons who were not kept in the database."""
    for person in persons:
        case_keys.destroy(person)
