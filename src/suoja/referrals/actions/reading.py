"""Reading referrals; each reading is written down."""

from collections.abc import Iterable
from datetime import datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core import audit
from suoja.core.errors import OutOfReach
from suoja.referrals.actions.trail import record
from suoja.referrals.models import Referral


def open_referral(number: int, *, by: Staff, at: datetime) -> Referral:
    """Return a referral and write the reading of it into the audit."""
    require(by, Permission.REFERRAL_READ)
    referral = Referral.objects.with_person().filter(number=number).first()
    if referral is None:
        raise OutOfReach
    record(referral, "referral.read", by=by, at=at)
    return referral


def record_listing(shown: Iterable[Referral], *, by: Staff, at: datetime) -> None:
    """Write into the audit which referrals were listed with names."""
    require(by, Permission.REFERRAL_READ)
    numbers = [referral.number for referral in shown]
    audit.record(
        by=by.username, at=at, verb="referral.list", subject="referral", detail={"numbers": numbers}
    )
