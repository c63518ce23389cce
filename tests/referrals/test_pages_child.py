"""The page on which a child is listed with a referral."""

import pytest
from django.http import HttpResponse

from cases import AT, aino, details, make_referral
from cast import client_of
from referral_form import decide_against
from suoja.referrals import actions as referrals
from suoja.referrals.models import Referral

pytestmark = pytest.mark.django_db


def send(referral: Referral, **typed: object) -> HttpResponse:
    address = f"/staff/referrals/{referral.number}/child/"
    return client_of(aino()).post(address, typed, follow=True)


def test_a_child_is_added_with_the_nationality_of_the_person() -> None:
    referral = make_referral()
    send(referral, given_names="Ion", sex="man_boy", birth_date="2015-05-05")

    (child,) = referral.children.all()
    assert (child.person.given_names, child.person.nationality) == ("Ion", "RO")


def test_a_child_sent_twice_is_listed_once() -> None:
    referral = make_referral()
    send(referral, given_names="Ion", sex="man_boy", birth_date="2015-05-05")
    page = send(referral, given_names="Ion", sex="man_boy", birth_date="2015-05-05")

    assert "This child is listed already." in page.content.decode()
    assert referral.children.count() == 1


def test_a_child_who_came_with_an_earlier_request_is_the_same_child() -> None:
    first = make_referral()
    before = referrals.add_child(first, details(given_names="Ion"), by=aino(), at=AT)
    decide_against(first)
    again = referrals.add_child(
        make_referral(first.person), details(given_names="Ion"), by=aino(), at=AT
    )

    assert again.person == before.person


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"given_names": "Ion"}, "This field is required"),
        ({"sex": "man_boy", "nationality": "FI"}, "at least one name"),
        ({"given_names": "Ion", "sex": "man_boy", "birth_date": "2999-01-01"}, "in the future"),
    ],
)
def test_a_child_written_down_badly_is_refused(typed: dict[str, str], sentence: str) -> None:
    referral = make_referral()

    assert sentence in send(referral, **typed).content.decode()
    assert not referral.children.exists()


def test_the_form_for_a_child_stands_on_its_own_page() -> None:
    referral = make_referral()
    page = client_of(aino()).get(f"/staff/referrals/{referral.number}/child/").content.decode()

    assert "Add the child" in page
    assert "There is something to put right" not in page
