"""One person is referred: an adult, a child of either age, or nobody by name."""

from datetime import timedelta

import pytest
import time_machine

from public_site.referral_flow import ADULT, KITCHEN, MIRELA, REACH, WHO, Walk, header, sent
from suoja.intake.models import Arrival, Draft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

BORN_IN_2010 = {"given_names": "Ion", "birth_date": "2010-01-02"}  # 16 on the day of the clock
BORN_IN_2016 = {"given_names": "Ana", "birth_date": "2016-01-02"}
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
IDENTIFYING = ("given_names", "family_name", "birth_date", "phone", "address", "safe_contact")


def signed(**typed: str) -> dict[str, str]:
    return {**ADULT, **typed}


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


def test_no_detail_is_asked_before_there_is_consent() -> None:
    walk = Walk()
    pages = [walk.html, walk.on(**WHO), walk.on(consents="yes"), walk.on(age="adult")]

    assert [name for html in pages for name in IDENTIFYING if f'name="{name}"' in html] == []


def test_a_child_of_16_consents_in_person_and_is_urgent() -> None:
    walk = Walk()
    walk.consent()
    assert "An attempt to exploit a child is enough." in walk.html
    walk.on(age="young")
    assert "The child consents in person." in walk.html
    assert 'value="guardian"' not in walk.html
    walk.on(**ADULT)
    walk.rest(**BORN_IN_2010)
    walk.on()
    walk.press("send")

    (person,) = sent()["persons"]
    assert (person["is_minor"], person["is_urgent"], header()["urgent"]) == (True, True, True)
    assert person["consent_by"] == "person"


def test_for_a_child_of_10_a_guardian_signs() -> None:
    walk = Walk()
    walk.consent()
    walk.on(age="child")
    assert 'value="person"' not in walk.html
    walk.on(**signed(consent_by="guardian"))
    walk.rest(**BORN_IN_2016)
    walk.on()
    walk.press("send")

    (person,) = sent()["persons"]
    assert (person["consent_by"], person["guardian_suspected"]) == ("guardian", False)
    assert person["is_urgent"]


def test_a_suspected_guardian_does_not_sign() -> None:
    walk = Walk()
    walk.consent()
    walk.person("child", **signed(consent_by="guardian", guardian_suspected="on"))

    assert walk.heading == "Who gave the consent?"
    assert "A suspected guardian cannot sign." in walk.html


def test_where_a_guardian_is_suspected_a_representative_is_appointed_later() -> None:
    walk = Walk()
    walk.consent()
    walk.on(age="child")
    assert "a representative is appointed" in walk.html
    walk.on(consent_by="nobody", guardian_suspected="on")
    walk.rest(**BORN_IN_2016)
    walk.on()
    walk.press("send")

    (person,) = sent()["persons"]
    assert person["guardian_suspected"]
    assert (person["consent_by"], person["consent_given_on"]) == ("representative", "")


@pytest.mark.parametrize("age", ["adult", "young", "child"])
def test_without_consent_of_the_one_person_nobody_is_named(age: str) -> None:
    walk = Walk()
    walk.consent()
    walk.person(age, consent_by="nobody")

    assert walk.heading == "What do you want to ask?"
    assert "You can ask us without naming anybody." in walk.html


def test_who_has_no_consent_asks_without_a_name() -> None:
    walk = Walk()
    walk.consent("no")
    assert "Name nobody" in walk.html
    assert [name for name in IDENTIFYING if f'name="{name}"' in walk.html] == []
    walk.on(question="What can a shelter do?", forms=["forced_marriage"], where="abroad")
    walk.press("send")

    assert header()["kind"] == "consultation"
    assert sent() == {
        **WHO,
        "organisation": "",
        "with_support_person": False,
        "question": "What can a shelter do?",
        "forms": ["forced_marriage"],
        "where": "abroad",
    }


def test_who_asks_for_themselves_without_consent_is_not_named() -> None:
    walk = Walk()
    walk.on(**{**WHO, "referrer": "self"})
    walk.on(consents="no")
    walk.on(question="Can I get help?")
    walk.press("send")

    assert (sent()["referrer_name"], sent()["referrer_contact"]) == ("", "")


def test_taking_consent_back_forgets_what_was_told_of_persons() -> None:
    walk = Walk()
    walk.adult()
    walk.press("to:consent")
    walk.on(consents="no")
    walk.on(question="What can we do?")
    assert "Mirela" not in walk.html
    walk.press("to:consent")
    walk.on(consents="yes")

    assert walk.heading == "Adult or child?"
    assert "checked" not in walk.html


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


def test_consent_is_not_of_tomorrow() -> None:
    walk = Walk()
    walk.consent()
    walk.person(**signed(consent_given_on="2026-03-03"))

    assert "The consent is dated in the future." in walk.html


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
