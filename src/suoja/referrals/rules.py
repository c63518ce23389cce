"""What may happen to a referral."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja.referrals.choices import Manner, OralGround, Outcome, RefusalGround, Status
from suoja.vocabulary.choices import ConsentBy, Referrer

NEXT: Mapping[Status, frozenset[Status]] = {
    Status.RECEIVED: frozenset({Status.UNDER_ASSESSMENT, Status.WITHDRAWN}),
    Status.UNDER_ASSESSMENT: frozenset(
        {
            Status.MORE_INFORMATION_ASKED,
            Status.DECIDED_POSITIVE,
            Status.DECIDED_NEGATIVE,
            Status.WITHDRAWN,
        }
    ),
    Status.MORE_INFORMATION_ASKED: frozenset(
        {
            Status.UNDER_ASSESSMENT,
            Status.DECIDED_POSITIVE,
            Status.DECIDED_NEGATIVE,
            Status.WITHDRAWN,
        }
    ),
    Status.DECIDED_POSITIVE: frozenset(),
    Status.DECIDED_NEGATIVE: frozenset(),
    Status.WITHDRAWN: frozenset(),
}

UNDECIDED = frozenset(status for status, following in NEXT.items() if following)

STATUS_AFTER: Mapping[Outcome, Status] = {
    Outcome.POSITIVE: Status.DECIDED_POSITIVE,
    Outcome.NEGATIVE: Status.DECIDED_NEGATIVE,
    Outcome.LAPSED: Status.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Origin:
    """The part of a letter that a referral is registered from."""

    message: UUID
    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What is said when a person is referred."""

    received_at: datetime
    referrer: str
    manner: str = Manner.WRITTEN
    oral_ground: str | None = None
    organisation: str | None = None
    referrer_name: str = ""
    with_support_person: bool = False
    consent_by: str = ConsentBy.PERSON
    consent_given_at: datetime | None = None
    summary: str = ""


def why_not_register(
    registration: Registration, *, at: datetime, open_referral: str | None
) -> Promise | str | None:
    """Return why a referral cannot be registered so (R045, R052, edge case 1), or None."""
    if registration.consent_given_at is None:
        return _(
            "The person has not consented. Give advice without a name, or ask for consent first."
        )
    if registration.received_at > at:
        return _("The referral is dated in the future. Correct the day it arrived.")
    if registration.consent_given_at > at:
        return _("The consent is dated in the future. Correct the day it was given.")
    if open_referral is not None:
        return _("Referral %(number)s of this person is still open. Add to it instead.") % {
            "number": open_referral
        }
    return why_not_orally(registration.manner, registration.oral_ground, registration.referrer)


def why_not_orally(manner: str, oral_ground: str | None, referrer: str) -> Promise | None:
    """Return why an oral referral is not enough (R045), or None."""
    if manner == Manner.WRITTEN:
        return None
    if oral_ground is None:
        return _("An oral referral is enough only when urgent or made by the person. Say which.")
    if oral_ground == OralGround.BY_THE_PERSON and referrer != Referrer.SELF:
        return _("Somebody else refers the person: ask for it in writing, or mark it urgent.")
    return None


def why_not_move(status: str, following: Status) -> Promise | str | None:
    """Return why a referral cannot take this step, or None."""
    if following in NEXT[Status(status)]:
        return None
    if not NEXT[Status(status)]:
        return _("This referral is decided and stays so. Who asks again makes a new referral.")
    return _("A referral that is “%(status)s” cannot become “%(following)s”.") % {
        "status": Status(status).label,
        "following": following.label,
    }


def why_not_withdraw(*, status: str, consent_withdrawn: bool) -> Promise | str | None:
    """Return why a withdrawal of consent cannot be recorded, or None."""
    if consent_withdrawn:
        return _("The withdrawal is recorded already. The director lets the referral lapse.")
    return why_not_move(status, Status.WITHDRAWN)


def why_not_decide(
    *, status: str, outcome: str, refusal_ground: str | None, consent_withdrawn: bool
) -> Promise | str | None:
    """Return why the director cannot decide so (R063-R071), or None."""
    reason = why_not_move(status, STATUS_AFTER[Outcome(outcome)])
    if reason is not None:
        return reason
    if consent_withdrawn and outcome != Outcome.LAPSED:
        return _("The person has withdrawn consent: the referral can only lapse.")
    if not consent_withdrawn and outcome == Outcome.LAPSED:
        return _("The person has not withdrawn consent. Record the withdrawal first.")
    if outcome == Outcome.NEGATIVE and refusal_ground not in RefusalGround.values:
        return _("Choose the ground on which the person is refused.")
    if outcome != Outcome.NEGATIVE and refusal_ground is not None:
        return _("Only a refusal has a ground of refusal.")
    return None


def why_not_recognise(
    *, status: str, same: bool, open_referral: str | None
) -> Promise | str | None:
    """Return why a referral cannot be said to be of somebody known before, or None."""
    if status not in UNDECIDED:
        return _("This referral is decided and stays so. Who asks again makes a new referral.")
    if same:
        return _("This is the person of the referral already.")
    if open_referral is not None:
        return _("Referral %(number)s of this person is still open. Add to it instead.") % {
            "number": open_referral
        }
    return None


def why_not_add_child(status: str) -> Promise | None:
    """Return why no child can be listed any more, or None."""
    if status in UNDECIDED:
        return None
    return _("The referral is decided. Admit the child beside the guardian in the client's file.")
