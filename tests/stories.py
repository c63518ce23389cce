"""Clients with a long story, and how their page reads."""

from datetime import UTC, date, datetime, timedelta

from cases import account, admission, aino, daniel, details, make_person, make_referral, someone
from cast import client_of
from suoja.accounts.choices import Role
from suoja.clients import actions as clients
from suoja.clients.models import Spell
from suoja.clients.rules import Account, Segment
from suoja.core.calendar import helsinki_date
from suoja.periods import actions as periods
from suoja.periods.choices import Granter, Kind
from suoja.periods.rules import Grant
from suoja.persons.models import Person
from suoja.vocabulary.choices import (
    Category,
    Form,
    Industry,
    Office,
    PermitBasis,
    ResidenceStatus,
    Subform,
)

NOTES = (
    "Met the client in Helsinki. She sleeps better and wishes to begin a course in Finnish.",
    "Called at 15.00 as agreed. The lawyer asks for the papers from the employer by Friday.",
    "Visited the health centre together; the next appointment is in three weeks.",
)
ROUTE = (
    Segment(country="AF", conflict_zone=True),
    Segment(country="TR", transit=True),
    Segment(country="FI"),
)


def page_of(spell: Spell, role: Role = Role.ADVISER, query: str = "") -> str:
    """Return the page of a client as somebody sees it, on one line."""
    answer = client_of(someone(role)).get(f"/staff/clients/{spell.person.number}/{query}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def full_file() -> Spell:
    """Return a client with something of everything, written down over the last months."""
    now = datetime.now(UTC)
    spell = _admitted(_nadia(), now)
    for name in ("Samir", "Leila"):
        _add_child(spell, name, now)
    for number, text in enumerate(NOTES):
        clients.write_note(spell, text, by=aino(), at=now - timedelta(days=90 - 30 * number))
    marriage = account("AF", form=Form.FORCED_MARRIAGE)
    clients.record_exploitation(spell, marriage, by=aino(), at=now)
    _let_her_stay(spell, now)
    return spell


def _nadia() -> Person:
    return make_person(
        given_names="Nadia",
        family_name="Rahimi",
        nationality="AF",
        birth_date=date(1996, 4, 9),
        language="prs",
        phone="+358 40 000 0000",
        address="Kuvitteellinen katu 1 A, Helsinki",
        safe_contact="Text first, weekdays 10 to 14. If another answers, ask for the library.",
    )


def _admitted(person: Person, now: datetime) -> Spell:
    at = now - timedelta(days=150)
    return clients.admit(
        make_referral(person, at=now - timedelta(days=160)),
        admission(
            started_on=helsinki_date(at),
            office=Office.HELSINKI,
            residence_status=ResidenceStatus.UNDOCUMENTED,
        ),
        account=_servitude(),
        by=daniel(),
        at=at,
    )


def _servitude() -> Account:
    return account(
        segments=ROUTE,
        subform=Subform.DOMESTIC_SERVITUDE,
        industry=Industry.DOMESTIC_HELP,
        began_on=date(2013, 5, 1),
        ended_on=date(2019, 12, 31),
        description="Kept in a flat and paid nothing. The passport was taken on the first day.",
    )


def _add_child(spell: Spell, name: str, now: datetime) -> None:
    known = details(
        given_names=name, family_name="Rahimi", nationality="AF", birth_date=date(2019, 8, 2)
    )
    beside = admission(category=Category.DEPENDENT_CHILD, started_on=spell.started_on)
    clients.admit_new_child(spell, known, beside, by=daniel(), at=now - timedelta(days=149))


def _let_her_stay(spell: Spell, now: datetime) -> None:
    day = helsinki_date(now)
    granted_on = day - timedelta(days=20)
    reflection = Grant(
        kind=Kind.REFLECTION,
        granted_by_body=Granter.ASSISTANCE_SYSTEM,
        granted_on=granted_on,
        starts_on=granted_on,
        ends_on=granted_on + timedelta(days=60),
    )
    periods.grant(spell.person, reflection, by=daniel(), at=now)
    clients.change_residence_status(
        spell,
        ResidenceStatus.RESIDENCE_PERMIT,
        permit_basis=PermitBasis.VICTIM_52A,
        since=day - timedelta(days=3),
        by=aino(),
        at=now,
    )
