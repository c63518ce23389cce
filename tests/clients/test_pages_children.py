"""Admitting children beside a client."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.http import HttpResponse

from cases import (
    AT,
    EARLIER,
    admission,
    aino,
    daniel,
    details,
    make_client,
    make_person,
    make_referral,
    someone,
)
from cast import client_of
from suoja.accounts.choices import Role
from suoja.clients import actions as clients
from suoja.clients.actions.removal import Exit
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.persons.models import Person
from suoja.referrals import actions as referrals
from suoja.vocabulary.choices import Category

pytestmark = pytest.mark.django_db

ADMITTED = {"started_on": "2020-06-15", "residence_status": "asylum_seeker"}
CHILD = ADMITTED | {
    "given_names": "Andrei",
    "family_name": "Koskela",
    "sex": "man_boy",
    "nationality": "RO",
    "birth_date": "2014-01-01",
}


@pytest.fixture(autouse=True)
def _summer_of_2020() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


def send(guardian: Spell, typed: dict[str, object], page: str = "add") -> HttpResponse:
    address = f"/staff/clients/{guardian.person.number}/children/{page}/"
    return client_of(someone(Role.DIRECTOR)).post(address, typed)


def errors(answer: HttpResponse) -> str:
    return str(answer.context["form"].errors.as_text())


def test_a_new_child_is_written_down_and_admitted_in_one_go() -> None:
    guardian = make_client()

    assert send(guardian, CHILD).status_code == 302

    child = guardian.children.get()
    assert (child.person.given_names, child.category) == ("Andrei", Category.DEPENDENT_CHILD)


def test_the_form_begins_with_what_the_guardian_has() -> None:
    guardian = make_client()
    address = f"/staff/clients/{guardian.person.number}/children/add/"

    form = client_of(daniel()).get(address).context["form"]

    assert form["family_name"].value() == "Koskela"
    assert form["residence_status"].value() == "asylum_seeker"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"birth_date": "2020-06-16"}, "The birth date is in the future."),
        ({"birth_date": "2001-01-01"}, "This person is of age."),
        ({"started_on": "2020-06-14"}, "The guardian was not a client yet"),
        ({"started_on": "2020-06-16"}, "The admission is dated in the future."),
        ({"given_names": "", "family_name": ""}, "Give at least one name"),
    ],
)
def test_a_child_who_cannot_be_admitted_is_not_written_down_either(
    wrong: dict[str, str], reason: str
) -> None:
    guardian = make_client()

    answer = send(guardian, CHILD | {"safe_contact": "By letter."} | wrong)

    assert reason in errors(answer)
    assert "By letter.</textarea>" in answer.content.decode()
    assert Person.objects.count() == 1


def test_a_child_without_a_guardian_in_the_system_is_refused() -> None:
    guardian = make_client()
    leaving = Exit(ended_on=date(2020, 6, 15), ground=ExitGround.OWN_WISH)
    clients.remove(guardian, leaving, by=daniel(), at=AT)

    assert "Admit the guardian first" in errors(send(guardian, CHILD))


def test_a_child_has_no_children_beside() -> None:
    beside = admission(category=Category.DEPENDENT_CHILD)
    known = details(given_names="Andrei", birth_date=date(2014, 1, 1))
    child = clients.admit_new_child(make_client(), known, beside, by=daniel(), at=AT)

    assert "The guardian is not a client." in errors(send(child, CHILD))


def test_a_child_who_is_sent_twice_is_admitted_once() -> None:
    guardian = make_client()
    send(guardian, CHILD)

    assert "This child is beside the guardian already" in errors(send(guardian, CHILD))
    assert guardian.children.count() == 1


def listed_child(person: Person) -> Person:
    referral = make_referral(person)
    known = details(given_names="Leila", birth_date=date(2012, 1, 1))
    child = referrals.add_child(referral, known, by=aino(), at=EARLIER)
    clients.admit(referral, admission(), by=daniel(), at=AT)
    return child.person


def test_a_child_of_the_referral_is_offered_and_admitted() -> None:
    person = make_person()
    child = listed_child(person)
    guardian = person.spells.get()
    address = f"/staff/clients/{person.number}/children/add/"
    assert "Admit a listed child" in client_of(daniel()).get(address).content.decode()

    assert send(guardian, ADMITTED | {"child": str(child.pk)}, "listed").status_code == 302

    assert guardian.children.get().person == child
    assert "Admit a listed child" not in client_of(daniel()).get(address).content.decode()


def test_a_child_whom_no_referral_lists_is_refused() -> None:
    guardian = make_client()
    stranger = make_person(given_names="Ioana")

    answer = send(guardian, ADMITTED | {"child": str(stranger.pk)}, "listed")

    assert "Select a valid choice." in errors(answer)
