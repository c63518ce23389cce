"""The form is sent once, tells nobody but those on duty, and leaves a receipt that says nothing."""

import logging
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.test_canaries import everything_beside_it, everything_in_the_database
from public_site.referral_flow import ADULT, WHO, Walk, header, opened, sent
from questions import questions
from suoja.core.sealing import keys_of
from suoja.intake import letterbox
from suoja.intake.choices import Progress
from suoja.intake.models import Arrival, Mailbox

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

CANARIES = {
    "who": ("referrer_name", "referrer_contact"),
    "person": ("given_names", "family_name"),
    "happened": ("summary", "threat"),
    "reach": ("phone", "address", "safe_contact"),
}


def canary(name: str) -> str:
    return f"Canary{name.replace('_', '')}"


def canaries(page: str) -> dict[str, str]:
    return {name: canary(name) for name in CANARIES[page]}


def full_of_canaries() -> Walk:
    walk = Walk()
    walk.on(**{**WHO, **canaries("who")})
    walk.on(consents="yes")
    walk.person()
    others = {"sex": "man_boy", "birth_date_unknown": "on", "nationality": "unknown"}
    walk.on(**{**others, **canaries("person")})
    walk.on(**canaries("happened"))
    walk.on(**canaries("reach"))
    walk.press("child")
    walk.on(rows="1", **{"child-0-given_names": "Canarychild", "child-0-sex": "woman_girl"})
    walk.on()
    return walk


def verbs(asked: CaptureQueriesContext) -> list[str]:
    return [sql.split()[0] for sql in questions(asked)]


def leaks() -> list[str]:
    dump = (everything_in_the_database() + everything_beside_it()).lower()
    names = [canary(name) for names in CANARIES.values() for name in names]
    return [each for each in (*names, "Canarychild") if each.lower().encode() in dump]


def test_what_is_told_is_nowhere_to_be_read(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        walk = full_of_canaries()
        assert "Canarychild" in walk.html
        walk.saved()
        assert leaks() == []
        walk.press("send")

    assert "Canary" not in walk.html
    assert leaks() == []
    assert "Canary" not in caplog.text
    told = [opened(row, "body") for row in Arrival.objects.all()]
    (persons,) = [each["persons"] for each in told if each]
    assert persons[0]["children"][0]["given_names"] == "Canarychild"


def test_pressed_twice_it_is_sent_once() -> None:
    walk = Walk()
    summary = walk.adult()
    walk.press("send")
    first = walk.html
    walk.html = summary
    walk.press("send")

    assert "Your message was received" in first
    assert "Your message was received" in walk.html
    assert Arrival.objects.count() == 1


def test_a_saved_form_that_is_pressed_twice_is_sent_once() -> None:
    walk = Walk()
    walk.adult()
    walk.saved()
    saved = walk.html
    for _ in range(2):
        walk.html = saved
        walk.press("stay")
        walk.press("send")

    assert (Arrival.objects.count(), Mailbox.objects.count()) == (2, 1)  # the form, and its code


def test_the_receipt_tells_when_and_nothing_else() -> None:
    walk = Walk()
    walk.adult()
    walk.press("send")

    assert "2 Mar 2026</time>, 11:00–12:00" in walk.html
    read = re.sub(r"<[^>]+>", " ", walk.html).lower()
    for word in ("referr", "person", "mirela", "victim", "border guard", "traffick"):
        assert word not in read
    assert walk.hidden("state") == ""


def test_the_code_of_the_receipt_leads_to_how_far_it_is() -> None:
    walk = Walk()
    walk.adult()
    walk.press("send")
    code = walk.code
    typed = {"step": "code", "token": walk.hidden("token"), "type": code}
    walk.client.post("/en/8/", typed, follow=True)
    opening = {"step": "open", "code": code}
    html = walk.client.post("/en/8/", opening, follow=True).content.decode()

    assert "Your referral has been received." in html
    assert "Mirela" not in html


def test_the_code_of_a_consultation_leads_to_an_answer_and_to_no_progress() -> None:
    walk = Walk()
    walk.consent("no")
    walk.on(question="What can we do?")
    code = walk.saved()
    walk.press("stay")
    walk.press("send")
    keys = keys_of(code.replace(" ", ""))

    assert letterbox.knows(keys)
    assert letterbox.progress(keys) is None
    assert "how far" not in walk.html


def test_who_saved_the_form_keeps_that_code() -> None:
    walk = Walk()
    walk.adult()
    code = walk.saved()
    walk.press("stay")
    walk.press("send")

    assert walk.code == ""
    assert "Your code now shows you how far it is" in walk.html
    assert letterbox.progress(keys_of(code.replace(" ", ""))) == Progress.RECEIVED


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_the_language_of_the_page_is_told(language: str) -> None:
    walk = Walk(f"/{language}/met/form/")
    walk.adult()
    walk.press("send")

    assert header()["language"] == language


def test_a_step_asks_for_its_page_and_sending_adds_one_row() -> None:
    walk = Walk()
    with CaptureQueriesContext(connection) as filling:
        walk.on(**WHO)
    assert verbs(filling) == ["INSERT", "SELECT", "DELETE"]
    walk = Walk()
    walk.adult()
    with CaptureQueriesContext(connection) as sending:
        walk.press("send")

    assert verbs(sending) == ["INSERT", "INSERT", "SELECT", "DELETE"]


def test_two_persons_cost_no_more_questions_than_one() -> None:
    walk = Walk()
    walk.adult()
    walk.press("another:same")
    walk.on()
    walk.person(**ADULT)
    walk.on(given_names="Ion", sex="man_boy", birth_date_unknown="on", nationality="RO")
    walk.on()
    with CaptureQueriesContext(connection) as asked:
        walk.press("send")

    assert verbs(asked) == ["INSERT", "INSERT", "SELECT", "DELETE"]
    assert len(sent()["persons"]) == 2


@pytest.mark.parametrize("path", ["/ar/met/form/", "/ru/met/form/"])
def test_the_form_is_there_in_the_languages_of_the_house(path: str) -> None:
    assert Walk().client.get(path).status_code == 404
