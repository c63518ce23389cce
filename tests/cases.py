"""Made-up people and referrals for tests, made through the actions that staff use."""

from datetime import UTC, date, datetime
from uuid import uuid4

from cast import make_staff
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.clients import actions as clients
from suoja.clients.actions.admission import Admission
from suoja.clients.models import Spell
from suoja.clients.rules import Account, Segment
from suoja.persons import actions as persons
from suoja.persons.models import Person
from suoja.persons.rules import Details
from suoja.referrals import actions as referrals
from suoja.referrals.models import Referral
from suoja.referrals.rules import Registration
from suoja.vocabulary.choices import Category, Form, Referrer, ResidenceStatus, Sex

AT = datetime(2020, 6, 15, 9, 0, tzinfo=UTC)
TODAY = date(2020, 6, 15)
EARLIER = datetime(2020, 6, 1, 9, 0, tzinfo=UTC)


def someone(role: Role) -> Staff:
    """Return the member of the cast with this role, made when first asked for."""
    known = Staff.objects.filter(role=role).first()
    return known or make_staff(role)


def aino() -> Staff:
    return someone(Role.ADVISER)


def daniel() -> Staff:
    return someone(Role.DIRECTOR)


def details(**changed: object) -> Details:
    known = {
        "given_names": "Mirela",
        "family_name": "Koskela",
        "sex": Sex.WOMAN_GIRL,
        "nationality": "RO",
        "birth_date": date(1995, 3, 4),
    }
    return Details(**{**known, **changed})


def registration(**changed: object) -> Registration:
    known = {
        "received_at": EARLIER,
        "referrer": Referrer.POLICE,
        "consent_given_at": EARLIER,
    }
    return Registration(**{**known, **changed})


def admission(**changed: object) -> Admission:
    known = {
        "category": Category.VICTIM,
        "started_on": TODAY,
        "residence_status": ResidenceStatus.ASYLUM_SEEKER,
    }
    return Admission(**{**known, **changed})


def account(*countries: str, **changed: object) -> Account:
    segments = [Segment(country=country) for country in countries or ("FI",)]
    return Account(**{"form": Form.FORCED_LABOUR, "segments": segments, **changed})


def make_person(**changed: object) -> Person:
    return persons.register(details(**changed), by=aino(), at=EARLIER)


def make_referral(
    person: Person | None = None, *, at: datetime = EARLIER, **changed: object
) -> Referral:
    """Return a referral that is registered and under assessment."""
    referral = referrals.register(
        person or make_person(), registration(**changed), submission=uuid4(), by=aino(), at=at
    )
    return referrals.assess(referral, by=aino(), at=at)


def make_client(person: Person | None = None, **changed: object) -> Spell:
    return clients.admit(make_referral(person), admission(**changed), by=daniel(), at=AT)
