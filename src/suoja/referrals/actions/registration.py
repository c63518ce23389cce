"""Registering referrals."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError
from django.db.models import Max
from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core import audit
from suoja.core.errors import Refused, refuse
from suoja.core.numbers import take_number
from suoja.core.turns import in_turn
from suoja.persons import actions as persons
from suoja.persons.models import Person
from suoja.persons.rules import Details
from suoja.referrals import rules
from suoja.referrals.actions.trail import locked, record
from suoja.referrals.models import AccompanyingChild, LetterPart, Referral, ReferralGroup
from suoja.referrals.rules import Origin, Registration


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
    origin: Origin | None = None,
) -> Referral:
    """Register a proposal that a person be admitted (R044-R050).

    A person who is known already keeps name and birth date; `contact` says how to reach them now.
    """
    require(by, Permission.REFERRAL_REGISTER)
    _refuse_second_sending(submission, origin)
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
    if origin is not None:
        LetterPart.objects.create(**asdict(origin), referral=referral)
    record(referral, "referral.register", by=by, at=at, request=referral.request_number)
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
    referral = locked(referral)
    refuse(rules.why_not_add_child(referral.status))
    person = _listed_before(referral, child) or persons.register(child, by=by, at=at)
    if referral.children.filter(person=person).exists():
        raise Refused(_("This child is listed already."))
    listed = AccompanyingChild.objects.create(referral=referral, person=person)
    record(referral, "referral.add_child", by=by, at=at)
    return listed


def next_request(person: Person) -> int:
    """Return the number of a person's next request: 1, then 2 (R049, R050)."""
    latest = Referral.objects.of(person).aggregate(latest=Max("request_number"))["latest"]
    return (latest or 0) + 1


def _listed_before(referral: Referral, child: Details) -> Person | None:
    """Return the child whom this person brought before: the same child, not another one."""
    before = Person.objects.filter(accompanies__referral__person=referral.person_id).distinct()
    same = (
        person
        for person in before
        if (person.name, person.birth_date) == (child.name, child.birth_date)
    )
    return next(same, None)


def _refuse_second_sending(submission: UUID, origin: Origin | None) -> None:
    sent = Referral.objects.filter(submission=submission).first()
    if sent is not None:
        raise Refused(
            _("This form was sent already and is referral %(number)s.") % {"number": sent}
        )
    if origin is None:
        return
    known = LetterPart.objects.of([origin.message]).filter(part=origin.part).first()
    if known is not None:
        raise Refused(
            _("This part of the letter is referral %(number)s already.")
            % {"number": known.referral}
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
    try:
        return Referral.objects.create(
            number=take_number("referral"),
            submission=submission,
            person=person,
            request_number=next_request(person),
            group=group,
            registered_at=at,
            registered_by=by,
            **asdict(registration),
        )
    except IntegrityError as error:
        raise Refused(_("Somebody else has just registered this referral.")) from error
