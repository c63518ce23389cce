"""A professional refers a child, a group, or asks without a name: with the keyboard, on a phone."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext as _
from playwright.sync_api import Page, expect

from browser import DESK, PHONE
from journeys.axe import assert_accessible
from journeys.profile import found_in
from public_site.referral_flow import header, sent
from suoja.intake.models import Arrival
from suoja.public_site.rendering import words

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]

Windows = Callable[..., Page]
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
LANGUAGE = pytest.mark.parametrize("language", ["en", "fi"])
PICTURES = os.environ.get("SUOJA_LOOK")  # a folder for pictures of every page, to be looked at


class Visit:
    """The pages of the form in one language, each looked at before it is left."""

    def __init__(self, page: Page, language: str, *, script: bool = True) -> None:
        self.page, self.language, self.script = page, language, script
        self.seen = 0
        page.goto(f"/{language}/met/form/")

    def say(self, message: str) -> str:
        with translation.override(self.language):
            return _(message)

    def look(self, heading: str) -> None:
        """See the heading, on a page without faults."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.say(heading))
        self.seen += 1
        if PICTURES:
            name = f"{self.language}-{self.page.viewport_size['width']}-{self.seen:02}.png"
            self.page.screenshot(path=Path(PICTURES) / name, full_page=True)
        if self.script:
            assert_accessible(self.page)

    def press(self, go: str = "on") -> None:
        """Press a button by the keyboard."""
        self.page.locator(f"main button[value='{go}']").last.press("Enter")

    def answer(self, heading: str, **typed: str) -> None:
        """Answer a page and go on."""
        self.look(heading)
        for name, value in typed.items():
            self._fill(name, value)
        self.press()

    def _fill(self, name: str, value: str) -> None:
        field = self.page.locator(f"main [name='{name}']")
        kind = field.first.get_attribute("type")
        if kind in {"radio", "checkbox"}:
            self.page.locator(f"main [name='{name}'][value='{value}']").press("Space")
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)

    def consent(self, consents: str = "yes") -> None:
        self.answer("Who are you?", referrer="police", referrer_name="Laine")
        self.answer("Is there consent?", consents=consents)

    def person(self, name: str, *, age: str, consent_by: str, born: str) -> None:
        self.answer("Adult or child?", age=age)
        consent = {"consent_by": consent_by, "consent_given_on": "2026-03-01"}
        self.answer("Who gave the consent?", **consent)
        who = {"given_names": name, "sex": "man_boy", "birth_date": born, "nationality": "TH"}
        self.answer("Who is the person?", **who)

    def story(self) -> None:
        self.answer("What happened?", forms="forced_labour", where="finland", summary="Unpaid.")
        self.answer("How can the person be reached safely?", address="Marjatie 1")
        self.answer("Do children come with the person?")

    def send(self) -> None:
        self.look("Check your answers")
        self.press("send")
        self.look("Your message was received")


def visit_in(open_window: Windows, language: str, *, script: bool, size: dict[str, int]) -> Visit:
    window = open_window(viewport=size, java_script_enabled=script)
    return Visit(window, language, script=script)


@SCRIPT
@LANGUAGE
def test_a_child_is_referred(open_window: Windows, language: str, script: bool) -> None:
    visit = visit_in(open_window, language, script=script, size=PHONE)
    visit.consent()
    visit.person("Chai", age="child", consent_by="guardian", born="2018-01-01")
    visit.story()
    visit.answer("Do you refer another person?")
    visit.send()

    assert visit.page.title() == words(language)["title"]
    assert visit.page.context.cookies() == []
    assert header()["urgent"] is True
    assert sent()["persons"][0]["given_names"] == "Chai"


@SCRIPT
@LANGUAGE
def test_a_group_is_referred(open_window: Windows, language: str, script: bool) -> None:
    visit = visit_in(open_window, language, script=script, size=DESK)
    visit.consent()
    visit.person("Chai", age="adult", consent_by="person", born="1990-01-01")
    visit.story()
    visit.look("Do you refer another person?")
    visit.press("another:same")
    visit.answer("What do they have in common?", together="Marja Oy")
    visit.person("Somchai", age="adult", consent_by="person", born="1991-01-01")
    visit.answer("How can the person be reached safely?")
    visit.answer("Do you refer another person?")
    visit.send()

    assert [one["given_names"] for one in sent()["persons"]] == ["Chai", "Somchai"]
    assert [one["address"] for one in sent()["persons"]] == ["Marjatie 1", "Marjatie 1"]


@SCRIPT
@LANGUAGE
def test_a_question_names_nobody(open_window: Windows, language: str, script: bool) -> None:
    visit = visit_in(open_window, language, script=script, size=PHONE)
    visit.consent("no")
    visit.answer("What do you want to ask?", question="What can a shelter do?")
    visit.send()

    assert header()["kind"] == "consultation"
    assert "persons" not in sent()


@SCRIPT
def test_a_form_is_saved_and_gone_on_with(open_window: Windows, script: bool) -> None:
    visit = visit_in(open_window, "en", script=script, size=PHONE)
    visit.consent()
    visit.look("Adult or child?")
    visit.press("save")
    visit.look("Save and go on later")
    code = visit.page.locator(".code bdi").inner_text()
    visit.page.get_by_label("Type the code to keep it").fill(code)
    visit.press("keep")
    visit.look("The form is saved")

    visit = Visit(visit.page, "en", script=script)
    visit.press("resume")
    visit.look("Go on with a saved form")
    visit.page.get_by_label("Your code").fill(code)
    visit.press("open")
    visit.look("Adult or child?")
    visit.press("forget")
    visit.look("What you saved is deleted")


def test_a_mistake_is_shown_and_the_focus_with_it(phone: Page) -> None:
    visit = Visit(phone, "fi")
    visit.press()

    expect(phone.get_by_role("alert")).to_be_focused()
    assert phone.title().startswith("Virhe: ")
    assert_accessible(phone)


def test_enter_in_a_field_goes_on(phone: Page) -> None:
    visit = Visit(phone, "en")
    phone.get_by_label("Who refers").select_option("police")
    phone.get_by_label("Your name").press("Enter")

    visit.look("Is there consent?")


def test_the_language_changes_and_what_was_typed_stays(phone: Page) -> None:
    visit = Visit(phone, "en")
    phone.get_by_label("Your name").fill("Laine")
    phone.get_by_role("button", name="Suomi").click()

    expect(phone.get_by_role("heading", level=1)).to_have_text("Kuka olet?")
    expect(phone.get_by_label("Nimesi")).to_have_value("Laine")
    assert phone.url.endswith("/fi/met/form/")
    visit.language = "fi"
    visit.look("Who are you?")


def test_leaving_half_way_leaves_nothing(phone: Page, elsewhere: str) -> None:
    visit = Visit(phone, "en")
    visit.consent()
    visit.look("Adult or child?")
    phone.locator(".exit").click()
    phone.wait_for_url(elsewhere)
    phone.go_back()

    expect(phone.locator("main")).to_have_count(0)
    assert Arrival.objects.count() == 0


def test_on_paper_the_summary_has_answers_and_no_buttons(open_window: Windows) -> None:
    visit = visit_in(open_window, "en", script=True, size=DESK)
    visit.consent("no")
    visit.answer("What do you want to ask?", question="What can a shelter do?")
    visit.look("Check your answers")
    visit.page.emulate_media(media="print")

    expect(visit.page.get_by_text("What can a shelter do?")).to_be_visible()
    expect(visit.page.locator("main button:visible")).to_have_count(0)
    expect(visit.page.locator(".exit")).to_be_hidden()


def test_the_browser_remembers_one_line_and_no_word(profile: tuple[Path, Page]) -> None:
    folder, page = profile
    visit = Visit(page, "en", script=False)
    visit.consent()
    visit.person("Canarygiven", age="child", consent_by="guardian", born="2018-01-01")
    visit.answer("What happened?", summary="Canarysummary")
    visit.answer("How can the person be reached safely?", address="Canaryaddress")
    visit.answer("Do children come with the person?")
    visit.answer("Do you refer another person?")
    visit.send()
    page.context.close()

    with sqlite3.connect(folder / "Default" / "History") as history:
        kept = history.execute("SELECT title FROM urls").fetchall()
    assert kept == [("Information",)]
    assert found_in(folder, ["Canarygiven", "Canarysummary", "Canaryaddress", "Laine"]) == []
