"""Registering, assessing and deciding referrals."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError
from django.db.models import Max
from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core import audit
from suoja.core.errors import OutOfReach, Refused, refuse
from suoja.core.numbers import take_number
from suoja.core.turns import in_turn
from suoja.persons import actions as persons
from suoja.persons.models import Person
from suoja.persons.rules import Details
from suoja.referrals import rules
from suoja.referrals.choices import Outcome, Status
from suoja.referrals.models import AccompanyingChild, Decision, Referral, ReferralGroup
from suoja.referrals.rules import Registration


def open_referral(number: int, *, by: Staff, at: datetime) -> Referral:
    """Return a referral and write the reading of it into the audit."""
    require(by, Permission.REFERRAL_READ)
    referral = Referral.objects.with_person().filter(number=number).first()
    if referral is None:
        raise OutOfReach
    _record(referral, "referral.read", by=by, at=at)
    return referral


def record_listing(shown: Iterable[Referral], *, by: Staff, at: datetime) -> None:
    """Write into the audit which referrals were listed with names."""
    require(by, Permission.REFERRAL_READ)
    numbers = [referral.number for referral in shown]
    audit.record(
        by=by.username, at=at, verb="referral.list", subject="referral", detail={"numbers": numbers}
    )


@in_turn()
def register(
    person: Person | Details,
    registration: Registration,
    *,
    submission: UUID,
    by: Staff,
    at: datetime,
    group: ReferralGroup | None = None,
    new_group: bool = False,
    contact: Details | None = None,
    children: Sequence[Details] = (),
) -> Referral:
    """Register a proposal that a person be admitted (R044-R050).

    A person who is known already keeps name and birth date; `contact` says how to reach them now.
    """
    require(by, Permission.REFERRAL_REGISTER)
    _refuse_second_sending(submission)
    known = person if isinstance(person, Person) else None
    still_open = Referral.objects.of(known).undecided().first() if known else None
    number = str(still_open) if still_open else None
    refuse(rules.why_not_register(registration, at=at, open_referral=number))
    if isinstance(person, Details):
        person = persons.register(person, by=by, at=at)
    elif contact is not None:
        persons.renew_contact(person, contact, by=by, at=at)
    if new_group:
        group = open_group(by=by, at=at)
    referral = _add(person, registration, submission=submission, group=group, by=by, at=at)
    for child in children:
        add_child(referral, child, by=by, at=at)
    _record(referral, "referral.register", by=by, at=at, request=referral.request_number)
    return referral


@in_turn()
def open_group(*, by: Staff, at: datetime) -> ReferralGroup:
    """Open a group for persons who are proposed together."""
    require(by, Permission.REFERRAL_REGISTER)
    group = ReferralGroup.objects.create(number=take_number("referral group"))
    audit.record(by=by.username, at=at, verb="group.open", subject="group", subject_id=group.number)
    return group


@in_turn()
def add_child(referral: Referral, child: Details, *, by: Staff, at: datetime) -> AccompanyingChild:
    """List a child who comes with the person; a child is not a referral (R152)."""
    require(by, Permission.REFERRAL_REGISTER)
    referral = _locked(referral)
    refuse(rules.why_not_add_child(referral.status))
    person = _listed_before(referral, child) or persons.register(child, by=by, at=at)
    if referral.children.filter(person=person).exists():
        raise Refused(_("This child is listed already."))
    listed = AccompanyingChild.objects.create(referral=referral, person=person)
    _record(referral, "referral.add_child", by=by, at=at)
    return listed


@in_turn()
def assess(referral: Referral, *, by: Staff, at: datetime) -> Referral:
    """Take a referral, or what was asked for, under assessment."""
    require(by, Permission.REFERRAL_ASSESS)
    return _move(_locked(referral), Status.UNDER_ASSESSMENT, by=by, at=at)


@in_turn()
def ask_for_more(referral: Referral, question: str, *, by: Staff, at: datetime) -> Referral:
    """Note what is still to be found out before the director can decide."""
    require(by, Permission.REFERRAL_ASSESS)
    if not question.strip():
        raise Refused(_("Write what is asked, and of whom."))
    referral = _locked(referral)
    referral.information_asked = question
    return _move(referral, Status.MORE_INFORMATION_ASKED, by=by, at=at)


@in_turn()
def withdraw_consent(referral: Referral, *, by: Staff, at: datetime) -> Referral:
    """Record that the person no longer consents; the director then lets the referral lapse."""
    require(by, Permission.REFERRAL_ASSESS)
    referral = _locked(referral)
    withdrawn = referral.consent_withdrawn_at is not None
    refuse(rules.why_not_withdraw(status=referral.status, consent_withdrawn=withdrawn))
    referral.consent_withdrawn_at = at
    referral.consent_withdrawn_recorded_by = by
    referral.save()
    _record(referral, "referral.withdraw_consent", by=by, at=at)
    return referral


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
    referral = _locked(referral)
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
    _record(referral, "referral.decide", by=by, at=at, outcome=str(outcome))
    return decision


def _listed_before(referral: Referral, child: Details) -> Person | None:
    """Return the child whom this person brought before: the same child, not another one."""
    before = Person.objects.filter(accompanies__referral__person=referral.person_id).distinct()
    same = (
        person
        for person in before
        if (person.name, person.birth_date) == (child.name, child.birth_date)
    )
    return next(same, None)


def _insert_once(decision: Decision) -> None:
    try:
        decision.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(_("Somebody else has just decided on this referral.")) from error


def _refuse_second_sending(submission: UUID) -> None:
    sent = Referral.objects.filter(submission=submission).first()
    if sent is not None:
        raise Refused(
            _("This form was sent already and is referral %(number)s.") % {"number": sent}
        )


def _add(
    person: Person,
    registration: Registration,
    *,
    submission: UUID,
    group: ReferralGroup | None,
    by: Staff,
    at: datetime,
) -> Referral:
    latest = Referral.objects.of(person).aggregate(latest=Max("request_number"))["latest"]
    try:
        return Referral.objects.create(
            number=take_number("referral"),
            submission=submission,
            person=person,
            request_number=(latest or 0) + 1,
            group=group,
            registered_at=at,
            registered_by=by,
            **asdict(registration),
        )
    except IntegrityError as error:
        raise Refused(_("Somebody else has just registered this referral.")) from error


def _move(referral: Referral, status: Status, *, by: Staff, at: datetime) -> Referral:
    refuse(rules.why_not_move(referral.status, status))
    referral.status = status
    referral.save()
    _record(referral, "referral.move", by=by, at=at, status=str(status))
    return referral


def _locked(referral: Referral) -> Referral:
    """Return the row as it is now, held until the transaction ends: two may act at once."""
    return Referral.objects.select_for_update().get(pk=referral.pk)


def _record(referral: Referral, verb: str, *, by: Staff, at: datetime, **detail: str | int) -> None:
    audit.record(
        by=by.username,
        at=at,
        verb=verb,
        subject="referral",
        subject_id=referral.number,
        person_id=referral.person_id,
        detail=detail,
    )
