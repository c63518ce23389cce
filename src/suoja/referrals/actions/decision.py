"""The director's decision."""

from datetime import datetime

from django.db import IntegrityError
from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import Refused, refuse
from suoja.core.turns import in_turn
from suoja.referrals import rules
from suoja.referrals.actions.trail import locked, record
from suoja.referrals.choices import Outcome
from suoja.referrals.models import Decision, Referral


@in_turn()
def decide(
    referral: Referral,
    outcome: Outcome,
    *,
    by: Staff,
    at: datetime,
    refusal_ground: str | None = None,
    readmission: bool = False,
    reasons: str = "",
) -> Decision:
    """Decide on a referral, once (R063-R073)."""
    require(by, Permission.REFERRAL_DECIDE)
    referral = locked(referral)
    reason = rules.why_not_decide(
        status=referral.status,
        outcome=outcome,
        refusal_ground=refusal_ground,
        consent_withdrawn=referral.consent_withdrawn_at is not None,
    )
    refuse(reason)
    decision = Decision(
        referral=referral,
        person_id=referral.person_id,
        outcome=outcome,
        refusal_ground=refusal_ground,
        readmission=readmission,
        reasons=reasons,
        decided_at=at,
        decided_by=by,
    )
    _insert_once(decision)
    referral.status = rules.STATUS_AFTER[outcome]
    referral.save()
    record(referral, "referral.decide", by=by, at=at, outcome=str(outcome))
    return decision


def _insert_once(decision: Decision) -> None:
    try:
        decision.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(_("Somebody else has just decided on this referral.")) from error
