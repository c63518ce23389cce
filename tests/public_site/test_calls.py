"""Somebody asks to be called at times that are safe, in their own words and by their own clock."""

import logging
import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from core.test_canaries import everything_beside_it, everything_in_the_database
from intake.contacts import window
from public_site.call_flow import CHOSEN, arrived, ask, told, wish
from public_site.letter_flow import SAY, answer, code_on, hidden, keep, post
from questions import questions
from suoja.intake.choices import Channel, Gender, IfOther, Kind, Voicemail
from suoja.intake.models import Arrival, Conversation
from suoja.intake.rules import SafeContact
from suoja.public_site.rendering import letter_words, words

pytestmark = pytest.mark.django_db

LANGUAGES = pytest.mark.parametrize("language", ["en", "fi", "ar"])
FULL = {
    "channel": "text",
    "safe_2_day": "6",
    "safe_2_from": "22:00",
    "safe_2_to": "02:00",
    "never_1_day": "0",
    "never_1_from": "00:00",
    "never_1_to": "24:00",
    "clock": "345",
    "other": "say",
    "other_words": "This is the dentist.",
    "voicemail": "neutral",
    "code_word": "blueberry",
    "until": "30",
    "spoken": "ne",
    "interpreter": "on",
    "gender": "woman",
    "shared": "my cousin",
    "more": "I speak in a low voice.",
}


@LANGUAGES
def test_a_wish_reaches_those_on_duty_as_it_was_typed(
    client: Client, language: str, clock: time_machine.Traveller
) -> None:
    assert escape(letter_words(language)["call"]["sent"]) in wish(client, language, **FULL)

    content = told()
    assert content["more"] == "I speak in a low voice."
    assert Conversation.objects.get().kind == Kind.CALL
    assert SafeContact.from_json(content) == SafeContact(
        channel=Channel.TEXT,
        number="+358407654321",
        safe=(window(None, "16:00", "18:00"), window(6, "22:00", "02:00")),
        never=(window(0, "00:00", "00:00"),),
        clock=345,
        language="ne",
        wants_interpreter=True,
        gender=Gender.WOMAN,
        shared_with="my cousin",
        if_other=IfOther.SAY,
        other_words="This is the dentist.",
        voicemail=Voicemail.NEUTRAL,
        code_word="blueberry",
        valid_until=date(2026, 4, 1),
        has_consent=True,
        confirmed_on=date(2026, 3, 2),
    )


def test_a_number_and_a_time_are_enough_and_the_rest_is_chosen_with_care(client: Client) -> None:
    wish(client)

    one = arrived()
    assert (one.if_other, one.voicemail) == (IfOther.HANG_UP, Voicemail.NEVER)
    assert (one.channel, one.clock, one.never) == (Channel.CALL, None, ())


def test_what_is_chosen_on_the_page_is_what_these_tests_send(client: Client) -> None:
    checked = re.findall(
        r'type="radio" name="(\w+)" value="(\w+)"[^>]*\schecked', post(client, "call")
    )

    assert dict(checked) == CHOSEN


@LANGUAGES
@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"number": " "}, "number_empty"),
        ({"number": "call me"}, "number_wrong"),
        ({"number": "12"}, "number_wrong"),
        ({"safe_1_from": "", "safe_1_to": ""}, "safe_empty"),
        ({"safe_1_to": ""}, "time_wrong"),
        ({"safe_1_from": "late"}, "time_wrong"),
        ({"safe_1_from": "25:00"}, "time_wrong"),
        ({"safe_1_to": "16:00"}, "time_wrong"),
        ({"never_2_to": "12:00"}, "time_wrong"),
        ({"never_1_from": "12:00", "never_1_to": "20:00"}, "never_safe"),
        ({"other": "say"}, "words_empty"),
        ({"until": "365"}, "choice_wrong"),
        ({"safe_1_day": "8"}, "choice_wrong"),
        ({"shared": "x" * 1_001}, "text_long"),
    ],
)
def test_what_is_wrong_is_said_twice_in_the_language_of_the_page(
    client: Client, language: str, typed: dict[str, str], fault: str
) -> None:
    html = wish(client, language, **typed)

    assert html.count(escape(letter_words(language)["faults"][fault])) == 2
    assert Arrival.objects.count() == 0


def test_everything_that_is_wrong_is_said_at_once(client: Client) -> None:
    html = ask(client)

    assert SAY["faults"]["number_empty"] in html
    assert SAY["faults"]["safe_empty"] in html


def test_everything_typed_stays_on_the_page(client: Client) -> None:
    html = wish(client, **{**FULL, "number": "wrong", "safe_1_from": "16.00", "safe_3_to": "six"})

    for kept in ("wrong", "16:00", "six", "22:00", "blueberry", "my cousin"):
        assert f'value="{kept}"' in html
    for name, value in (("other", "say"), ("gender", "woman"), ("until", "30")):
        assert re.search(rf'name="{name}" value="{value}"[^>]*\schecked', html)
    for value in ("345", "ne", "6"):
        assert f'<option value="{value}" selected>' in html
    assert "I speak in a low voice." in html
    assert html.count('<details class="question" open>') == html.count("<details class=") == 3


@LANGUAGES
def test_afterwards_the_page_says_when_we_call_and_what_a_call_leaves(
    client: Client, language: str
) -> None:
    html = wish(client, language, never_1_day="6", never_1_from="00:00", never_1_to="24:00")
    say = letter_words(language)["call"]

    for word in ("sent_lead", "kept", "every_day", "sunday", "never"):
        assert escape(say[word]) in html
    assert '<bdi dir="ltr">16:00–18:00</bdi>' in html
    assert '<bdi dir="ltr">00:00–24:00</bdi>' in html


def test_a_code_is_kept_for_a_wish_as_for_a_letter(client: Client) -> None:
    html = wish(client)
    again = post(client, "code", token=hidden(html, "token"), type="1234")
    assert code_on(again) == code_on(html)
    assert "16:00–18:00" in again
    code = keep(client, again)
    answer("We called twice.")

    assert "We called twice." in post(client, "open", code=code)


def test_the_same_wish_sent_twice_is_one(client: Client) -> None:
    submission = hidden(post(client, "call"), "submission")
    for _ in range(2):
        wish(client, submission=submission)

    assert Arrival.objects.count() == 1


def test_a_wish_costs_one_question_to_the_database_more_than_the_page_that_answers(
    client: Client,
) -> None:
    costs = []
    for send in (ask, wish):
        with CaptureQueriesContext(connection) as asked:
            send(client)
        costs.append(len(questions(asked)))

    assert costs[1] == costs[0] + 1 <= 8


@LANGUAGES
def test_its_pages_have_the_neutral_title(client: Client, language: str) -> None:
    pages = [post(client, "call", f"/{language}/8/"), wish(client, language), ask(client, language)]

    for html in pages:
        title = html.split("<title>")[1].split("</title>")[0]
        assert " ".join(title.split()) == words(language)["title"]


def test_what_is_typed_is_nowhere_afterwards(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    canaries = {
        "number": "+358999123456",
        **{name: f"Canary{name}" for name in ("other_words", "code_word", "shared", "more")},
    }
    with caplog.at_level(logging.DEBUG):
        html = wish(client, other="say", **canaries)
    left = everything_in_the_database() + everything_beside_it()
    left += html.encode() + caplog.text.encode()

    assert Arrival.objects.count() == 1
    for word in ("358999123456", "58999123", *(f"Canary{name}" for name in canaries)):
        assert word.encode() not in left
