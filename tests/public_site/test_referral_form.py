"""One person is referred: what is asked, what is said of mistakes, and what is never lost."""

from datetime import timedelta

import pytest
import time_machine

from public_site.referral_flow import ADULT, KITCHEN, MIRELA, REACH, WHO, Walk, header, sent
from suoja.intake.models import Arrival, Draft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HEADINGS = [
    "Who are you?",
    "Is there consent?",
    "Adult or child?",
    "Who gave the consent?",
    "Who is the person?",
    "What happened?",
    "How can the person be reached safely?",
    "Do children come with the person?",
    "Do you refer another person?",
    "Check your answers",
]


def test_one_thing_is_asked_after_the_other() -> None:
    walk = Walk()
    seen = [walk.heading]
    answers = (WHO, {"consents": "yes"}, {"age": "adult"}, ADULT, MIRELA, KITCHEN, REACH, {}, {})
    for each in answers:
        walk.on(**each)
        seen.append(walk.heading)

    assert seen == HEADINGS


def test_what_is_sent_needs_no_retyping() -> None:
    walk = Walk()
    walk.adult()
    walk.press("send")
    told = sent()
    (person,) = told["persons"]

    assert {name: told[name] for name in WHO} == WHO
    assert {name: person[name] for name in MIRELA} == MIRELA
    assert {name: person[name] for name in (*KITCHEN, *REACH)} == {**KITCHEN, **REACH}
    assert (person["consent_by"], person["consent_given_on"]) == ("person", "2026-03-01")
    assert (person["is_minor"], person["is_urgent"], header()["urgent"]) == (False, False, False)
    assert header()["kind"] == "referral"


def test_children_who_come_along_are_listed() -> None:
    walk = Walk()
    walk.consent()
    walk.person()
    for typed in (MIRELA, KITCHEN, REACH):
        walk.on(**typed)
    walk.press("child")
    child = {"child-0-given_names": "Ilie", "child-0-sex": "man_boy"}
    walk.press("child", rows="1", **child)
    assert 'value="Ilie"' in walk.html
    walk.on(rows="2", **child)
    walk.on()
    walk.press("send")

    (child_told,) = sent()["persons"][0]["children"]
    assert (child_told["given_names"], child_told["nationality"]) == ("Ilie", "RO")
    assert header()["urgent"] is False


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"given_names": "", "family_name": ""}, "Give at least one name"),
        ({"birth_date": ""}, "Give the birth date, or say that it is not known."),
        ({"birth_date_unknown": "on"}, "Give the birth date, or say that it is not known."),
        ({"birth_date": "2030-01-01"}, "in the future"),
        ({"birth_date": "1890-01-01"}, "more than 120 years ago"),
        ({"birth_date": "2012-01-01"}, "does not fit the answer"),
        ({"birth_date": "long ago"}, "such as 24.12.2020"),
        ({"nationality": ""}, "Choose a nationality"),
        ({"sex": "x"}, "Choose one of the answers."),
        ({"given_names": "x" * 201}, "This is too long."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(typed: dict[str, str], said: str) -> None:
    walk = Walk()
    walk.consent()
    walk.person()
    walk.on(**{**MIRELA, "family_name": "Canary", **typed})

    assert walk.heading == "Who is the person?"
    assert said in walk.html
    assert "Error:" in walk.html.split("</title>")[0]
    assert typed.get("family_name", "Canary") in walk.html


@pytest.mark.parametrize(
    ("path", "said"),
    [("/fi/met/form/", "Valitse, kuka esityksen tekee."), ("/sv/met/form/", "Välj vem")],
)
def test_what_is_wrong_is_said_in_the_language_of_the_page(path: str, said: str) -> None:
    assert said in Walk(path).on()


def test_back_and_forward_lose_nothing_not_even_what_will_not_do() -> None:
    walk = Walk()
    walk.consent()
    walk.person()
    walk.press("back", given_names="Halfway")
    assert walk.heading == "Who gave the consent?"
    assert 'value="2026-03-01"' in walk.html
    walk.on(**ADULT)

    assert 'value="Halfway"' in walk.html
    assert "error-summary" not in walk.html


def test_the_page_goes_on_in_another_language() -> None:
    walk = Walk()
    walk.consent()
    walk.person()
    walk.press("stay", path="/fi/met/form/", given_names="Mirela")

    assert walk.heading == "Kuka henkilö on?"
    assert 'value="Mirela"' in walk.html


def test_the_source_of_a_page_tells_nothing_of_the_pages_before() -> None:
    walk = Walk()
    walk.consent()
    walk.person()
    walk.rest()

    told = (*WHO.values(), *MIRELA.values(), *REACH.values(), KITCHEN["summary"])
    assert [each for each in told if len(each) > 2 and each in walk.html] == []


def test_a_page_that_was_open_for_too_long_says_so(clock: time_machine.Traveller) -> None:
    walk = Walk()
    walk.consent()
    clock.shift(timedelta(hours=12, minutes=1))
    walk.on(age="adult")

    assert walk.heading == "Who are you?"
    assert "The page was open for more than 12 hours" in walk.html


@pytest.mark.parametrize("go", ["on", "back", "send", "keep", "forget", "to:check", "off:7", "x"])
def test_a_button_out_of_its_turn_stores_nothing(go: str) -> None:
    walk = Walk()
    walk.press(go, state="made up")
    walk = Walk()
    walk.press(go)

    assert "<form" in walk.html
    assert (Arrival.objects.count(), Draft.objects.count()) == (0, 0)
