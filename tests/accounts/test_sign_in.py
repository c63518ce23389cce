"""Password, then code."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from time_machine import Traveller

from accounts.door import CODE, OWN, SIGN_IN, WRONG_CODE, failures, give_code, give_password, is_in
from cast import PASSWORD, code_at, make_staff
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.core.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_password_and_code_open_the_door(aino: Staff, client: Client) -> None:
    assert give_password(client) == 302
    assert give_code(client, code_at()) == 302

    assert is_in(client)
    assert AuditEntry.objects.filter(verb="sign_in", by="aino").count() == 1


def test_a_password_alone_opens_nothing(aino: Staff, client: Client) -> None:
    give_password(client)

    assert not is_in(client)


def test_a_user_name_may_be_typed_in_capitals(aino: Staff, client: Client) -> None:
    assert give_password(client, "Aino") == 302


def test_signing_in_leads_to_the_page_that_was_asked_for(aino: Staff, client: Client) -> None:
    door = client.get(OWN)["Location"]
    client.post(door, {"login": "aino", "password": PASSWORD})

    assert client.post(CODE, {"code": code_at()})["Location"] == OWN


@pytest.mark.parametrize(
    ("sent_from", "then"),
    [
        ("http://testserver/staff/referrals/3/", "/staff/referrals/3/"),
        ("http://testserver/en/", "/staff/"),
        ("http://elsewhere.example/staff/referrals/3/", "/staff/"),
    ],
)
def test_who_sent_a_form_too_late_is_led_back_to_it(
    client: Client, sent_from: str, then: str
) -> None:
    door = client.post("/staff/referrals/3/assess/", headers={"referer": sent_from})["Location"]

    assert door == f"{SIGN_IN}?next={then}"


def test_no_input_repeats_its_label_inside(client: Client) -> None:
    assert "placeholder" not in client.get(SIGN_IN).content.decode()


def test_signing_in_leads_to_no_other_site(aino: Staff, client: Client) -> None:
    client.post(f"{SIGN_IN}?next=//elsewhere.example/", {"login": "aino", "password": PASSWORD})

    assert client.post(CODE, {"code": code_at()})["Location"] == "/staff/"


def test_a_code_works_once(aino: Staff, client: Client, clock: Traveller) -> None:
    code = code_at()
    give_password(client)
    give_code(client, code)
    other = Client()
    give_password(other)

    assert give_code(other, code) == 200
    assert not is_in(other)


@pytest.mark.parametrize("seconds", [0, 25, 50])
def test_a_code_works_once_for_as_long_as_it_works(
    aino: Staff, client: Client, clock: Traveller, now: datetime, seconds: int
) -> None:
    code = code_at(now + timedelta(seconds=30))
    give_password(client)
    give_code(client, code)
    clock.shift(seconds)
    other = Client()
    give_password(other)

    assert give_code(other, code) == 200


def test_a_code_of_half_a_minute_ago_still_works(
    aino: Staff, client: Client, clock: Traveller
) -> None:
    code = code_at()
    clock.shift(30)
    give_password(client)

    assert give_code(client, code) == 302


def test_a_code_of_two_minutes_ago_does_not(aino: Staff, client: Client, clock: Traveller) -> None:
    code = code_at()
    clock.shift(120)
    give_password(client)

    assert give_code(client, code) == 200


def test_a_closed_account_looks_like_a_wrong_password(client: Client) -> None:
    make_staff(Role.NURSE, is_active=False)
    sent = {"login": "niilo", "password": PASSWORD}
    closed = client.post(SIGN_IN, sent).context["form"].errors
    wrong = client.post(SIGN_IN, {**sent, "password": "not this one"}).context["form"].errors

    assert closed == wrong
    assert failures() == [("nobody", "niilo", "inactive"), ("nobody", "niilo", "wrong_password")]


def test_a_wrong_password_is_recorded(aino: Staff, client: Client) -> None:
    assert give_password(client, password="not this one") == 200

    assert failures() == [("nobody", "aino", "wrong_password")]


def test_a_name_that_is_not_ours_is_recorded_without_the_name(client: Client) -> None:
    give_password(client, username="my-secret-password")

    assert failures() == [("nobody", "", "unknown_name")]


def test_a_wrong_code_is_recorded(aino: Staff, client: Client) -> None:
    give_password(client)
    give_code(client, WRONG_CODE)

    assert failures() == [("nobody", "aino", "wrong_code")]


def test_a_used_code_is_recorded(aino: Staff, client: Client, clock: Traveller) -> None:
    code = code_at()
    give_password(client)
    give_code(client, code)
    clock.shift(31)
    other = Client()
    give_password(other)
    give_code(other, code)

    assert failures() == [("nobody", "aino", "used_code")]
