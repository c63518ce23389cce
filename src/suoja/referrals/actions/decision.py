"""The director's decision."""

from datetime import datetime

from django.db import IntegrityError
from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import Refused, refuse
from suoja.core.turns import in_turn
from suoja.intake import actions as letters
from suoja.intake.choices import Kind, Progress
from suoja.intake.models import Conversation, Message
from suoja.referrals import rules
from suoja.referrals.actions.trail import locked, record
from suoja.referrals.choices import Outcome
from suoja.referrals.models import Decision, LetterPart, Referral


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
    _tell_sender(referral, by=by, at=at)
    return decision


def _tell_sender(referral: Referral, *, by: Staff, at: datetime) -> None:
    """Tell who sent a referral form once all that it asked for is decided, and not how."""
    part = LetterPart.objects.filter(referral=referral).first()
    message = Message.objects.filter(pk=part.message).first() if part else None
    if message is None or message.kind != Kind.REFERRAL:
        return
    conversation = message.conversation
    told = conversation.progress == Progress.DECIDED
    if not told and _all_decided(conversation):
        letters.tell_progress(conversation, Progress.DECIDED, by=by, at=at)


def _all_decided(conversation: Conversation) -> bool:
    """Test if every person of every form that was sent is decided on."""
    forms = list(conversation.messages.received().filter(kind=Kind.REFERRAL))
    parts = LetterPart.objects.of(form.pk for form in forms).select_related("referral")
    decided = sum(not part.referral.is_open for part in parts)
    return decided == sum(len(form.parts) for form in forms)


def _insert_once(decision: Decision) -> None:
    try:
        decision.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(_("Somebody else has just decided on this referral.")) from error
