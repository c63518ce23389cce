"""The audit entry of whatever is done to a referral."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.core import audit
from suoja.referrals.models import Referral


def record(referral: Referral, verb: str, *, by: Staff, at: datetime, **detail: str | int) -> None:
    audit.record(
        by=by.username,
        at=at,
        verb=verb,
        subject="referral",
        subject_id=referral.number,
        person_id=referral.person_id,
        detail=detail,
    )


def locked(referral: Referral) -> Referral:
    """Return the row as it is now, held until the transaction ends: two may act at once."""
    return Referral.objects.select_for_update().get(pk=referral.pk)
