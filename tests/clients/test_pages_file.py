"""The page of one client."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

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
    someone,
)
from cast import client_of
from stories import page_of
from suoja.accounts.choices import Role
from suoja.clients import actions as clients
from suoja.clients.actions.removal import Exit
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.clients.rules import Segment
from suoja.core.models import AuditEntry
from suoja.vocabulary.choices import Category, ResidenceStatus

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _summer_of_2020() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


def test_opening_a_file_is_written_into_the_audit() -> None:
    spell = make_client()

    page_of(spell)

    entry = AuditEntry.objects.get(verb="client.read")
    assert (entry.by, entry.person_id) == ("aino", spell.person_id)


def test_an_unknown_client_is_not_found() -> None:
    assert client_of(aino()).get("/staff/clients/404/").status_code == 404


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.ADMINISTRATOR, Role.STATISTICIAN])
def test_a_role_without_permission_sees_neither_list_nor_file(role: Role) -> None:
    browser = client_of(someone(role))
    number = make_client().person.number

    assert browser.get("/staff/clients/").status_code == 403
    assert browser.get(f"/staff/clients/{number}/").status_code == 403


def test_the_safe_contact_stands_out_and_its_lack_is_said() -> None:
    person = make_person(safe_contact="Text before ten.")

    assert "Text before ten." in page_of(make_client(person))
    assert "No safe way of contact is recorded" in page_of(
        make_client(make_person(given_names="Ioana"))
    )


def test_the_page_says_who_and_what_right_to_stay() -> None:
    person = make_person(language="ro", phone="+358 40 000 0000", address="Katu 1")
    spell = make_client(person)
    later = TODAY + timedelta(days=1)
    with time_machine.travel(AT + timedelta(days=1), tick=False):
        clients.change_residence_status(
            spell,
            ResidenceStatus.RESIDENCE_PERMIT,
            since=later,
            by=aino(),
            at=AT + timedelta(days=1),
        )
        page = page_of(spell)

    for words in ("Mirela Koskela", "Romania", "25 years", "Katu 1", "Romanian", "+358 40"):
        assert words in page
    assert page.index("Residence permit</strong>") < page.index("Asylum seeker")


def test_exploitations_are_shown_with_what_follows_from_them() -> None:
    spell = make_client(make_person(nationality="AF", birth_date=date(2001, 1, 1)))
    route = [Segment(country="AF", conflict_zone=True), Segment(country="TR", transit=True)]
    told = account(segments=route, began_on=date(2018, 5, 1))
    clients.record_exploitation(spell, told, by=aino(), at=AT)

    page = page_of(spell)

    assert "Exploited abroad, only in the home country, in a conflict zone, began under 18" in page
    assert 'Türkiye <span class="soft">(only passed through)' in page
    assert "May 2018 – ?" in page


def test_another_exploitation_can_be_made_primary() -> None:
    spell = make_client()
    clients.record_exploitation(spell, account(), by=aino(), at=AT)
    other = clients.record_exploitation(spell, account("RO"), by=aino(), at=AT)
    address = f"/staff/clients/{spell.person.number}/exploitation/{other.pk}/primary/"

    answer = client_of(aino()).post(address)

    other.refresh_from_db()
    assert answer.status_code == 302
    assert other.is_primary
    assert client_of(aino()).get(address).status_code == 405


def test_an_exploitation_of_somebody_else_is_not_found() -> None:
    spell = make_client()
    address = f"/staff/clients/{spell.person.number}/exploitation/{uuid4()}/primary/"

    assert client_of(aino()).post(address).status_code == 404


def test_guardian_and_child_lead_to_each_other() -> None:
    guardian = make_client()
    beside = admission(category=Category.DEPENDENT_CHILD)
    known = details(given_names="Andrei", birth_date=date(2014, 1, 1))
    child = clients.admit_new_child(guardian, known, beside, by=daniel(), at=AT)

    assert f'<a href="/staff/clients/{child.person.number}/">Andrei Koskela</a>' in page_of(
        guardian
    )
    page = page_of(child)
    assert f'<a href="/staff/clients/{guardian.person.number}/">Mirela Koskela</a>' in page
    assert "Under 18" in page
    assert "Exploitation</h2>" not in page


def test_all_times_in_the_system_are_shown() -> None:
    first = make_client(started_on=date(2020, 1, 2))
    why = "Has not been seen."
    leaving = Exit(ended_on=date(2020, 3, 1), ground=ExitGround.DISAPPEARED, reasons=why)
    clients.remove(first, leaving, by=daniel(), at=AT)
    assert "Has left" in page_of(first)
    assert "This person has left already." in page_of(first, Role.DIRECTOR)

    page = page_of(make_client(first.person))

    assert "Times in the system" in page
    assert "1 Mar 2020</time>: Disappeared" in page
    assert "Has not been seen." in page


def test_what_happened_on_one_day_is_told_newest_first_too() -> None:
    first = make_client(started_on=TODAY)
    clients.remove(first, Exit(ended_on=TODAY, ground=ExitGround.OWN_WISH), by=daniel(), at=AT)
    page = page_of(make_client(first.person, started_on=TODAY))
    told = page[page.index("What happened</h2>") :]
    steps = re.findall(r"Referred|Decision|Admitted|Left", told)

    assert steps == ["Admitted", "Left", "Admitted", "Decision", "Decision", "Referred", "Referred"]


def test_a_witness_can_be_recognised_and_has_no_exploitation() -> None:
    page = page_of(make_client(category=Category.WITNESS), Role.DIRECTOR)

    assert "Recognise as a victim" in page
    assert "Only a victim has a form of exploitation." in page


def test_referrals_are_linked_for_those_who_may_read_them() -> None:
    spell = make_client()
    link = f'href="/staff/referrals/{spell.person.referrals.get().number}/"'

    assert link in page_of(spell)
    assert link not in page_of(spell, Role.NURSE)


def test_who_may_be_told_follows_the_law_of_the_day() -> None:
    spell = make_client()
    assert "only of a serious threat" in page_of(spell)

    with time_machine.travel("2017-03-01T10:00:00Z", tick=False):
        assert "The police are told of every new client." in page_of(spell)


def fill(spell: Spell, first: int, last: int) -> None:
    for number in range(first, last + 1):
        clients.record_exploitation(spell, account("RO", "FI"), by=aino(), at=AT)
        clients.write_note(spell, f"Note {number}.", by=aino(), at=AT)
        child = details(given_names=f"Child{number}", birth_date=date(2014, 1, 1))
        beside = admission(category=Category.DEPENDENT_CHILD)
        clients.admit_new_child(spell, child, beside, by=daniel(), at=AT)


def test_a_long_file_asks_no_more_of_the_database_than_a_short_one() -> None:
    browser, spell = client_of(daniel()), make_client()
    address = f"/staff/clients/{spell.person.number}/?notes=all"
    fill(spell, 1, 1)
    with CaptureQueriesContext(connection) as short:
        browser.get(address)
    fill(spell, 2, 30)
    with CaptureQueriesContext(connection) as long:
        browser.get(address)

    assert len(long) == len(short)
