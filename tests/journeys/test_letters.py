"""Somebody writes, keeps a code, reads the answer, writes again, erases: on any phone."""

import re
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import cases
from browser import PHONE
from journeys.axe import assert_accessible
from journeys.profile import found_in
from suoja.intake import actions
from suoja.intake.models import Arrival, Conversation, NextPage
from suoja.public_site.choices import LANGUAGES
from suoja.public_site.rendering import letter_words, words

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]

Windows = Callable[..., Page]
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
MESSAGE, ANSWER, AGAIN = "Canaryletter from a lorry", "Canaryanswer: stay there", "Canaryagain"
NEUTRAL = re.compile(r"/[a-z]{2,3}/(\d/)?$")


class Visit:
    """The steps of a visit in one language."""

    def __init__(self, page: Page, language: str, *, script: bool = True) -> None:
        self.page, self.language, self.script = page, language, script
        self.say = letter_words(language)
        self.code = ""

    def press(self, step: str) -> None:
        self.page.locator(f"button[value='{step}']").first.click()

    def look(self, heading: str) -> None:
        """See the heading, on a page without faults."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        assert self.page.evaluate("document.documentElement.scrollWidth") <= (
            self.page.evaluate("innerWidth")
        )
        if self.script:
            assert_accessible(self.page)

    def recognise(self) -> None:
        self.page.goto(f"/{self.language}/2/")
        self.page.locator("main summary").nth(4).click()
        self.page.locator("main a[href$='/8/']").first.click()

    def write(self, message: str = MESSAGE) -> None:
        self.page.goto(f"/{self.language}/8/")
        self.look(self.page.locator("h1").inner_text())
        self.page.locator("#message").fill(message)
        self.press("letter")
        self.look(self.say["sent"]["title"])

    def keep_code(self) -> None:
        self.code = self.page.locator(".code bdi").inner_text()
        self.page.locator("#type").fill(self.code)
        self.press("code")
        self.look(self.say["code"]["kept"])

    def come_back(self) -> None:
        self.page.goto(f"/{self.language}/8/")
        self.press("back")
        self.look(self.say["ways"]["code"])
        self.page.locator("#code").fill(self.code)
        self.press("open")
        self.look(self.say["mailbox"]["title"])

    def write_again(self) -> None:
        self.page.locator("#message").fill(AGAIN)
        self.press("again")
        expect(self.page.get_by_role("status").last).to_have_text(self.say["sent"]["title"])

    def erase(self) -> None:
        self.page.locator("#erase_sure").check()
        self.press("erase")
        self.look(self.say["mailbox"]["erased"])


def staff_answer() -> None:
    aino, at = cases.aino(), datetime.now(UTC)
    actions.begin_duty(until=at + timedelta(hours=1), by=aino, at=at)
    (one,) = actions.list_inbox(by=aino, at=at)
    actions.open_conversation(one.number, by=aino, at=at)
    actions.answer(one.number, ANSWER, by=aino, at=at)


@SCRIPT
@pytest.mark.parametrize("language", ["en", "ar", "fi"])
def test_from_the_first_question_to_erasing_everything(
    open_window: Windows, language: str, script: bool
) -> None:
    window = open_window(viewport=PHONE, java_script_enabled=script)
    visit = Visit(window, language, script=script)
    visit.recognise()
    visit.write()
    visit.keep_code()
    staff_answer()
    visit.come_back()
    expect(window.get_by_text(ANSWER)).to_be_visible()
    visit.write_again()
    visit.erase()

    assert window.title() == words(language)["title"]
    assert window.locator("html").get_attribute("dir") == LANGUAGES[language].direction
    assert window.context.cookies() == []
    actions.list_inbox(by=cases.aino(), at=datetime.now(UTC))
    assert (Arrival.objects.count(), Conversation.objects.count()) == (0, 0)


def test_a_letter_is_written_with_the_keyboard_alone(phone: Page) -> None:
    phone.goto("/en/8/")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    expect(phone.locator("#message")).to_be_focused()
    phone.keyboard.type("Help")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("button", name="Send")).to_be_focused()
    phone.keyboard.press("Enter")

    expect(phone.get_by_role("heading", level=1)).to_have_text("We have your message")


def test_a_mistake_is_shown_where_it_is_and_the_focus_with_it(phone: Page) -> None:
    phone.goto("/fi/8/")
    phone.get_by_role("button", name="Lähetä").click()

    expect(phone.get_by_role("alert")).to_be_focused()
    assert_accessible(phone)


STEPS = {
    "letter": lambda visit: visit.page.locator("#message").fill(MESSAGE),
    "sent": lambda visit: visit.write(),
    "kept": lambda visit: (visit.write(), visit.keep_code()),
    "mailbox": lambda visit: (visit.write(), visit.keep_code(), visit.come_back()),
}


@pytest.mark.parametrize("way", ["link", "shift"])
@pytest.mark.parametrize("step", STEPS)
def test_leaving_from_any_step_shows_nothing_on_the_way_back(
    open_window: Windows, elsewhere: str, step: str, way: str
) -> None:
    window = open_window(viewport=PHONE)
    window.goto("/en/8/")
    STEPS[step](Visit(window, "en"))
    if way == "link":
        window.locator(".exit").click()
    else:
        for _ in range(3):
            window.keyboard.press("Shift")
    window.wait_for_url(elsewhere)

    for _ in range(5):
        window.go_back()
        seen = window.locator("body").inner_text()
        assert MESSAGE not in seen
        assert "code" not in seen.lower()
    assert window.context.cookies() == []
    assert NextPage.objects.count() == 0


def test_the_browser_remembers_one_neutral_line_and_no_word(profile: tuple[Path, Page]) -> None:
    folder, page = profile
    visit = Visit(page, "en", script=False)
    visit.write()
    visit.keep_code()
    staff_answer()
    visit.come_back()
    visit.write_again()
    visit.erase()
    page.context.close()

    with sqlite3.connect(folder / "Default" / "History") as history:
        kept = history.execute("SELECT url, title FROM urls").fetchall()
    assert [title for _, title in kept] == ["Information"]
    assert NEUTRAL.search(kept[0][0])
    code = visit.code
    traces = [MESSAGE, ANSWER, AGAIN, code, code.replace(" ", "")]
    assert found_in(folder, traces) == []


def test_the_search_would_find_a_trace(tmp_path: Path) -> None:
    (tmp_path / "Session_1").write_bytes(b"\x00" + MESSAGE.encode("utf-16-le"))

    assert found_in(tmp_path, [MESSAGE]) == [f"Session_1: {MESSAGE}"]
