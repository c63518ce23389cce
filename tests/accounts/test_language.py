"""Each reads the staff pages in the language of their choice."""

import pytest
from django.test import Client

from cast import client_of
from suoja.accounts.models import Staff
from suoja.core.models import AuditEntry

OWN = "/staff/accounts/own/"

pytestmark = pytest.mark.django_db


def language_of(client: Client, path: str = OWN) -> str:
    return client.get(path).headers["Content-Language"]


def test_staff_pages_speak_the_language_of_the_account(aino: Staff) -> None:
    client = client_of(aino)
    client.post("/staff/language/", {"language": "fi", "next": OWN})

    assert language_of(client) == "fi"
    assert '<html lang="fi"' in client.get(OWN).content.decode()


def test_the_choice_stays_with_the_account(aino: Staff) -> None:
    client_of(aino).post("/staff/language/", {"language": "sv"})
    aino.refresh_from_db()

    assert aino.language == "sv"
    assert language_of(client_of(aino)) == "sv"
    assert AuditEntry.objects.get(verb="choose_language").detail == {"language": "sv"}


def test_an_unknown_language_changes_nothing(aino: Staff) -> None:
    client_of(aino).post("/staff/language/", {"language": "xx"})
    aino.refresh_from_db()

    assert aino.language == "en"


def test_choosing_leads_back_to_the_page(aino: Staff) -> None:
    sent = {"language": "fi", "next": OWN}

    assert client_of(aino).post("/staff/language/", sent)["Location"] == OWN


def test_choosing_leads_to_no_other_site(aino: Staff) -> None:
    sent = {"language": "fi", "next": "//elsewhere.example/"}

    assert client_of(aino).post("/staff/language/", sent)["Location"] == "/"


def test_the_sign_in_page_speaks_the_language_chosen_there(client: Client) -> None:
    client.post("/staff/language/", {"language": "fi"})

    assert language_of(client, "/staff/sign-in/") == "fi"


def test_the_language_is_chosen_by_a_form(aino: Staff) -> None:
    assert client_of(aino).get("/staff/language/?language=fi").status_code == 405
