"""Who is known already, who comes along, and who is referred together."""

import re

import pytest

from cases import aino, details, make_person, make_referral
from cast import client_of
from referral_form import NEW, decide_against, send, send_well
from suoja.core.models import AuditEntry
from suoja.persons.models import Person
from suoja.referrals.models import Referral

pytestmark = pytest.mark.django_db


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


def test_there_are_at_most_twelve_rows_for_children() -> None:
    shown = send(add_child="yes", child_rows="12").content.decode()

    assert 'name="child-11-given_names"' in shown
    assert 'name="child-12-given_names"' not in shown
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
    assert re.search(r"<legend>Is it one of these\?\s*</legend>", shown)
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


def test_a_name_in_another_script_is_recognised() -> None:
    make_person(given_names="Олена", family_name="Бондаренко", birth_date=None)
    shown = send(given_names="Olena", family_name="Bondarenko")

    assert "Is it one of these?" in shown.content.decode()
    assert details().name not in shown.content.decode()
