"""The page on which a referral is registered."""

import pytest

from cases import aino, make_person
from cases import someone as staff_with
from cast import client_of
from referral_form import NEW, TOMORROW, send, send_well, typed
from suoja.accounts.choices import Role
from suoja.persons.models import Person
from suoja.referrals.choices import Status
from suoja.referrals.models import Referral

pytestmark = pytest.mark.django_db


def test_the_empty_form_is_dated_now(clock: object) -> None:
    page = client_of(aino()).get(NEW).content.decode()

    assert 'value="2026-03-02"' in page
    assert 'value="11:00"' in page


def test_a_referral_is_registered_with_everything_that_was_typed() -> None:
    referral = send_well()

    assert (referral.status, referral.request_number) == (Status.RECEIVED, 1)
    assert referral.person.name == "Mirela Koskela"
    assert referral.person.safe_contact == "Text first, never call."
    assert referral.received_at.isoformat() == "2020-06-01T06:30:00+00:00"
    assert referral.referrer_name == "Constable Virtanen"
    assert referral.summary == "Works without pay in a kitchen."


def test_after_registering_the_page_of_the_referral_is_shown() -> None:
    client = client_of(aino())
    page = client.post(NEW, typed(), follow=True)

    assert page.redirect_chain == [(f"/staff/referrals/{Referral.objects.get().number}/", 302)]
    assert "is registered" in page.content.decode()


def test_an_operator_registers_and_reads_nothing_of_it() -> None:
    make_person()
    page = client_of(staff_with(Role.OPERATOR)).post(NEW, typed(), follow=True)

    assert page.redirect_chain == [(NEW, 302)]
    assert "Mirela" not in page.content.decode()
    assert Referral.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"consent": "no", "consent_by": None, "consent_on": None}, "has not consented"),
        ({"consent_on": None}, "Day it was given: This field is required"),
        ({"consent_by": ""}, "Who gave it: This field is required"),
        ({"consent_on": TOMORROW}, "consent is dated in the future"),
        ({"received_on": TOMORROW, "consent_on": "2020-06-01"}, "dated in the future"),
        ({"birth_date": TOMORROW}, "birth date is in the future"),
        ({"birth_date": "1850-01-01"}, "more than 120 years ago"),
        ({"birth_date": ""}, "Birth date: This field is required"),
        ({"birth_date_unknown": "on"}, "or say that it is not known"),
        ({"birth_date": "4.3.95x"}, "Enter a valid date"),
        ({"given_names": "", "family_name": ""}, "at least one name"),
        ({"manner": "oral"}, "Why orally is enough: This field is required"),
        ({"manner": "oral", "oral_ground": "by_the_person"}, "ask for it in writing"),
        ({"referrer": ""}, "This field is required"),
        ({"nationality": "ZZ"}, "Select a valid choice"),
        ({"group": "known", "group_number": "G-99"}, "no such group"),
        ({"group": "known", "group_number": "berries"}, "no such group"),
        ({"child_rows": "1", "child-0-given_names": "Ion"}, "Child 1 is not complete"),
        (
            {"child_rows": "1", "child-0-given_names": "I", "child-0-sex": "man_boy"}
            | {"child-0-birth_date": TOMORROW},
            "birth date is in the future",
        ),
        ({"child_rows": "1", "child-0-sex": "man_boy"}, "at least one name"),
    ],
)
def test_bad_input_is_refused_keeps_what_was_typed_and_files_nothing(
    changed: dict[str, object], sentence: str
) -> None:
    page = send(**changed)

    assert page.status_code == 200
    shown = page.content.decode()
    assert sentence in shown
    assert "Works without pay in a kitchen." in shown
    assert "Constable Virtanen" in shown
    assert (Referral.objects.count(), Person.objects.count()) == (0, 0)


def test_an_unknown_birth_date_is_said_and_not_left_out() -> None:
    referral = send_well(birth_date="", birth_date_unknown="on")

    assert referral.person.birth_date is None


def test_an_urgent_referral_is_taken_orally() -> None:
    referral = send_well(manner="oral", oral_ground="urgent")

    assert referral.oral_ground == "urgent"


def test_a_ground_left_over_from_an_oral_referral_is_dropped() -> None:
    assert send_well(manner="written", oral_ground="urgent").oral_ground is None


def test_a_form_sent_twice_is_one_referral_and_leads_to_it() -> None:
    once = typed()
    client = client_of(aino())
    client.post(NEW, once)
    page = client.post(NEW, once).content.decode()

    number = Referral.objects.get().number
    assert f"sent already and is referral R-{number}" in page
    assert f'href="/staff/referrals/{number}/"' in page
    assert "Works without pay in a kitchen." in page


def test_who_may_not_register_is_turned_away() -> None:
    assert send(Role.NURSE).status_code == 403
