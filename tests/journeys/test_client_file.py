"""An adviser's day with one file, and a director who ends it."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from browser import DESK, PHONE, Screenshot
from cases import aino, daniel
from cast import client_of
from journeys.axe import assert_accessible
from stories import full_file
from suoja.clients.models import Spell

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

Enter = Callable[[Page, Client], None]
Windows = Callable[..., Page]


@pytest.fixture
def spell() -> Spell:
    return full_file()


def test_an_adviser_finds_a_client_and_writes_a_note(
    page: Page, enter: Enter, spell: Spell, screenshot: Screenshot
) -> None:
    enter(page, client_of(aino()))
    page.goto("/staff/clients/")
    page.get_by_label("Name, number or birth date").fill("rahimi nadia")
    page.get_by_label("Name, number or birth date").press("Enter")
    screenshot(page, "clients")
    page.get_by_role("link", name="Nadia Rahimi").click()
    page.get_by_label("New note").fill("Came by with the children.")
    page.get_by_role("button", name="Write the note").click()

    expect(page.get_by_role("status")).to_contain_text("The note was written.")
    expect(page.get_by_role("article").first).to_contain_text("Came by with the children.")
    assert screenshot(page, "client").exists()


def test_an_adviser_records_an_exploitation(page: Page, enter: Enter, spell: Spell) -> None:
    enter(page, client_of(aino()))
    page.goto(f"/staff/clients/{spell.person.number}/")
    page.get_by_role("link", name="Record exploitation").click()
    page.get_by_label("Form of exploitation").select_option("Forced begging")
    page.get_by_role("button", name="Record").click()
    page.get_by_role("link", name="Country: Name at least one country").click()
    page.keyboard.type("Romania")
    page.get_by_role("button", name="Record").click()

    expect(page.get_by_role("heading", name="Forced begging")).to_be_visible()
    expect(page.get_by_text("Exploited abroad", exact=True)).to_be_visible()


def test_the_director_records_the_exit(page: Page, enter: Enter, spell: Spell) -> None:
    enter(page, client_of(daniel()))
    page.goto(f"/staff/clients/{spell.person.number}/")
    page.get_by_role("link", name="Record the exit").click()
    expect(page.get_by_text("Samir Rahimi, Leila Rahimi")).to_be_visible()
    page.get_by_label("Need of assistance ended").check()
    page.get_by_role("button", name="Record the exit").click()

    expect(page.get_by_role("status")).to_contain_text("The exit was recorded.")
    expect(page.get_by_text("Has left", exact=True)).to_be_visible()
    assert_accessible(page)


PAGES = {
    "list": "",
    "file": "{}/",
    "exploitation": "{}/exploitation/",
    "residence": "{}/residence/",
    "correct": "{}/correct/",
    "child": "{}/children/add/",
    "exit": "{}/exit/",
    "grant": "{}/periods/grant/",
}


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_page_of_a_file_is_accessible(
    open_window: Windows, enter: Enter, spell: Spell, size: dict[str, int]
) -> None:
    window = open_window(viewport=size)
    enter(window, client_of(daniel()))

    for address in PAGES.values():
        window.goto(f"/staff/clients/{address.format(spell.person.number)}")
        assert_accessible(window)


def test_a_refused_form_is_accessible_on_a_phone(phone: Page, enter: Enter, spell: Spell) -> None:
    enter(phone, client_of(daniel()))
    phone.goto(f"/staff/clients/{spell.person.number}/exploitation/")

    phone.get_by_role("button", name="Record").click()

    expect(phone.get_by_role("alert")).to_be_focused()
    assert_accessible(phone)
