"""Somebody asks to be called on an old phone, from right to left or not, without any script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import DESK, PHONE, Screenshot
from journeys.axe import assert_accessible
from suoja.intake.models import Arrival
from suoja.public_site.rendering import letter_words, words

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]

Windows = Callable[..., Page]
LANGUAGES = pytest.mark.parametrize("language", ["ar", "fi"])


def asking(window: Page, language: str) -> None:
    """Come to the form as the page before offers it."""
    window.goto(f"/{language}/8/")
    window.get_by_role("button", name=letter_words(language)["ways"]["call"]).click()


def fill(window: Page, group: str, start: str, end: str) -> None:
    window.locator(f"#{group}_1_from").fill(start)
    window.locator(f"#{group}_1_to").fill(end)


@LANGUAGES
def test_a_call_is_asked_for_on_a_phone_without_scripts(
    open_window: Windows, language: str
) -> None:
    window, say = open_window(viewport=PHONE, java_script_enabled=False), letter_words(language)
    asking(window, language)
    fill(window, "safe", "16:00", "18:00")
    send = window.get_by_role("button", name=say["call"]["send"])
    send.click()
    window.get_by_role("link", name=say["faults"]["number_empty"]).click()
    window.locator("#number").fill("+358 40 765 4321")
    send.click()

    expect(window.get_by_role("heading", level=1)).to_have_text(say["call"]["sent"])
    expect(window.get_by_text("16:00–18:00")).to_be_visible()
    assert (window.url[-6:], window.title()) == (f"/{language}/8/", words(language)["title"])
    assert Arrival.objects.count() == 1


@LANGUAGES
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_page_of_it_is_accessible(
    open_window: Windows, screenshot: Screenshot, size: dict[str, int], language: str
) -> None:
    window, say = open_window(viewport=size), letter_words(language)
    asking(window, language)
    assert_accessible(window)
    window.get_by_role("button", name=say["call"]["send"]).click()
    assert_accessible(window)
    window.locator("#number").fill("0407654321")
    fill(window, "safe", "22:00", "02:00")
    fill(window, "never", "00:00", "00:00")
    window.locator("#never_1_day").select_option("6")
    picture = screenshot(window, f"public-call-{language}-{size['width']}")
    window.get_by_role("button", name=say["call"]["send"]).click()

    expect(window.get_by_text("22:00–02:00")).to_be_visible()
    assert_accessible(window)
    assert picture.stat().st_size > 10_000


def test_words_to_say_are_asked_for_when_they_are_wanted(page: Page) -> None:
    asking(page, "en")
    words_to_say = page.get_by_label("What to say to somebody else")
    expect(words_to_say).to_be_hidden()
    page.get_by_label("Say the words that I write below").check()
    expect(words_to_say).to_be_visible()
    page.get_by_role("button", name="Ask for a call").click()

    expect(words_to_say).to_have_attribute("aria-invalid", "true")


def test_a_call_is_asked_for_with_the_keyboard_alone(page: Page) -> None:
    asking(page, "en")
    page.locator("#number").focus()
    page.keyboard.type("0407654321")
    for name in ("safe_1_from", "safe_1_to"):
        page.locator(f"#{name}").focus()
        page.keyboard.type("0430PM" if name.endswith("from") else "0630PM")
    page.locator("#more").evaluate("box => box.closest('details').querySelector('summary').focus()")
    page.keyboard.press("Enter")
    page.locator("#more").focus()
    page.keyboard.type("I whisper.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_text("16:30–18:30")).to_be_visible()


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_the_form_is_readable_in_both_themes_with_all_of_it_open(
    open_window: Windows, scheme: str
) -> None:
    window = open_window(viewport=DESK, color_scheme=scheme)
    asking(window, "fi")
    window.get_by_role("button", name=letter_words("fi")["call"]["send"]).click()

    expect(window.get_by_role("alert")).to_be_focused()
    assert_accessible(window)
