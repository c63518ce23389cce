"""Somebody writes, keeps a code, reads the answer, writes again, erases; nothing else is left."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

import cases
from public_site.letter_flow import (
    PATH,
    SAY,
    answer,
    code_on,
    hidden,
    keep,
    post,
    send,
    unsent,
)
from suoja.core.sealing import keys_of
from suoja.intake import actions, letterbox
from suoja.intake.models import Arrival, Conversation, Mailbox
from suoja.public_site.choices import LANGUAGES
from suoja.public_site.rendering import letter_words, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_and_its_answer_go_there_and_back_in_every_language(
    client: Client, language: str
) -> None:
    path, say = f"/{language}/8/", letter_words(language)
    html = send(client, path=path)
    assert escape(say["sent"]["title"]) in html
    code = keep(client, html, path)
    answer("You are not alone.")
    html = post(client, "open", path, code=code)

    assert "You are not alone." in html
    assert f'lang="{language}" dir="{LANGUAGES[language].direction}"' in html
    assert Conversation.objects.get().language == language


def test_a_letter_needs_one_box_only(client: Client) -> None:
    html = client.get(PATH).content.decode()

    assert re.findall(r'<\w+ name="(\w+)"[^>]*\srequired', html) == ["message"]


def test_an_empty_letter_says_what_to_do_and_keeps_the_rest(client: Client) -> None:
    html = send(client, "  ", reach="Only in the morning", place="Vaasa", spoken="uk")

    assert html.count(SAY["faults"]["message_empty"]) == 2
    assert "Only in the morning" in html
    assert 'value="Vaasa"' in html
    assert '<option value="uk" selected>' in html
    assert "<details" in html[html.index("question") - 30 :]
    assert Arrival.objects.count() == 0


def test_a_letter_that_is_too_long_stays_on_the_page(client: Client) -> None:
    html = send(client, "word " * 4_000)

    assert SAY["faults"]["message_long"] in html
    assert html.count("word word word " * 1_000) == 1


def test_the_same_form_sent_twice_is_one_letter(client: Client) -> None:
    submission = hidden(client.get(PATH).content.decode(), "submission")
    for _ in range(2):
        html = post(client, "letter", submission=submission, message="Help")

    assert SAY["sent"]["title"] in html
    assert Arrival.objects.count() == 1


def test_a_letter_of_a_child_is_urgent(client: Client) -> None:
    send(client, under_18="on")
    send(client, "And one of a grown-up")
    aino, at = cases.aino(), datetime.now(UTC)
    actions.begin_duty(until=at + timedelta(hours=1), by=aino, at=at)

    assert [one.is_urgent for one in actions.list_inbox(by=aino, at=at)] == [True, False]


def test_a_letter_is_there_before_any_code_is_kept(client: Client) -> None:
    send(client)

    assert (Arrival.objects.count(), Mailbox.objects.count()) == (1, 0)


def test_a_code_that_is_typed_wrong_is_shown_again(client: Client) -> None:
    html = send(client)
    code = code_on(html)
    again = post(client, "code", token=hidden(html, "token"), type="1234")

    assert SAY["faults"]["code_short"] in again
    assert code_on(again) == code
    other = post(client, "code", token=hidden(again, "token"), type="1" * 20)
    assert SAY["faults"]["code_wrong"] in other
    assert Mailbox.objects.count() == 0


def test_a_code_that_was_not_kept_in_time_is_said_to_be_lost(client: Client) -> None:
    html = post(client, "code", token="old", type="1" * 20)

    assert SAY["faults"]["too_old"] in html
    assert SAY["mailbox"]["erased_lead"] in html
    assert SAY["letter"]["message"] in html


def test_a_letter_that_is_not_sent_goes_along_to_other_steps_and_back(client: Client) -> None:
    typed = {"message": "A long story", "place": "Vaasa", "under_18": "on"}
    html = post(client, "back", **typed)
    for step in ("call", "back", ""):
        assert "A long story" not in client.get(PATH).content.decode()
        html = post(client, step, **unsent(html))

    assert ">\nA long story</textarea>" in html
    assert 'value="Vaasa"' in html
    assert re.search(r'name="under_18"[^>]*checked', html)
    assert Arrival.objects.count() == 0


def test_the_page_with_the_code_has_it_once_and_only_to_read(client: Client) -> None:
    html = send(client)
    digits = code_on(html).replace(" ", "")

    assert html.count(code_on(html)) == 1
    assert digits not in html


def test_a_code_is_never_shown_again(client: Client) -> None:
    html = send(client)
    code = keep(client, html)
    opened = post(client, "open", code=code)

    for page in (opened, post(client, "back")):
        assert code not in page
        assert code.replace(" ", "") not in page


def test_a_wrong_code_opens_nothing_and_says_so(client: Client) -> None:
    html = post(client, "open", code="0000 0000 0000 0000 0000")

    assert SAY["faults"]["code_unknown"] in html
    assert SAY["mailbox"]["title"] not in html


def test_the_form_stays_open_without_a_database(client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        client.get(PATH)

    assert len(asked) == 0


@pytest.mark.parametrize("step", ["code", "again", "erase", "nothing", ""])
def test_a_step_without_the_one_before_leads_back_to_a_form(client: Client, step: str) -> None:
    html = post(client, step, token="made up")

    assert "<form" in html
    assert Arrival.objects.count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_has_the_neutral_title(client: Client, language: str) -> None:
    path, neutral = f"/{language}/8/", words(language)["title"]
    pages = [client.get(path).content.decode(), send(client, path=path), post(client, "back", path)]

    for html in pages:
        assert re.sub(r"\s+", " ", html.split("<title>")[1].split("</title>")[0]).strip() == neutral


def test_a_letter_from_a_network_that_sends_very_many_waits_apart(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    monkeypatch.setattr("suoja.core.networks.sleep", waited.append)
    many = Client(REMOTE_ADDR="10.9.8.7")
    for number in range(243):
        many.post(PATH, {"step": "letter", "message": f"Flood {number}"})
    send(client, "Alone")
    aino, at = cases.aino(), datetime.now(UTC)
    actions.begin_duty(until=at + timedelta(hours=1), by=aino, at=at)
    actions.list_inbox(by=aino, at=at)

    trays = Conversation.objects.values_list("tray", flat=True)
    assert sorted(trays) == ["bulk"] * 3 + ["usual"] * 241
    assert len(waited) == 183


def test_who_holds_the_keys_is_nobody_here(client: Client) -> None:
    code = keep(client, send(client, "canary-word"))
    stored = b"".join(bytes(row.body) + bytes(row.header) for row in Arrival.objects.all())

    assert b"canary" not in stored
    assert code.replace(" ", "").encode() not in stored
    assert letterbox.knows(keys_of(code.replace(" ", "")))
