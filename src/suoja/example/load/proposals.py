"""Referrals and the decisions on them."""

from datetime import timedelta

from suoja.accounts.models import Staff
from suoja.example.load.batch import Batch, moment
from suoja.example.load.office import House
from suoja.example.plan.cases import PlannedReferral
from suoja.persons.models import Person
from suoja.referrals.choices import Outcome, Status
from suoja.referrals.models import Decision, Referral, ReferralGroup
from suoja.referrals.rules import STATUS_AFTER

# What is still open when the caseload ends stands at different points.
_OPEN = (Status.UNDER_ASSESSMENT, Status.MORE_INFORMATION_ASKED, Status.RECEIVED)
_QUESTION = "Asked the reception centre whether the person has a lawyer."


def add_referral(
    planned: PlannedReferral,
    person: Person,
    number: int,
    *,
    group: ReferralGroup | None,
    batch: Batch,
    house: House,
) -> Referral:
    """Add a referral and, if there is one, the decision."""
    adviser = house.adviser(planned.received_on)
    received_at = moment(planned.received_on, 9, number % 60)
    referral = Referral(
        number=number,
        person=person,
        request_number=planned.request_number,
        group=group,
        status=_status(planned, number),
        received_at=received_at,
        manner=planned.manner,
        oral_ground=planned.oral_ground,
        referrer=planned.referrer,
        organisation=planned.organisation,
        referrer_name=planned.referrer_name,
        with_support_person=planned.with_support_person,
        consent_by=planned.consent_by,
        consent_given_at=received_at,
        summary=planned.summary,
        registered_at=received_at + timedelta(hours=1),
        registered_by=adviser,
    )
    if referral.status == Status.MORE_INFORMATION_ASKED:
        referral.information_asked = _QUESTION
    batch.add(referral)
    _tell_the_way(referral, batch, by=adviser)
    if planned.outcome:
        _add_decision(planned, referral, batch, house)
    return referral


def _tell_the_way(referral: Referral, batch: Batch, *, by: Staff) -> None:
    """Note who registered it and who took it under assessment, an hour after each other."""
    subject, at = ("referral", referral.number), referral.registered_at
    request = referral.request_number
    batch.tell("referral.register", subject, person=referral.person, by=by, at=at, request=request)
    steps: list[str] = [Status.UNDER_ASSESSMENT] if referral.status != Status.RECEIVED else []
    if referral.status == Status.MORE_INFORMATION_ASKED:
        steps.append(referral.status)
    for status in steps:
        at += timedelta(hours=1)
        batch.tell(
            "referral.move", subject, person=referral.person, by=by, at=at, status=str(status)
        )


def _status(planned: PlannedReferral, number: int) -> Status:
    if planned.outcome is None:
        return _OPEN[number % len(_OPEN)]
    return STATUS_AFTER[Outcome(planned.outcome)]


def _add_decision(planned: PlannedReferral, referral: Referral, batch: Batch, house: House) -> None:
    if planned.decided_on is None or planned.outcome is None:
        raise ValueError("A decision of the plan has no day.")
    decided_at = moment(planned.decided_on, 14, referral.number % 60)
    if planned.outcome == Outcome.LAPSED:
        referral.consent_withdrawn_at = decided_at - timedelta(hours=1)
        referral.consent_withdrawn_recorded_by = house.adviser(planned.decided_on)
    decision = Decision(
        referral=referral,
        person_id=referral.person_id,
        outcome=planned.outcome,
        refusal_ground=planned.refusal_ground,
        readmission=planned.readmission,
        reasons=planned.reasons,
        decided_at=decided_at,
        decided_by=house.director,
    )
    batch.add(decision)
    batch.tell(
        "referral.decide",
        ("referral", referral.number),
        person=referral.person,
        by=house.director,
        at=decided_at,
        outcome=planned.outcome,
    )
