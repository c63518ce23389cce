"""The list of clients: found by name, number and birth date, filtered, a page at a time."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases import AT, TODAY, account, admission, aino, daniel, details, make_client, make_person
from cast import client_of
from suoja.clients import actions as clients
from suoja.clients.actions.removal import Exit
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.core.models import AuditEntry
from suoja.vocabulary.choices import Category, Form, Office

pytestmark = pytest.mark.django_db
LIST = "/staff/clients/"


@pytest.fixture(autouse=True)
def _summer_of_2020() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def browser() -> Client:
    return client_of(aino())


def named(given: str, family: str = "Koskela", **changed: object) -> Spell:
    return make_client(make_person(given_names=given, family_name=family), **changed)


def shown(browser: Client, **asked: str) -> list[str]:
    """Return the names on the page that answers what was asked."""
    answer = browser.post(LIST, asked, follow=True)
    return [row.spell.person.given_names for row in answer.context["rows"]]


@pytest.mark.parametrize("text", ["Oleksiivna", "бондаренко", "олена Bondarenko", "OLENA"])
def test_a_person_is_found_by_whole_words_in_any_script(browser: Client, text: str) -> None:
    named("Олена Олексіївна", "Бондаренко")
    named("Mirela")

    assert shown(browser, q=text) == ["Олена Олексіївна"]


def test_signs_above_letters_do_not_matter(browser: Client) -> None:
    named("Zoë", "Müller-Øst")

    assert shown(browser, q="zoe muller") == ["Zoë"]


def test_part_of_a_word_finds_nobody_and_the_page_says_what_to_write(browser: Client) -> None:
    named("Mirela")

    answer = browser.post(LIST, {"q": "Mire"}, follow=True)

    assert answer.context["rows"] == []
    assert "Write whole words of the name" in answer.content.decode()


def test_signs_that_are_no_letters_find_nobody(browser: Client) -> None:
    named("Mirela")

    assert shown(browser, q="?!") == []


@pytest.mark.parametrize("text", ["P-{}", "p-{}", "{}"])
def test_a_person_is_found_by_number(browser: Client, text: str) -> None:
    named("Mirela")
    number = named("Ioana").person.number

    assert shown(browser, q=text.format(number)) == ["Ioana"]


@pytest.mark.parametrize("text", ["4.3.1995", "04.03.1995", "1995-03-04"])
def test_a_person_is_found_by_birth_date(browser: Client, text: str) -> None:
    named("Mirela")
    make_client(make_person(given_names="Ioana", birth_date=date(1995, 4, 3)))

    assert shown(browser, q=text) == ["Mirela"]


def test_what_was_sought_is_in_no_address(browser: Client) -> None:
    answer = browser.post(LIST, {"q": "Mirela Koskela", "state": "all"})

    assert answer.status_code == 302
    assert "irela" not in answer["Location"]
    assert browser.get(answer["Location"]).context["filters"]["q"].value() == "Mirela Koskela"


def test_who_left_is_listed_when_asked_for(browser: Client) -> None:
    gone = named("Mirela", started_on=date(2020, 1, 2))
    leaving = Exit(ended_on=TODAY, ground=ExitGround.NEED_ENDED)
    clients.remove(gone, leaving, by=daniel(), at=AT)
    named("Ioana")

    assert shown(browser) == ["Ioana"]
    assert shown(browser, state="left") == ["Mirela"]
    assert shown(browser, state="all") == ["Ioana", "Mirela"]


def test_who_was_taken_in_again_has_not_left(browser: Client) -> None:
    first = named("Mirela", started_on=date(2020, 1, 2))
    leaving = Exit(ended_on=date(2020, 2, 2), ground=ExitGround.DISAPPEARED)
    clients.remove(first, leaving, by=daniel(), at=AT)
    make_client(first.person)

    assert shown(browser, state="left") == []
    assert shown(browser, state="all") == ["Mirela"]


def test_an_empty_answer_offers_to_look_among_all(browser: Client) -> None:
    answer = browser.post(LIST, {"q": "Nobody", "state": "now"}, follow=True)

    assert "Look among all" in answer.content.decode()
    assert "Look among all" not in browser.get(LIST, {"state": "all"}).content.decode()


def test_clients_are_filtered_by_category_and_office(browser: Client) -> None:
    guardian = named("Mirela", office=Office.OULU)
    named("Ioana", category=Category.WITNESS)
    child = details(given_names="Andrei", birth_date=date(2014, 1, 1))
    beside = admission(category=Category.DEPENDENT_CHILD)
    clients.admit_new_child(guardian, child, beside, by=daniel(), at=AT)

    assert shown(browser, category="victim") == ["Mirela"]
    assert shown(browser, category="witness") == ["Ioana"]
    assert shown(browser, category="dependent_child") == ["Andrei"]
    assert shown(browser, office="oulu") == ["Mirela"]


def test_clients_are_filtered_by_what_is_primary(browser: Client) -> None:
    here, away = named("Mirela"), named("Ioana")
    clients.record_exploitation(here, account("RO", "FI"), by=aino(), at=AT)
    clients.record_exploitation(here, account(form=Form.OTHER), by=aino(), at=AT)
    clients.record_exploitation(away, account("RO", form=Form.FORCED_BEGGING), by=aino(), at=AT)

    assert shown(browser, exploitation="forced_labour") == ["Mirela"]
    assert shown(browser, exploitation="other") == []
    assert shown(browser, place="in_finland") == ["Mirela"]
    assert shown(browser, place="abroad") == ["Ioana"]


@pytest.mark.parametrize(
    ("birthday", "found"), [(date(2002, 6, 15), []), (date(2002, 6, 16), ["Mirela"])]
)
def test_a_minor_is_one_until_the_eighteenth_birthday(
    browser: Client, birthday: date, found: list[str]
) -> None:
    make_client(make_person(birth_date=birthday), started_on=date(2020, 6, 1))

    assert shown(browser, minor="on") == found


def test_the_newest_client_comes_first_and_the_rest_on_the_next_page(browser: Client) -> None:
    for number in range(26):
        named(f"Person{number}", started_on=TODAY - timedelta(days=number))

    first, second = browser.get(LIST), browser.get(LIST, {"page": 2})

    assert first.context["rows"][0].spell.started_on == TODAY
    assert 'rel="next"' in first.content.decode()
    assert len(second.context["rows"]) == 1
    assert 'rel="next"' not in second.content.decode()


def test_the_listing_is_written_into_the_audit_without_what_was_typed(browser: Client) -> None:
    number = named("Mirela").person.number

    browser.post(LIST, {"q": "Mirela", "state": "all"}, follow=True)

    entry = AuditEntry.objects.get(verb="client.list")
    assert entry.by == "aino"
    assert entry.detail == {"filters": ["q", "state=all"], "numbers": [number]}


def test_thirty_clients_ask_no_more_of_the_database_than_one(browser: Client) -> None:
    clients.record_exploitation(named("Mirela"), account("RO", "FI"), by=aino(), at=AT)
    with CaptureQueriesContext(
        connection,
    ) as one:
        browser.get(LIST)
    for number in range(29):
        clients.record_exploitation(named(f"Person{number}"), account(), by=aino(), at=AT)
    with CaptureQueriesContext(connection) as thirty:
        browser.get(LIST)

    assert len(thirty) == len(one)
