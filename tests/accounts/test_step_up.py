"""What matters asks for a code again."""

import pytest
from django.test import Client
from time_machine import Traveller

from cast import PASSWORD, client_of, code_at, make_staff, sign_in
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.core.models import AuditEntry

AGAIN = "/staff/sign-in/again/"

pytestmark = pytest.mark.django_db


def role_page(staff: Staff) -> str:
    return f"/staff/accounts/{staff.pk}/role/"


def test_just_after_signing_in_nothing_is_asked_again(aino: Staff, alma: Staff) -> None:
    client_of(alma).post(role_page(aino), {"role": Role.NURSE})
    aino.refresh_from_db()

    assert aino.role == Role.NURSE


def test_six_minutes_later_a_code_is_asked_first(
    aino: Staff, alma: Staff, clock: Traveller
) -> None:
    client = client_of(alma)
    clock.shift(301)
    answer = client.post(role_page(aino), {"role": Role.NURSE})
    aino.refresh_from_db()

    assert answer["Location"].startswith(AGAIN)
    assert aino.role == Role.ADVISER


def test_with_the_code_the_form_that_was_sent_is_done(
    aino: Staff, alma: Staff, clock: Traveller
) -> None:
    client = client_of(alma)
    clock.shift(301)
    asked = client.post(role_page(aino), {"role": Role.NURSE})["Location"]
    client.get(asked)
    client.post(asked, {"code": code_at()})
    aino.refresh_from_db()

    assert aino.role == Role.NURSE
    assert AuditEntry.objects.filter(verb="prove_again", by="alma").count() == 1


def test_a_wrong_code_does_nothing(aino: Staff, alma: Staff, clock: Traveller) -> None:
    client = client_of(alma)
    clock.shift(301)
    asked = client.post(role_page(aino), {"role": Role.NURSE})["Location"]
    client.post(asked, {"code": "000000"})
    aino.refresh_from_db()

    assert aino.role == Role.ADVISER


def test_the_password_is_the_other_way(aino: Staff, alma: Staff, clock: Traveller) -> None:
    client = client_of(alma)
    clock.shift(301)
    asked = client.post(role_page(aino), {"role": Role.NURSE})["Location"]
    other = asked.replace(AGAIN, f"{AGAIN}password/")
    page = client.get(asked).content.decode()
    client.post(other, {"password": PASSWORD})
    aino.refresh_from_db()

    assert other.partition("?")[0] in page
    assert aino.role == Role.NURSE


def test_new_recovery_codes_take_a_code(aino: Staff, clock: Traveller) -> None:
    client = client_of(aino)
    at_first = client.get("/staff/sign-in/recovery-codes/new/").status_code
    clock.shift(301)
    later = client.get("/staff/sign-in/recovery-codes/new/")

    assert at_first == 200
    assert later["Location"].startswith(AGAIN)


def test_setting_up_a_second_factor_late_takes_the_password(clock: Traveller) -> None:
    newcomer, client = make_staff(Role.NURSE, second_factor=False), Client()
    sign_in(client, newcomer, methods=("password",))
    clock.shift(301)

    assert client.get("/staff/sign-in/second-factor/")["Location"].startswith(f"{AGAIN}password/")
