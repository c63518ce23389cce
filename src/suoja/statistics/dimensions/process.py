"""By what was asked and decided: referrals, decisions, exits, periods, identification."""

from django.db.models import TextChoices

from suoja.clients.facts import SpellFact
from suoja.core.calendar import Period
from suoja.identification.facts import IdentificationFact
from suoja.periods.facts import PeriodFact
from suoja.referrals.facts import ReferralFact
from suoja.statistics.breaks import HELPED_COUNT_AS_SELF
from suoja.statistics.choices import (
    NONE,
    UNKNOWN,
    Assessment,
    Counted,
    GrantedBy,
    Movement,
    Outcome,
    Received,
    Repetition,
    RequestNumber,
)
from suoja.statistics.dimensions.definition import Classed, Dimension, codes
from suoja.vocabulary.choices import Organisation, Referrer

EXIT_GROUNDS = (
    "not_trafficking",
    "continuous_residence_permit",
    "need_ended",
    "entry_refused",
    "disappeared",
    "returned_home",
    "not_identified",
    "own_wish",
    "died",
    "not_recorded",
)
REFUSAL_GROUNDS = (
    "no_need_of_assistance",
    "not_trafficking_other_violation",
    "not_credible",
    "other",
)
DECIDED = ("received", "decided")
STANDING = ("waiting_since", "assessed", "decided")
_REQUESTS = (RequestNumber.FIRST, RequestNumber.SECOND)
_MOVEMENTS = {
    Outcome.POSITIVE: Movement.ADMITTED,
    Outcome.NEGATIVE: Movement.REFUSED,
    Outcome.LAPSED: Movement.LAPSED,
}

Applicant = SpellFact | ReferralFact


def is_pending(referral: ReferralFact, period: Period) -> bool:
    """Test if the referral has come and is undecided when the period ends."""
    undecided = referral.decided is None or referral.decided > period.last
    return undecided and referral.received <= period.last


def standing(fact: IdentificationFact, period: Period) -> str | None:
    """Return where the assessment stands when the period ends; None if it is not of the period."""
    last = period.last
    if fact.decided is not None and fact.decided <= last:
        return fact.outcome if fact.decided in period else None
    if fact.assessed is not None and fact.assessed <= last:
        return Assessment.UNFINISHED
    waits = fact.waiting_since is not None and fact.waiting_since <= last
    return Assessment.WAITING if waits else None


def outcome(referral: ReferralFact, period: Period) -> str:
    if is_pending(referral, period) or referral.outcome is None:
        return Outcome.PENDING
    return referral.outcome


def request_number(referral: ReferralFact, _: Period) -> str:
    return dict(enumerate(_REQUESTS, 1)).get(referral.request_number, RequestNumber.THIRD_OR_LATER)


def received(referral: ReferralFact, period: Period) -> str:
    return Received.IN_PERIOD if referral.received in period else Received.BEFORE


def movement(referral: ReferralFact) -> Movement:
    """Return what a decided referral brought."""
    if referral.readmission and referral.outcome == Outcome.POSITIVE:
        return Movement.READMITTED
    return _MOVEMENTS[Outcome(referral.outcome or "")]


REFERRER = Dimension[Applicant](
    "referrer",
    codes(Referrer),
    lambda row, _: row.referrer or Referrer.NOT_RECORDED.value,
    ("referrer",),
    breaks=(HELPED_COUNT_AS_SELF,),
)
ORGANISATION = Dimension[Applicant](
    "organisation",
    codes(Organisation, [NONE]),
    lambda row, _: row.organisation or NONE,
    ("organisation",),
)
REQUEST_NUMBER = Dimension[ReferralFact](
    "request_number", codes(RequestNumber), request_number, ("request_number",)
)
OUTCOME = Dimension[ReferralFact]("outcome", codes(Outcome), outcome, (*DECIDED, "outcome"))
RECEIVED = Dimension[ReferralFact]("received", codes(Received), received, ("received",))
REFUSAL_GROUND = Dimension[ReferralFact](
    "ground",
    REFUSAL_GROUNDS,
    lambda referral, _: referral.refusal_ground or "other",
    ("refusal_ground",),
)
EXIT_GROUND = Dimension[SpellFact](
    "ground", EXIT_GROUNDS, lambda spell, _: spell.end_ground or "not_recorded", ("end_ground",)
)
GRANTED_BY = Dimension[PeriodFact](
    "granted_by", codes(GrantedBy), lambda fact, _: fact.granted_by, ("granted_by",)
)
IDENTIFICATION_OUTCOME = Dimension[IdentificationFact](
    "outcome",
    codes(Assessment),
    lambda fact, period: standing(fact, period) or UNKNOWN,
    (*STANDING, "outcome"),
)


def _classed(code: str, *words: type[TextChoices]) -> Dimension[Classed]:
    return Dimension(code, codes(*words), lambda row, _: row.category, ("category",))


MOVEMENT = _classed("decision", Movement)
REPETITION = _classed("repetition", Repetition)
POPULATION = _classed("population", Counted)
