"""The answer to a form is shown once, to the browser that sent it, and lies there as noise."""

import re

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.test import Client

from public_site.letter_flow import PATH, SAY, hidden, send
from suoja.intake import letterbox
from suoja.intake.models import NextPage
from suoja.public_site.views.once import COOKIE

pytestmark = pytest.mark.django_db


def sent(client: Client) -> str:
    """Send a letter and return the cookie that leads to its answer."""
    answer = client.post(PATH, {"step": "letter", "message": "Canary"})
    assert (answer.status_code, answer["Location"], answer.content) == (303, PATH, b"")
    return str(client.cookies[COOKIE].value)


def test_a_form_is_answered_by_a_redirect_to_its_own_address(client: Client) -> None:
    sent(client)
    cookie = client.cookies[COOKIE]

    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Strict", "")
    assert SAY["sent"]["title"] in client.get(PATH).content.decode()
    assert not client.cookies[COOKIE].value


def test_a_page_is_shown_once(client: Client) -> None:
    key = sent(client)
    client.get(PATH)
    client.cookies[COOKIE] = key

    assert SAY["sent"]["title"] not in client.get(PATH).content.decode()
    assert NextPage.objects.count() == 0


def test_what_waits_is_noise_without_the_cookie(client: Client) -> None:
    key = bytes.fromhex(sent(client))
    row = NextPage.objects.get()

    assert len(bytes(row.sealed)) in {size + 40 for size in (4096, 16384, 65536)}
    assert b"message" not in bytes(row.sealed)
    assert key[:16] != bytes(row.lookup)
    assert letterbox.take_page(bytes(32)) is None


@pytest.mark.parametrize("cookie", ["", "made up", "00" * 31, "00" * 32, "zz" * 32])
def test_a_cookie_of_somebody_else_shows_the_empty_form(client: Client, cookie: str) -> None:
    client.cookies[COOKIE] = cookie

    assert hidden(client.get(PATH).content.decode(), "submission")


def test_leaving_destroys_what_waits(client: Client) -> None:
    sent(client)
    answer = client.get("/x")

    assert NextPage.objects.count() == 0
    assert '"cookies"' in answer["Clear-Site-Data"]


def test_leaving_works_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(client)

    def gone(*_: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", gone)
    answer = client.get("/x")
    assert (answer.status_code, answer["Location"]) == (303, settings.EXIT_TO)


def test_nobody_has_a_cookie_before_something_is_sent(client: Client) -> None:
    for path in ("/en/", "/en/1/", PATH):
        assert not client.get(path).cookies


def test_a_message_with_a_mistake_stays_on_the_page_and_nowhere_else(client: Client) -> None:
    html = send(client, "word " * 4_000)

    assert "word word" in html
    assert re.search(r"word word", repr(NextPage.objects.values_list())) is None
