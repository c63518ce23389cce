"""What an administrator does to the accounts of others."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.db import IntegrityError, connection, transaction
from django.test import Client

from cast import PASSWORD, client_of
from suoja.accounts import actions
from suoja.accounts.choices import Language, Role
from suoja.accounts.models import Staff
from suoja.core.errors import NotAllowed, Refused
from suoja.core.models import AuditEntry
from suoja.settings import PASSWORD_HASHERS
from suoja.vocabulary.choices import Office

pytestmark = pytest.mark.django_db

NEW = {
    "username": "veikko",
    "display_name": "Veikko Visitor",
    "email": "veikko@suoja.example",
    "role": "nurse",
    "office": "oulu",
    "language": "sv",
}


def page(staff: Staff, verb: str = "") -> str:
    return f"/staff/accounts/{staff.pk}/{verb}"


def shown_password(client: Client, address: str) -> str | None:
    found = re.search(r'<code><bdi dir="ltr">(.*?)</bdi>', client.get(address).content.decode())
    return found and found[1]


def verbs_on(username: str) -> list[tuple[str, str]]:
    entries = AuditEntry.objects.filter(subject="staff", subject_id=username)
    return list(entries.order_by("sequence").values_list("by", "verb"))


def test_an_account_is_opened_with_a_temporary_password(alma: Staff) -> None:
    client = client_of(alma)
    address = client.post("/staff/accounts/add/", NEW)["Location"]
    password = shown_password(client, address)
    veikko = Staff.objects.get(username="veikko")

    assert veikko.check_password(password or "")
    assert (veikko.role, veikko.office, veikko.language) == ("nurse", "oulu", "sv")
    assert veikko.must_change_password
    assert verbs_on("veikko") == [("alma", "add")]


def test_a_temporary_password_is_shown_once(alma: Staff) -> None:
    client = client_of(alma)
    address = client.post("/staff/accounts/add/", NEW)["Location"]

    assert shown_password(client, address)
    assert shown_password(client, address) is None


def test_passwords_are_stretched_with_argon2id(
    aino: Staff, settings: LazySettings, now: datetime
) -> None:
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    actions.change_password(aino, "five calm words kept together", at=now)

    assert aino.password.startswith("argon2$argon2id$")
    assert aino.check_password("five calm words kept together")


@pytest.mark.parametrize("username", ["nobody", "terminal", "x", "Ääkkönen", "two words", "alma"])
def test_an_odd_or_taken_user_name_is_refused_and_kept_on_the_form(
    alma: Staff, username: str
) -> None:
    answer = client_of(alma).post("/staff/accounts/add/", {**NEW, "username": username})

    assert answer.context["form"].errors["username"]
    assert answer.context["form"]["email"].value() == NEW["email"]
    assert Staff.objects.count() == 1


def test_the_database_refuses_an_odd_user_name(alma: Staff) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Staff.objects.create(username="Alma", display_name="Alma", role=Role.NURSE)


def test_an_e_mail_address_lies_sealed(alma: Staff) -> None:
    client_of(alma).post("/staff/accounts/add/", NEW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT email_sealed FROM accounts_staff WHERE username = 'veikko'")
        stored = bytes(cursor.fetchone()[0])

    assert b"veikko" not in stored
    assert Staff.objects.get(username="veikko").email == NEW["email"]


def test_a_role_is_changed(aino: Staff, alma: Staff) -> None:
    client_of(alma).post(page(aino, "role/"), {"role": "director"})
    aino.refresh_from_db()

    assert aino.role == Role.DIRECTOR
    assert AuditEntry.objects.get(verb="change_role").detail == {
        "from": "adviser",
        "to": "director",
    }


def test_the_role_someone_has_is_chosen_beforehand(daniel: Staff, alma: Staff) -> None:
    shown = client_of(alma).get(page(daniel)).content.decode()

    assert '<option value="director" selected>' in shown


def test_the_role_someone_has_is_refused_with_a_reason(aino: Staff, alma: Staff) -> None:
    answer = client_of(alma).post(page(aino, "role/"), {"role": "adviser"})

    assert "This is the role they have." in answer.content.decode()
    assert verbs_on("aino") == []


def test_an_account_is_closed_and_opened_again(aino: Staff, alma: Staff) -> None:
    client = client_of(alma)
    client.post(page(aino, "deactivate/"))
    client.post(page(aino, "reactivate/"))
    aino.refresh_from_db()

    assert aino.is_active
    assert verbs_on("aino") == [("alma", "deactivate"), ("alma", "reactivate")]


def test_a_reset_takes_password_and_second_factor(aino: Staff, alma: Staff) -> None:
    client = client_of(alma)
    address = client.post(page(aino, "reset/"))["Location"]
    password = shown_password(client, address)
    aino.refresh_from_db()

    assert aino.check_password(password or "")
    assert not aino.check_password(PASSWORD)
    assert not Authenticator.objects.filter(user=aino).exists()
    assert verbs_on("aino") == [("alma", "reset_sign_in")]


ON_OTHERS: list[Callable[[Staff, Staff, datetime], object]] = [
    lambda staff, by, at: actions.change_role(staff, Role.DIRECTOR, by=by, at=at),
    lambda staff, by, at: actions.deactivate(staff, by=by, at=at),
    lambda staff, by, at: actions.reset_sign_in(staff, by=by, at=at),
]


@pytest.mark.parametrize("act", ON_OTHERS)
def test_nobody_manages_their_own_account(
    act: Callable[[Staff, Staff, datetime], object], alma: Staff, now: datetime
) -> None:
    with pytest.raises(Refused, match="Ask another administrator"):
        act(alma, alma, now)

    assert verbs_on("alma") == []


@pytest.mark.parametrize("act", ON_OTHERS)
def test_only_an_administrator_manages_accounts(
    act: Callable[[Staff, Staff, datetime], object], aino: Staff, daniel: Staff, now: datetime
) -> None:
    with pytest.raises(NotAllowed):
        act(aino, daniel, now)

    assert verbs_on("aino") == []


def test_only_an_administrator_opens_and_reopens(aino: Staff, daniel: Staff, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        actions.reactivate(aino, by=daniel, at=now)
    with pytest.raises(NotAllowed):
        actions.add(
            username="veikko",
            display_name="Veikko Visitor",
            role=Role.DIRECTOR,
            office=Office.OULU,
            language=Language.SV,
            email="",
            by=daniel,
            at=now,
        )

    assert not Staff.objects.filter(username="veikko").exists()


def test_what_is_so_already_is_refused(aino: Staff, alma: Staff, now: datetime) -> None:
    with pytest.raises(Refused, match="open already"):
        actions.reactivate(aino, by=alma, at=now)
    actions.deactivate(aino, by=alma, at=now)
    with pytest.raises(Refused, match="closed already"):
        actions.deactivate(aino, by=alma, at=now)


def test_the_list_shows_who_is_in_and_who_is_out(aino: Staff, alma: Staff, now: datetime) -> None:
    actions.deactivate(aino, by=alma, at=now)
    shown = client_of(alma).get("/staff/accounts/").content.decode()

    assert shown.index("Alma Administrator") < shown.index("Aino Adviser")
    assert "Closed" in shown


def test_an_account_that_is_not_there_is_not_found(alma: Staff) -> None:
    assert client_of(alma).get("/staff/accounts/999999/").status_code == 404


def test_ones_own_page_offers_nothing_and_says_why(alma: Staff) -> None:
    shown = client_of(alma).get(page(alma)).content.decode()

    assert "Ask another administrator." in shown
    assert page(alma, "deactivate/") not in shown
