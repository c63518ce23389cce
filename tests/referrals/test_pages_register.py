"""The page on which a referral is registered."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse

from cases import aino, details, make_person, make_referral
from cases import someone as staff_with
from cast import client_of
from suoja.accounts.choices import Role
from suoja.core.models import AuditEntry
from suoja.persons.models import Person
from suoja.referrals import actions as referrals
from suoja.referrals.choices import Outcome, RefusalGround, Status
from suoja.referrals.models import Referral

pytestmark = pytest.mark.django_db

NEW = "/staff/referrals/new/"
TOMORROW = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()


def typed(**changed: object) -> dict[str, object]:
    """Return a form filled in well, or with these changes; None leaves a field out."""
    known: dict[str, object] = {
        "submission": uuid4(),
        "child_rows": "0",
        "given_names": "Mirela",
        "family_name": "Koskela",
        "sex": "woman_girl",
        "birth_date": "1995-03-04",
        "nationality": "RO",
        "phone": "+358 40 0000",
        "safe_contact": "Text first, never call.",
        "referrer": "police",
        "referrer_name": "Constable Virtanen",
        "manner": "written",
        "received_on": "2020-06-01",
        "received_time": "09:30",
        "consent": "yes",
        "consent_by": "person",
        "consent_on": "2020-06-01",
        "summary": "Works without pay in a kitchen.",
        "group": "alone",
    }
    return {name: value for name, value in {**known, **changed}.items() if value is not None}


def send(role: Role = Role.ADVISER, **changed: object) -> HttpResponse:
    return client_of(staff_with(role)).post(NEW, typed(**changed))


def send_well(**changed: object) -> Referral:
    response = send(**changed)
    assert response.status_code == 302, response.content.decode()
    return Referral.objects.order_by("-number")[0]


def decide_against(referral: Referral) -> None:
    ground = RefusalGround.NOT_CREDIBLE
    director, at = staff_with(Role.DIRECTOR), datetime.now(UTC)
    referrals.decide(referral, Outcome.NEGATIVE, refusal_ground=ground, by=director, at=at)


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


def test_a_child_is_added_without_losing_what_was_typed() -> None:
    page = send(add_child="yes", summary="Half a sentence", birth_date="", consent=None)

    shown = page.content.decode()
    assert "Half a sentence" in shown
    assert 'name="child-0-given_names"' in shown
    assert "There is something to put right" not in shown
    assert Referral.objects.count() == 0


def test_a_second_child_keeps_the_first() -> None:
    shown = send(add_child="yes", child_rows="1", **{"child-0-given_names": "Ion"})

    assert 'value="Ion"' in shown.content.decode()
    assert 'name="child-1-given_names"' in shown.content.decode()


def test_there_are_at_most_four_rows_for_children() -> None:
    shown = send(add_child="yes", child_rows="4").content.decode()

    assert 'name="child-3-given_names"' in shown
    assert 'name="child-4-given_names"' not in shown
    assert 'value="yes"\n' not in shown
    assert "Add a child" not in shown


def test_children_are_registered_and_an_empty_row_is_no_child() -> None:
    referral = send_well(
        child_rows="2",
        **{"child-0-given_names": "Ion", "child-0-sex": "man_boy"},
        **{"child-0-birth_date": "2015-05-05"},
    )

    (child,) = referral.children.all()
    assert child.person.given_names == "Ion"
    assert child.person.nationality == "RO"


def test_a_known_person_is_recognised_and_nothing_is_filed_yet() -> None:
    known = make_referral()
    shown = send().content.decode()

    assert f"P-{known.person.number} · Mirela Koskela · born" in shown
    assert f"R-{known.number} (Under assessment)" in shown
    assert "Works without pay in a kitchen." in shown
    assert Referral.objects.count() == 1


def test_the_second_request_of_a_known_person_is_numbered_and_renews_the_contact() -> None:
    earlier = make_referral()
    decide_against(earlier)
    second = send_well(same_as=str(earlier.person.number))

    assert (second.person, second.request_number) == (earlier.person, 2)
    assert Person.objects.get().phone == "+358 40 0000"


def test_a_known_person_whose_referral_is_open_is_not_referred_again() -> None:
    still_open = make_referral()
    shown = send(same_as=str(still_open.person.number)).content.decode()

    assert f"R-{still_open.number} of this person is still open" in shown
    assert Referral.objects.count() == 1


def test_somebody_else_of_the_same_name_is_a_new_person() -> None:
    known = make_person()
    referral = send_well(same_as=f"none of {known.number}")

    assert referral.person != known
    assert referral.request_number == 1


def test_an_answer_about_others_does_not_answer() -> None:
    make_person()
    shown = send(same_as="none of 77").content.decode()

    assert "Say whether it is one" in shown
    assert Referral.objects.count() == 0


def test_the_first_of_a_group_opens_it_and_the_next_joins() -> None:
    first = send_well(group="new")
    other = {"given_names": "Anca", "family_name": "Popa"}
    second = send_well(group="known", group_number=str(first.group), **other)

    assert first.group is not None
    assert second.group == first.group


def test_the_next_of_a_group_takes_over_all_but_person_and_consent() -> None:
    first = send_well(group="new", organisation="monika", referrer="other_organisation")
    client = client_of(aino())
    page = client.get(NEW, {"beside": first.number}).content.decode()

    assert re.search(r'value="other_organisation"\s+selected', page)
    assert "Constable Virtanen" in page
    assert f'value="{first.group}"' in page
    assert "Mirela" not in page
    assert not re.search(r'name="consent"[^>]*checked', page)
    assert AuditEntry.objects.filter(verb="referral.read", subject_id=first.number).exists()


def test_beside_a_referral_that_is_not_there_nothing_is_found() -> None:
    assert client_of(aino()).get(NEW, {"beside": 404}).status_code == 404


def test_a_refused_form_opens_no_group() -> None:
    known = make_referral()
    send(group="new", same_as=str(known.person.number))

    assert not AuditEntry.objects.filter(verb="group.open").exists()


def test_a_name_without_letters_is_nobody_known() -> None:
    make_person()
    referral = send_well(given_names="?", family_name="", birth_date="", birth_date_unknown="on")

    assert referral.person.name == "?"


def test_who_may_not_register_is_turned_away() -> None:
    assert send(Role.NURSE).status_code == 403


def test_a_name_in_another_script_is_recognised() -> None:
    make_person(given_names="Олена", family_name="Бондаренко", birth_date=None)
    shown = send(given_names="Olena", family_name="Bondarenko")

    assert "Is it one of these?" in shown.content.decode()
    assert details().name not in shown.content.decode()
