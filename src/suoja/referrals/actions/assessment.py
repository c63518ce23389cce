"""Finding out what the director needs to know."""

from datetime import datetime

from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import Refused, refuse
from suoja.core.turns import in_turn
from suoja.referrals import rules
from suoja.referrals.actions.trail import locked, record
from suoja.referrals.choices import Status
from suoja.referrals.models import Referral


@in_turn()
def assess(referral: Referral, *, by: Staff, at: datetime) -> Referral:
    """Take a referral, or what was asked for, under assessment."""
    require(by, Permission.REFERRAL_ASSESS)
    return _move(locked(referral), Status.UNDER_ASSESSMENT, by=by, at=at)


@in_turn()
def ask_for_more(referral: Referral, question: str, *, by: Staff, at: datetime) -> Referral:
    """Note what is still to be found out before the director can decide."""
    require(by, Permission.REFERRAL_ASSESS)
    if not question.strip():
        raise Refused(_("Write what is asked, and of whom."))
    referral = locked(referral)
    referral.information_asked = question
    return _move(referral, Status.MORE_INFORMATION_ASKED, by=by, at=at)


@in_turn()
def withdraw_consent(referral: Referral, *, by: Staff, at: datetime) -> Referral:
    """Record that the person no longer consents; the director then lets the referral lapse."""
    require(by, Permission.REFERRAL_ASSESS)
    referral = locked(referral)
    withdrawn = referral.consent_withdrawn_at is not None
    refuse(rules.why_not_withdraw(status=referral.status, consent_withdrawn=withdrawn))
    referral.consent_withdrawn_at = at
    referral.consent_withdrawn_recorded_by = by
    referral.save()
    record(referral, "referral.withdraw_consent", by=by, at=at)
    return referral


def _move(referral: Referral, status: Status, *, by: Staff, at: datetime) -> Referral:
    refuse(rules.why_not_move(referral.status, status))
    referral.status = status
    referral.save()
    record(referral, "referral.move", by=by, at=at, status=str(status))
    return referral
