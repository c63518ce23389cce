"""What a professional filled in on the public side is registered without typing a word."""

import pytest

from intake.desk import on_duty_as
from intake.forms_sent import PERSON, REFERRER
from public_site.referral_flow import ADULT, KITCHEN, MIRELA, REACH, Walk, sent
from referrals.letter_form import register
from suoja.intake.models import Arrival
from suoja.public_site.forms.referral import children as public_children
from suoja.referrals.forms import children
from suoja.referrals.models import Referral

pytestmark = pytest.mark.django_db


def test_the_form_says_what_was_agreed_between_the_two_sides() -> None:
    walk = Walk()
    walk.adult()
    walk.press("send")
    told = sent()

    assert set(told) == {*REFERRER, "question", "together", "persons"}
    assert set(told["persons"][0]) == set(PERSON)


def test_a_form_with_a_child_is_registered_as_it_was_filled_in() -> None:
    walk = Walk()
    walk.consent()
    walk.person()
    for typed in (MIRELA, KITCHEN, REACH):
        walk.on(**typed)
    walk.press("child")
    walk.on(rows="1", **{"child-0-given_names": "Ilie", "child-0-sex": "man_boy"})
    walk.on()
    walk.press("send")
    message = Arrival.objects.get().pk
    client = on_duty_as()
    register(client, message)

    referral = Referral.objects.get()
    assert referral.person.name == "Mirela Koskela"
    assert referral.person.address == REACH["address"]
    assert referral.consent_given_at.strftime("%Y-%m-%d") <= ADULT["consent_given_on"]
    assert [child.person.name for child in referral.children.all()] == ["Ilie"]


def test_both_sides_have_room_for_as_many_children() -> None:
    assert public_children.MOST_CHILDREN == children.MOST_CHILDREN
