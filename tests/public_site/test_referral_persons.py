"""Several persons on one form: each with a part of their own and a consent of their own."""

import pytest

from public_site.referral_flow import ADULT, KITCHEN, MIRELA, REACH, Walk, header, sent
from suoja.public_site.rules.filled import MOST_PERSONS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

PICKERS = 24
EMPLOYER = "Marja Oy, a camp near Kuhmo"


def one_more(walk: Walk, name: str) -> None:
    """Add a person who is like the one before, and answer what is asked."""
    walk.press("another:same")
    if walk.heading == "What do they have in common?":
        walk.on(together=EMPLOYER)
    assert walk.heading == "Adult or child?"
    walk.person()
    walk.on(**{**MIRELA, "given_names": name})
    walk.on(**REACH)


def up_to_another(walk: Walk) -> None:
    walk.consent()
    walk.person()
    walk.rest()


def test_24_berry_pickers_are_referred_on_one_form() -> None:
    walk = Walk()
    up_to_another(walk)
    for number in range(1, PICKERS):
        one_more(walk, f"Picker {number}")
    walk.on()
    assert f"Person {PICKERS}" in walk.html
    walk.press("send")

    told = sent()
    assert told["together"] == EMPLOYER
    assert len(told["persons"]) == PICKERS
    assert {one["given_names"] for one in told["persons"][1:]} == {
        f"Picker {number}" for number in range(1, PICKERS)
    }
    assert all(one["consent_given_on"] == ADULT["consent_given_on"] for one in told["persons"])
    assert all(one["forms"] == KITCHEN["forms"] for one in told["persons"])


def test_the_form_of_30_persons_travels_in_a_small_page() -> None:
    walk = Walk()
    up_to_another(walk)
    for number in range(1, 30):
        one_more(walk, f"Picker {number}")

    assert len(walk.hidden("state")) < 10_000


def test_what_is_the_same_is_copied_and_consent_never_is() -> None:
    walk = Walk()
    up_to_another(walk)
    walk.press("another:same")
    walk.on(together=EMPLOYER)
    walk.on(age="adult")
    assert walk.heading == "Who gave the consent?"
    assert "checked" not in walk.html
    assert ADULT["consent_given_on"] not in walk.html
    walk.on(**ADULT)

    assert '<option value="RO" selected>' in walk.html
    assert "Mirela" not in walk.html
    walk.on(**MIRELA)
    assert f'value="{REACH["address"]}"' in walk.html
    assert REACH["phone"] not in walk.html


def test_what_happened_reaches_staff_with_each_person_who_shares_it() -> None:
    walk = Walk()
    up_to_another(walk)
    one_more(walk, "Ion")
    walk.on()
    walk.press("send")
    one, other = sent()["persons"]

    assert KITCHEN["summary"] == one["summary"] == other["summary"]
    assert one["forms"] == other["forms"]


def test_nobody_is_sent_without_a_consent_of_their_own() -> None:
    walk = Walk()
    walk.adult()
    walk.press("another:same")
    walk.on(together=EMPLOYER)
    walk.on(age="adult")
    walk.press("back")
    walk.press("send")

    assert walk.heading == "Check your answers"
    assert "The form was not sent" in walk.html
    assert "This part is not complete." in walk.html


def test_a_new_person_begins_with_nothing() -> None:
    walk = Walk()
    up_to_another(walk)
    walk.press("another:new")
    walk.on()
    walk.person()

    assert "selected" not in walk.html.split("nationality")[1].split("</select>")[0]


def test_who_does_not_consent_is_taken_off_and_the_others_stay() -> None:
    walk = Walk()
    up_to_another(walk)
    walk.press("another:new")
    walk.on()
    walk.person(consent_by="nobody")
    assert "The person was taken off the form." in walk.html
    walk.on()
    walk.press("send")

    assert [one["given_names"] for one in sent()["persons"]] == ["Mirela"]
    assert sent()["together"] == ""


def test_a_person_is_taken_off_at_the_end() -> None:
    walk = Walk()
    up_to_another(walk)
    one_more(walk, "Ion")
    walk.on()
    walk.press("off:0")
    assert "Take this person off" not in walk.html
    walk.press("send")

    assert [one["given_names"] for one in sent()["persons"]] == ["Ion"]


def test_one_child_makes_the_whole_form_urgent() -> None:
    walk = Walk()
    up_to_another(walk)
    walk.press("another:new")
    walk.on()
    walk.person("young")
    walk.rest(birth_date="2010-01-02")
    walk.on()
    walk.press("send")

    assert [one["is_urgent"] for one in sent()["persons"]] == [False, True]
    assert header()["urgent"] is True


@pytest.mark.parametrize(
    ("place", "changed", "name", "value"),
    [
        ("who", {"referrer": "police"}, "referrer", "police"),
        ("person/0", {**MIRELA, "given_names": "Mira"}, "given_names", "Mira"),
        ("reach/0", {"phone": "112"}, "phone", "112"),
        ("happened/0", {**KITCHEN, "is_urgent": "on"}, "is_urgent", True),
    ],
)
def test_each_part_is_changed_from_the_summary(
    place: str, changed: dict[str, str], name: str, value: object
) -> None:
    walk = Walk()
    walk.adult()
    walk.press(f"to:{place}")
    walk.on(**changed)
    assert walk.heading == "Check your answers"
    walk.press("send")

    told = sent()
    assert {**told, **told["persons"][0]}[name] == value


def test_another_age_asks_for_the_consent_that_goes_with_it() -> None:
    walk = Walk()
    walk.adult()
    walk.press("to:age/0")
    walk.on(age="child")
    assert walk.heading == "Who gave the consent?"
    walk.on(consent_by="representative", consent_given_on="2026-03-01")
    assert walk.heading == "Who is the person?"
    walk.on(**{**MIRELA, "birth_date": "2016-01-01"})

    assert walk.heading == "Check your answers"


def test_the_summary_says_it_in_words() -> None:
    walk = Walk("/fi/met/form/")
    walk.adult()

    for words in ("Rajavartiolaitos", "Mirela", "4.3.1995", "Romania", "Pakkotyö", "1.3.2026"):
        assert words in walk.html


def test_a_form_has_an_end() -> None:
    walk = Walk()
    walk.adult()
    for _ in range(MOST_PERSONS - 1):
        walk.press("another:new")
        walk.press("back")
    walk.press("another:new")

    assert walk.html.count("Take this person off the form") == MOST_PERSONS
    assert "This form is full." in walk.html
