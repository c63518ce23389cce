"""Being on duty."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core import audit
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.intake import rules
from suoja.intake.models import Duty


@in_turn()
def begin_duty(*, until: datetime, by: Staff, at: datetime) -> Duty:
    """Go on duty, or stay on it until another time."""
    require(by, Permission.LETTER_READ)
    refuse(rules.why_not_on_duty(at, until))
    Duty.objects.at(at).filter(staff=by).update(ends_at=at)
    duty = Duty.objects.create(staff=by, began_at=at, ends_at=until)
    _record("duty.begin", by=by, at=at)
    return duty


@in_turn()
def end_duty(*, by: Staff, at: datetime) -> None:
    """Leave duty."""
    require(by, Permission.LETTER_READ)
    Duty.objects.at(at).filter(staff=by).update(ends_at=at)
    _record("duty.end", by=by, at=at)


def is_on_duty(*, by: Staff, at: datetime) -> bool:
    require(by, Permission.LETTER_READ)
    return Duty.objects.at(at).filter(staff=by).exists()


def _record(verb: str, *, by: Staff, at: datetime) -> None:
    audit.record(by=by.username, at=at, verb=verb, subject="duty", subject_id=by.username)
