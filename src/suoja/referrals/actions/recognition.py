"""Saying afterwards that a person was known before."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.core.vault import sealed_values
from suoja.persons import actions as persons
from suoja.persons.models import Person
from suoja.referrals import rules
from suoja.referrals.actions.registration import next_request
from suoja.referrals.actions.trail import locked, record
from suoja.referrals.models import Referral


@in_turn()
def recognise(referral: Referral, known: Person, *, by: Staff, at: datetime) -> Referral:
    """Move a referral to the person whom it is about, and drop who was written down for it.

    An operator sees nobody who is known, and so writes a known person down once more.
    """
    require(by, Permission.REFERRAL_ASSESS)
    referral = locked(referral)
    double, still_open = referral.person, Referral.objects.of(known).undecided().first()
    reason = rules.why_not_recognise(
        status=referral.status,
        same=double == known,
        open_referral=str(still_open) if still_open else None,
    )
    refuse(reason)
    texts = sealed_values(referral)
    referral.person, referral.request_number = known, next_request(known)
    for name, text in texts.items():
        setattr(referral, name, text)
    referral.save()
    persons.take_over(double, known, by=by, at=at)
    record(referral, "referral.recognise", by=by, at=at, request=referral.request_number)
    return referral
