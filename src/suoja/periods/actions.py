"""Granting periods and ending them early."""

from dataclasses import asdict
from datetime import date, datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.clients.models import Spell
from suoja.core import audit
from suoja.core.calendar import helsinki_date
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.periods import rules
from suoja.periods.choices import Kind
from suoja.periods.models import GrantedPeriod
from suoja.periods.rules import Earlier, Grant
from suoja.persons.models import Person


@in_turn()
def grant(person: Person, granted: Grant, *, by: Staff, at: datetime) -> GrantedPeriod:
    """Grant a period; telling the police of a reflection period is part of it (R109)."""
    require(by, Permission.PERIOD_GRANT)
    Person.objects.select_for_update().get(pk=person.pk)
    spell = Spell.objects.of(person).clients().open().first()
    earlier = GrantedPeriod.objects.of(person).filter(kind=granted.kind)
    reason = rules.why_not_grant(
        granted,
        today=helsinki_date(at),
        residence_status=spell.residence_status_on(granted.granted_on) if spell else None,
        earlier=[Earlier(each.starts_on, each.ran_until) for each in earlier],
    )
    refuse(reason)
    period = GrantedPeriod.objects.create(
        person=person,
        to_client=spell is not None,
        police_notified_on=granted.granted_on if granted.kind == Kind.REFLECTION else None,
        recorded_at=at,
        recorded_by=by,
        **asdict(granted),
    )
    _record(period, "period.grant", by=by, at=at)
    return period


@in_turn()
def end_early(
    period: GrantedPeriod, early_end: str, *, on: date, by: Staff, at: datetime
) -> GrantedPeriod:
    """End a running period before its day."""
    require(by, Permission.PERIOD_GRANT)
    period = GrantedPeriod.objects.select_for_update().get(pk=period.pk)
    reason = rules.why_not_end_early(
        starts_on=period.starts_on,
        ends_on=period.ran_until,
        on=on,
        today=helsinki_date(at),
    )
    refuse(reason)
    period.ended_early_on = on
    period.early_end = early_end
    period.save()
    _record(period, "period.end_early", by=by, at=at)
    return period


def _record(period: GrantedPeriod, verb: str, *, by: Staff, at: datetime) -> None:
    audit.record(
        by=by.username,
        at=at,
        verb=verb,
        subject="period",
        subject_id=period.pk,
        person_id=period.person_id,
        detail={"kind": period.kind},
    )
