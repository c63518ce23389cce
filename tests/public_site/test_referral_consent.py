"""Consent comes before any detail: of an adult, of a child of either age, or not at all."""

import pytest

from public_site.referral_flow import ADULT, WHO, Walk, header, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

BORN_IN_2010 = {"given_names": "Ion", "birth_date": "2010-01-02"}  # 16 on the day of the clock
BORN_IN_2016 = {"given_names": "Ana", "birth_date": "2016-01-02"}
IDENTIFYING = ("given_names", "family_name", "birth_date", "phone", "address", "safe_contact")


def signed(**typed: str) -> dict[str, str]:
    return {**ADULT, **typed}


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


def test_consent_is_not_of_tomorrow() -> None:
    walk = Walk()
    walk.consent()
    walk.person(**signed(consent_given_on="2026-03-03"))

    assert "The consent is dated in the future." in walk.html
