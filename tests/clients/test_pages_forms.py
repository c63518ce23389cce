"""What is written into a file on pages of its own, and what is refused there."""

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.http import HttpResponse

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
from suoja.accounts.choices import Role
from suoja.clients import actions as clients
from suoja.clients.models import Exploitation, Spell
from suoja.vocabulary.choices import Category, Place

pytestmark = pytest.mark.django_db

TOLD = {"form": "forced_labour", "country_1": "FI"}
PERSON = {"given_names": "Mirela", "family_name": "Lehto", "sex": "woman_girl", "nationality": "RO"}


@pytest.fixture(autouse=True)
def _summer_of_2020() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def spell() -> Spell:
    return make_client(started_on=date(2020, 6, 1))


def send(
    spell: Spell, page: str, typed: dict[str, object], role: Role = Role.DIRECTOR
) -> HttpResponse:
    address = f"/staff/clients/{spell.person.number}/{page}/"
    return client_of(someone(role)).post(address, typed)


def errors(answer: HttpResponse) -> str:
    return str(answer.context["form"].errors.as_text())


def test_an_exploitation_is_recorded_with_its_places(spell: Spell) -> None:
    typed = TOLD | {"country_2": "TR", "transit_2": "on", "country_3": "AF", "submission": uuid4()}
    typed |= {"began": "2019-05", "ended": "2019-06", "industry": "cleaning"}

    answer = send(spell, "exploitation", typed, Role.ADVISER)

    assert answer.status_code == 302
    told = Exploitation.objects.get()
    assert (told.began_on, told.ended_on) == (date(2019, 5, 1), date(2019, 6, 30))
    places = [(one.country, one.transit, one.conflict_zone) for one in told.segments.all()]
    assert places == [("FI", False, False), ("TR", True, False), ("AF", False, True)]
    assert told.place == Place.IN_FINLAND


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"began": "2019-06", "ended": "2019-05"}, "ends before it begins"),
        ({"began": "2020-07"}, "begins in the future"),
        ({"country_1": ""}, "Name at least one country"),
        ({"transit_1": "on"}, "Name at least one country"),
        ({"began": "spring"}, "Write the month as 2019-05."),
        ({"subform": "prostitution"}, "belongs to another form"),
        ({"form": "forced_begging", "industry": "cleaning"}, "Only forced labour"),
        ({"form": ""}, "This field is required."),
    ],
)
def test_an_exploitation_that_cannot_be_is_refused_and_kept_as_typed(
    spell: Spell, wrong: dict[str, str], reason: str
) -> None:
    typed = TOLD | {"description": "As it was told.", "submission": uuid4()} | wrong

    answer = send(spell, "exploitation", typed)

    assert reason in errors(answer)
    assert "As it was told.</textarea>" in answer.content.decode()
    assert not Exploitation.objects.exists()


@pytest.mark.parametrize("month", ["2019-05", "5/2019", "05.2019"])
def test_a_month_may_be_typed_in_several_ways(spell: Spell, month: str) -> None:
    send(spell, "exploitation", TOLD | {"began": month, "submission": uuid4()})

    assert Exploitation.objects.get().began_on == date(2019, 5, 1)


def test_an_exploitation_that_is_sent_twice_is_recorded_once(spell: Spell) -> None:
    typed = TOLD | {"submission": uuid4()}
    send(spell, "exploitation", typed)

    assert "This form was sent already" in errors(send(spell, "exploitation", typed))
    assert Exploitation.objects.count() == 1


def test_a_new_residence_status_is_dated(spell: Spell) -> None:
    typed = {"status": "residence_permit", "permit_basis": "work", "since": "2020-06-10"}

    assert send(spell, "residence", typed, Role.ADVISER).status_code == 302
    assert spell.residence_status_on(TODAY) == "residence_permit"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"since": "2020-05-01"}, "must begin after the one before it"),
        ({"since": "2020-06-16"}, "dated in the future"),
        ({"status": "asylum_seeker", "permit_basis": ""}, "has this residence status already"),
        ({"status": "undocumented"}, "Only a residence permit has a basis."),
    ],
)
def test_a_residence_status_that_cannot_be_is_refused(
    spell: Spell, wrong: dict[str, str], reason: str
) -> None:
    typed = {"status": "residence_permit", "permit_basis": "work", "since": "2020-06-10"} | wrong

    assert reason in errors(send(spell, "residence", typed))


def test_a_witness_becomes_a_victim_on_a_day() -> None:
    witness = make_client(category=Category.WITNESS, started_on=date(2020, 6, 1))

    assert "not a client yet" in errors(send(witness, "recognise", {"on": "2020-05-31"}))
    assert "in the future" in errors(send(witness, "recognise", {"on": "2020-06-16"}))
    assert send(witness, "recognise", {"on": "2020-06-10"}).status_code == 302
    witness.refresh_from_db()
    assert witness.category == Category.VICTIM


def test_a_victim_cannot_be_recognised_again(spell: Spell) -> None:
    assert "Only a witness" in errors(send(spell, "recognise", {"on": "2020-06-10"}))


def test_details_are_corrected_and_the_new_name_is_found(spell: Spell) -> None:
    browser = client_of(aino())
    page = browser.get(f"/staff/clients/{spell.person.number}/correct/").content.decode()
    assert 'value="Koskela"' in page
    assert 'value="1995-03-04"' in page

    assert send(spell, "correct", PERSON, Role.ADVISER).status_code == 302

    found = browser.post("/staff/clients/", {"q": "Lehto"}, follow=True)
    assert len(found.context["rows"]) == 1


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"birth_date": "2020-06-16"}, "The birth date is in the future."),
        ({"birth_date": "1890-01-01"}, "more than 120 years ago"),
        ({"given_names": "", "family_name": " "}, "Give at least one name"),
    ],
)
def test_details_that_cannot_be_are_refused_and_kept_as_typed(
    spell: Spell, wrong: dict[str, str], reason: str
) -> None:
    answer = send(spell, "correct", PERSON | {"address": "Uusi katu 2"} | wrong)

    assert reason in errors(answer)
    assert 'value="Uusi katu 2"' in answer.content.decode()
    spell.person.refresh_from_db()
    assert spell.person.family_name == "Koskela"


def test_a_client_leaves_with_the_children_beside(spell: Spell) -> None:
    beside = admission(category=Category.DEPENDENT_CHILD)
    known = details(given_names="Andrei", birth_date=date(2014, 1, 1))
    child = clients.admit_new_child(spell, known, beside, by=daniel(), at=AT)
    page = client_of(daniel()).get(f"/staff/clients/{spell.person.number}/exit/")
    assert "Andrei Koskela" in page.content.decode()

    typed = {"ground": "returned_home", "return_kind": "assisted", "ended_on": "2020-06-15"}
    assert send(spell, "exit", typed).status_code == 302

    child.refresh_from_db()
    assert child.end_ground == "guardian_left"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"ended_on": "2020-05-31"}, "The exit is before the admission."),
        ({"ended_on": "2020-06-16"}, "The exit is dated in the future."),
        ({"ground": ""}, "This field is required."),
        ({"ground": "came_of_age"}, "Select a valid choice."),
        ({"return_kind": "assisted"}, "Only who returns home"),
    ],
)
def test_an_exit_that_cannot_be_is_refused_and_kept_as_typed(
    spell: Spell, wrong: dict[str, str], reason: str
) -> None:
    typed = {"ground": "need_ended", "ended_on": "2020-06-15", "reasons": "Has a home now."} | wrong

    answer = send(spell, "exit", typed)

    assert reason in errors(answer)
    assert "Has a home now.</textarea>" in answer.content.decode()
    spell.refresh_from_db()
    assert spell.is_open


def test_who_has_left_cannot_leave_again(spell: Spell) -> None:
    typed = {"ground": "need_ended", "ended_on": "2020-06-15"}
    send(spell, "exit", typed)

    assert "This person has left already." in errors(send(spell, "exit", typed))


def test_an_adviser_does_not_decide() -> None:
    spell = make_client(make_person(given_names="Ioana"))
    clients.record_exploitation(spell, account(), by=aino(), at=AT)

    for page in ("exit", "recognise", "children/add", "children/listed"):
        assert send(spell, page, {}, Role.ADVISER).status_code == 403


def test_a_nurse_opens_no_form(spell: Spell) -> None:
    browser = client_of(someone(Role.NURSE))

    for page in ("exploitation", "residence", "correct", "exit"):
        assert browser.get(f"/staff/clients/{spell.person.number}/{page}/").status_code == 403
