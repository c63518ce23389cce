"""Whatever is done to a person's file is in the audit: what, by whom, and of which person.

An action that is not in the table fails the test.
"""

from collections.abc import Callable
from uuid import uuid4

import pytest

from architecture.test_every_action_asks_first import ASKED
from cases import (
    AT,
    TODAY,
    account,
    admission,
    aino,
    daniel,
    details,
    make_client,
    make_person,
    make_referral,
    registration,
)
from suoja.clients import actions as clients
from suoja.clients.actions.removal import Exit
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.core.models import AuditEntry
from suoja.identification import actions as identification
from suoja.identification.choices import Status
from suoja.identification.models import Assessment
from suoja.periods import actions as periods
from suoja.periods.choices import EarlyEnd, Granter, Kind
from suoja.periods.models import GrantedPeriod
from suoja.periods.rules import Grant
from suoja.persons import actions as persons
from suoja.persons.models import Person
from suoja.referrals import actions as referrals
from suoja.referrals.choices import Outcome
from suoja.vocabulary.choices import Category, ResidenceStatus

REFLECTION = Grant(
    kind=Kind.REFLECTION,
    granted_by_body=Granter.ASSISTANCE_SYSTEM,
    granted_on=TODAY,
    starts_on=TODAY,
    ends_on=TODAY.replace(month=9),
)
Case = tuple[str, Callable[[], object], Callable[..., object]]


def told() -> Spell:
    spell = make_client()
    clients.record_exploitation(spell, account("LY"), by=aino(), at=AT)
    return spell


def waiting() -> Assessment:
    return identification.queue(told(), since=TODAY, by=aino(), at=AT)


def begun() -> Assessment:
    return identification.begin(waiting(), on=TODAY, by=aino(), at=AT)


def heard() -> Assessment:
    return identification.hear_group(begun(), on=TODAY, by=aino(), at=AT)


def granted() -> GrantedPeriod:
    return periods.grant(make_person(), REFLECTION, by=daniel(), at=AT)


TABLE: dict[str, Case] = {
    "clients.admit": (
        "client.admit",
        make_referral,
        lambda referral, **who: clients.admit(referral, admission(), **who),
    ),
    "clients.admit_child": (
        "client.admit_child",
        lambda: make_person(birth_date=TODAY.replace(year=2012)),
        lambda one, **who: clients.admit_child(make_client(), one, admission(), **who),
    ),
    "clients.admit_new_child": (
        "client.admit_child",
        make_client,
        lambda spell, **who: clients.admit_new_child(
            spell, details(birth_date=None), admission(), **who
        ),
    ),
    "clients.change_residence_status": (
        "client.change_residence_status",
        lambda: make_client(started_on=TODAY.replace(month=1)),
        lambda spell, **who: clients.change_residence_status(
            spell, ResidenceStatus.RESIDENCE_PERMIT, since=TODAY, **who
        ),
    ),
    "clients.make_primary": (
        "client.make_primary",
        told,
        lambda spell, **who: clients.make_primary(spell, spell.person.exploitations.get(), **who),
    ),
    "clients.open_file": (
        "client.read",
        make_client,
        lambda spell, **who: clients.open_file(spell.person.number, **who),
    ),
    "clients.recognise_as_victim": (
        "client.recognise_as_victim",
        lambda: make_client(category=Category.WITNESS),
        lambda spell, **who: clients.recognise_as_victim(spell, on=TODAY, **who),
    ),
    "clients.record_exploitation": (
        "client.record_exploitation",
        make_client,
        lambda spell, **who: clients.record_exploitation(spell, account(), **who),
    ),
    "clients.remove": (
        "client.remove",
        make_client,
        lambda spell, **who: clients.remove(
            spell, Exit(ended_on=TODAY, ground=ExitGround.NEED_ENDED), **who
        ),
    ),
    "clients.write_note": (
        "client.write_note",
        make_client,
        lambda spell, **who: clients.write_note(spell, "Sleeps better.", **who),
    ),
    "identification.begin": (
        "identification.move",
        waiting,
        lambda assessment, **who: identification.begin(assessment, on=TODAY, **who),
    ),
    "identification.decide": (
        "identification.move",
        heard,
        lambda assessment, **who: identification.decide(
            assessment, Status.IDENTIFIED, on=TODAY, **who
        ),
    ),
    "identification.hear_group": (
        "identification.move",
        begun,
        lambda assessment, **who: identification.hear_group(assessment, on=TODAY, **who),
    ),
    "identification.queue": (
        "identification.queue",
        told,
        lambda spell, **who: identification.queue(spell, since=TODAY, **who),
    ),
    "periods.end_early": (
        "period.end_early",
        granted,
        lambda period, **who: periods.end_early(period, EarlyEnd.INTERRUPTED, on=TODAY, **who),
    ),
    "periods.grant": (
        "period.grant",
        make_person,
        lambda person, **who: periods.grant(person, REFLECTION, **who),
    ),
    "persons.correct": (
        "person.correct",
        make_person,
        lambda person, **who: persons.correct(person, details(), **who),
    ),
    "persons.register": (
        "person.register",
        details,
        persons.register,
    ),
    "persons.renew_contact": (
        "person.renew_contact",
        make_person,
        lambda person, **who: persons.renew_contact(person, details(), **who),
    ),
    "persons.same_as": (
        "person.show_as_alike",
        make_person,
        lambda _person, **who: persons.same_as(details(), **who),
    ),
    "referrals.add_child": (
        "referral.add_child",
        make_referral,
        lambda referral, **who: referrals.add_child(referral, details(given_names="Ion"), **who),
    ),
    "referrals.ask_for_more": (
        "referral.move",
        make_referral,
        lambda referral, **who: referrals.ask_for_more(referral, "Since when?", **who),
    ),
    "referrals.assess": (
        "referral.move",
        lambda: referrals.ask_for_more(make_referral(), "Since when?", by=aino(), at=AT),
        referrals.assess,
    ),
    "referrals.decide": (
        "referral.decide",
        make_referral,
        lambda referral, **who: referrals.decide(referral, Outcome.POSITIVE, **who),
    ),
    "referrals.open_referral": (
        "referral.read",
        make_referral,
        lambda referral, **who: referrals.open_referral(referral.number, **who),
    ),
    "referrals.register": (
        "referral.register",
        make_person,
        lambda person, **who: referrals.register(person, registration(), submission=uuid4(), **who),
    ),
    "referrals.withdraw_consent": (
        "referral.withdraw_consent",
        make_referral,
        referrals.withdraw_consent,
    ),
}
# Two persons have a test of their own; a group names nobody, a list many, a family each by itself.
NOT_ONE_PERSON = {
    "persons.take_over",
    "referrals.recognise",
    "clients.admit_with_children",
    "clients.record_listing",
    "referrals.open_group",
    "referrals.record_listing",
}
ROOMS = ("clients.", "identification.", "periods.", "persons.", "referrals.")


def test_every_action_on_a_file_is_in_the_table() -> None:
    assert {*TABLE} == {name for name in ASKED if name.startswith(ROOMS)} - NOT_ONE_PERSON


@pytest.mark.django_db
@pytest.mark.parametrize("name", TABLE)
def test_what_is_done_is_recorded_with_the_person_and_the_doer(name: str) -> None:
    verb, prepare, act = TABLE[name]
    subject, doer, earlier = prepare(), daniel(), AuditEntry.objects.count()

    act(subject, by=doer, at=AT)

    written = AuditEntry.objects.order_by("sequence")[earlier:]
    (entry,) = (one for one in written if one.verb == verb)
    assert (entry.by, entry.at) == ("daniel", AT)
    assert Person.objects.filter(pk=entry.person_id).exists()
