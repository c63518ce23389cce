"""Nobody works here without a second factor."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client

from addresses import Address, staff_addresses
from cast import PASSWORD, client_of, code_at, give_second_factor, make_staff, sign_in
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.core.models import AuditEntry

SET_UP, CODES, OWN = (
    "/staff/sign-in/second-factor/",
    "/staff/sign-in/recovery-codes/",
    "/staff/accounts/own/",
)
ON_THE_WAY = {
    "account_logout",
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_reauthenticate",
    "set_language",
}
BEFORE = {"account_login", "set_language"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer() -> Staff:
    return make_staff(Role.ADVISER, second_factor=False)


@pytest.fixture
def half_in(client: Client, newcomer: Staff) -> Client:
    """Return a browser in which the password was given, and there is no second factor yet."""
    sign_in(client, newcomer, methods=("password",))
    return client


def set_up(client: Client) -> tuple[str, list[str]]:
    """Set up a second factor as a person would; return its secret and the recovery codes."""
    secret = client.get(SET_UP).context["form"].secret
    client.post(SET_UP, {"code": code_at(secret=secret)})
    page = client.get(CODES).content.decode()
    return secret, re.findall(r'<bdi dir="ltr">(\d{8})</bdi>', page)


def all_but(names: set[str]) -> list[Address]:
    return [address for address in staff_addresses() if address.name not in names]


@pytest.mark.parametrize("address", all_but(ON_THE_WAY), ids=lambda address: address.name)
def test_every_page_leads_to_setting_up(address: Address, half_in: Client) -> None:
    assert half_in.get(address.example)["Location"] == SET_UP
    assert half_in.post(address.example)["Location"] == SET_UP


@pytest.mark.parametrize("address", all_but(BEFORE), ids=lambda address: address.name)
def test_every_page_is_closed_to_a_stranger(address: Address, client: Client) -> None:
    answer = client.get(address.example)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/staff/sign-in/")


def test_setting_up_opens_the_door(half_in: Client) -> None:
    set_up(half_in)

    assert half_in.get(OWN).status_code == 200
    assert AuditEntry.objects.filter(verb="set_up_second_factor", by="aino").count() == 1


def test_a_wrong_first_code_sets_nothing_up(half_in: Client, newcomer: Staff) -> None:
    half_in.get(SET_UP)
    half_in.post(SET_UP, {"code": "000000"})

    assert not Authenticator.objects.filter(user=newcomer).exists()


def test_setting_up_gives_ten_recovery_codes(half_in: Client) -> None:
    _, codes = set_up(half_in)

    assert len(set(codes)) == 10


def test_recovery_codes_are_shown_once(half_in: Client) -> None:
    _, codes = set_up(half_in)
    again = half_in.get(CODES).content.decode()

    assert [code for code in codes if code in again] == []


def test_a_recovery_code_signs_in_once(half_in: Client) -> None:
    _, codes = set_up(half_in)
    first, second = Client(), Client()
    for browser in (first, second):
        browser.post("/staff/sign-in/", {"login": "aino", "password": PASSWORD})
        browser.post("/staff/sign-in/code/", {"code": codes[0]})

    assert first.get(OWN).status_code == 200
    assert second.get(OWN).status_code == 302


def test_new_recovery_codes_replace_the_old(half_in: Client) -> None:
    _, old = set_up(half_in)
    half_in.post(f"{CODES}new/")
    page = half_in.get(CODES).content.decode()
    new = re.findall(r'<bdi dir="ltr">(\d{8})</bdi>', page)

    assert len(new) == 10
    assert set(new).isdisjoint(old)
    assert AuditEntry.objects.filter(verb="make_recovery_codes", by="aino").count() == 1


def test_the_database_holds_no_secret(half_in: Client) -> None:
    shown = half_in.get(SET_UP).context["form"].secret
    before = dump()
    secret, codes = set_up(half_in)

    assert shown not in before
    assert [one for one in (secret, *codes) if one in dump()] == []


def dump() -> str:
    """Return every row that signing in writes."""
    with connection.cursor() as cursor:
        rows = []
        for table in ("django_session", "mfa_authenticator", "accounts_sharedvalue"):
            cursor.execute(f"SELECT * FROM {table}")
            rows += cursor.fetchall()
    return str(rows)


def test_a_session_from_before_the_second_factor_ends_with_it(
    half_in: Client, newcomer: Staff
) -> None:
    give_second_factor(newcomer)

    assert half_in.get(OWN)["Location"].startswith("/staff/sign-in/?")
    assert "_auth_user_id" not in half_in.session


def test_a_second_factor_is_not_replaced_by_who_sits_here(aino: Staff) -> None:
    client = client_of(aino)

    assert client.get(SET_UP)["Location"] == OWN
    assert client.post(SET_UP, {"code": "123456"})["Location"] == OWN


def test_a_temporary_password_is_changed_before_anything_else(client: Client) -> None:
    staff = make_staff(Role.NURSE, second_factor=False, must_change_password=True)
    sign_in(client, staff, methods=("password",))
    page = client.get(OWN)["Location"]
    new = {"oldpassword": PASSWORD, "password1": "a new calm day", "password2": "a new calm day"}

    assert page == "/staff/sign-in/password/"
    assert client.post(page, new).status_code == 302
    assert client.get(OWN)["Location"] == SET_UP


@pytest.mark.parametrize("password", ["short", "password1234", "niilo nurse niilo"])
def test_a_weak_password_is_refused(password: str) -> None:
    staff = make_staff(Role.NURSE)
    sent = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    client_of(staff).post("/staff/sign-in/password/", sent)
    staff.refresh_from_db()

    assert staff.check_password(PASSWORD)


@pytest.mark.parametrize(
    "path",
    ["signup/", "email/", "password/reset/", "confirm-email/", "inactive/", "login/code/"],
)
def test_what_the_package_offers_beyond_has_no_address(path: str, client: Client) -> None:
    assert client.get(f"/staff/sign-in/{path}").status_code == 404
