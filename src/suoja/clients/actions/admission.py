"""Taking somebody in."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError
from django.db.models import Max
from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.clients import rules
from suoja.clients.actions.removal import Exit, end
from suoja.clients.actions.told import record_exploitation
from suoja.clients.actions.trail import locked, record
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.clients.rules import Account
from suoja.core.calendar import helsinki_date
from suoja.core.errors import Refused, refuse
from suoja.core.turns import in_turn
from suoja.persons import actions as persons
from suoja.persons.models import Person
from suoja.persons.rules import Details
from suoja.referrals import actions as referrals
from suoja.referrals.choices import Outcome, Status
from suoja.referrals.models import Referral
from suoja.referrals.rules import why_not_move
from suoja.vocabulary.choices import Category, ResidenceStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """What is said when somebody is taken in."""

    category: str
    started_on: date
    residence_status: str = ResidenceStatus.UNKNOWN
    permit_basis: str | None = None
    office: str = ""
    reasons: str = ""


@in_turn()
def admit(
    referral: Referral,
    admission: Admission,
    *,
    by: Staff,
    at: datetime,
    account: Account | None = None,
) -> Spell:
    """Decide positively and admit; who was a client before gets a new spell (R072, R142)."""
    require(by, Permission.REFERRAL_DECIDE)
    person, today = referral.person, helsinki_date(at)
    status = Referral.objects.values_list("status", flat=True).get(pk=referral.pk)
    refuse(why_not_move(status, Status.DECIDED_POSITIVE))
    reason = rules.why_not_admit(
        category=admission.category,
        started_on=admission.started_on,
        today=today,
        open_spell=_open_client_spell(person),
        last_ended_on=_last_ended_on(person),
    )
    refuse(reason)
    was_client = Spell.objects.of(person).clients().exists()
    referrals.decide(
        referral,
        Outcome.POSITIVE,
        readmission=was_client,
        reasons=admission.reasons,
        by=by,
        at=at,
    )
    _end_child_spell(person, admission.started_on, by=by, at=at)
    spell = _open_spell(person, admission, by=by, at=at, referral=referral)
    record(spell, "client.admit", by=by, at=at, category=admission.category)
    if account is not None:
        record_exploitation(spell, account, by=by, at=at)
    return spell


@in_turn()
def admit_child(
    guardian: Spell, child: Person, admission: Admission, *, by: Staff, at: datetime
) -> Spell:
    """Admit a child beside a client; the child is counted apart (R078)."""
    require(by, Permission.REFERRAL_DECIDE)
    guardian = locked(guardian)
    still_open = Spell.objects.of(child).open().with_person().first()
    reason = rules.why_not_admit_child(
        guardian_open=guardian.is_open,
        guardian_category=guardian.category,
        age=child.age_on(admission.started_on),
        started_on=admission.started_on,
        guardian_started_on=guardian.started_on,
        open_spell=str(still_open) if still_open else None,
    )
    refuse(reason)
    reason = rules.why_not_start(
        started_on=admission.started_on,
        today=helsinki_date(at),
        last_ended_on=_last_ended_on(child),
    )
    refuse(reason)
    spell = _open_spell(child, admission, by=by, at=at, guardian=guardian)
    record(spell, "client.admit_child", by=by, at=at)
    return spell


@in_turn()
def admit_new_child(
    guardian: Spell, details: Details, admission: Admission, *, by: Staff, at: datetime
) -> Spell:
    """Write down a child who was not known before, and admit the child beside a client."""
    require(by, Permission.REFERRAL_DECIDE)
    for sibling in guardian.children.open().with_person():
        same = sibling.person.name == details.name
        if same and sibling.person.birth_date == details.birth_date:
            raise Refused(_("This child is beside the guardian already: see %s.") % sibling)
    child = persons.register(details, by=by, at=at)
    return admit_child(guardian, child, admission, by=by, at=at)


def _open_spell(
    person: Person,
    admission: Admission,
    *,
    by: Staff,
    at: datetime,
    referral: Referral | None = None,
    guardian: Spell | None = None,
) -> Spell:
    category = Category.DEPENDENT_CHILD if guardian else admission.category
    latest = Spell.objects.of(person).aggregate(latest=Max("spell_number"))["latest"]
    try:
        return Spell.objects.create(
            person=person,
            spell_number=(latest or 0) + 1,
            referral=referral,
            guardian=guardian,
            admitted_as=category,
            category=category,
            office=admission.office,
            started_on=admission.started_on,
            age_at_admission=person.age_on(admission.started_on),
            residence_status=admission.residence_status,
            permit_basis=admission.permit_basis,
            admitted_at=at,
            admitted_by=by,
        )
    except IntegrityError as error:
        raise Refused(_("Somebody else has just admitted this person.")) from error


def _open_client_spell(person: Person) -> str | None:
    spell = Spell.objects.of(person).clients().open().with_person().first()
    return str(spell) if spell else None


def _last_ended_on(person: Person) -> date | None:
    ended: date | None = Spell.objects.of(person).aggregate(last=Max("ended_on"))["last"]
    return ended


def _end_child_spell(person: Person, day: date, *, by: Staff, at: datetime) -> None:
    """End the spell of a child who becomes a client (edge case 5)."""
    for spell in Spell.objects.of(person).open().with_person():
        end(spell, Exit(ended_on=day, ground=ExitGround.BECAME_CLIENT), by=by, at=at)
