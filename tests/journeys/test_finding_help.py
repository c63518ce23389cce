"""Somebody finds words, rights and ways to help, on any device and by any means."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page, expect

from browser import DESK, PHONE, Screenshot
from cases import aino
from cast import client_of
from journeys.axe import assert_accessible
from suoja.public_site.choices import LANGUAGES
from suoja.public_site.rendering import pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]

Windows = Callable[..., Page]
Enter = Callable[[Page, Client], None]
SIZES = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
FIRST = {
    "en": ("I need help", "Is this happening to you?"),
    "fi": ("Tarvitsen apua", "Tapahtuuko sinulle näin?"),
    "sv": ("Jag behöver hjälp", "Händer det här dig?"),
}


@SIZES
@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("language", FIRST)
def test_help_is_two_doors_away(
    open_window: Windows, size: dict[str, int], script: bool, language: str
) -> None:
    window = open_window(viewport=size, java_script_enabled=script)
    window.goto(f"/{language}/")
    expect(window.locator(".door").nth(2)).to_be_in_viewport(ratio=1)
    door, page = FIRST[language]
    window.get_by_role("link", name=door).click()
    window.get_by_role("link", name=page).click()

    expect(window.get_by_role("heading", level=1)).to_have_text(page)
    assert window.title() == {"fi": "Tietoa"}.get(language, "Information")


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_a_question_opens_to_words_and_tells_nobody(open_window: Windows, script: bool) -> None:
    asked: list[str] = []
    window = open_window(viewport=PHONE, java_script_enabled=script)
    window.goto("/en/2/")
    window.on("request", lambda each: asked.append(each.url))
    window.get_by_text("Do you owe money to your employer").click()

    expect(window.get_by_text("This is called debt bondage.")).to_be_visible()
    expect(window.get_by_text("This can be forced marriage.").first).to_be_hidden()
    assert asked == []
    assert window.url.endswith("/en/2/")


def test_everything_is_done_with_the_keyboard(page: Page) -> None:
    page.goto("/en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="I need help")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/1/")
    page.goto("/en/2/")
    question = page.locator("main summary").first
    question.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("No one may make a child do this.")).to_be_visible()


@pytest.mark.parametrize(("name", "code"), [("العربية", "ar"), ("Русский", "ru"), ("ትግርኛ", "ti")])
def test_a_language_is_chosen_by_its_own_name(phone: Page, name: str, code: str) -> None:
    phone.goto("/en/4/")
    phone.get_by_text("Language: English").click()
    phone.get_by_role("link", name=name).click()

    html = phone.locator("html")
    expect(html).to_have_attribute("lang", code)
    expect(html).to_have_attribute("dir", LANGUAGES[code].direction)
    expect(phone.get_by_role("heading", level=1)).to_have_text(pages(code)["rights"].title)
    assert phone.context.cookies() == []


def test_a_number_keeps_its_order_from_right_to_left(phone: Page) -> None:
    phone.goto("/ar/6/")
    number = phone.get_by_role("main").get_by_role("link", name="+358 29 546 3177")

    assert number.evaluate("link => getComputedStyle(link).direction") == "ltr"


EACH = [
    pytest.param(code, marks=[] if code in ("en", "fi", "sv", "ar") else pytest.mark.thorough)
    for code in LANGUAGES
]


@SIZES
@pytest.mark.parametrize("language", EACH)
def test_every_page_of_text_is_accessible(
    open_window: Windows, size: dict[str, int], language: str
) -> None:
    window = open_window(viewport=size)
    for name in pages(language):
        window.goto(_address(language, name))
        window.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert_accessible(window)


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_colours_stand_out_in_both_themes(open_window: Windows, scheme: str) -> None:
    window = open_window(color_scheme=scheme)
    for path in ("/en/", "/en/2/"):
        window.goto(path)
        assert_accessible(window)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_asks_four_times_at_most(phone: Page, language: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda each: asked.append(each.url))
    phone.goto(f"/{language}/")

    assert len([each for each in asked if not each.startswith("data:")]) <= 4


def test_what_is_printed_has_no_way_out_and_all_answers(page: Page) -> None:
    page.goto("/en/2/")
    page.emulate_media(media="print")

    expect(page.locator(".way-out")).to_be_hidden()
    expect(page.get_by_role("main")).to_be_visible()


def test_staff_read_on_any_screen_what_is_not_checked(phone: Page, enter: Enter) -> None:
    enter(phone, client_of(aino()))
    phone.goto("/staff/texts/")

    expect(phone.get_by_role("rowheader", name="العربية")).to_be_visible()
    assert_accessible(phone)


@SIZES
def test_pages_of_text_have_their_picture_taken(
    open_window: Windows, screenshot: Screenshot, size: dict[str, int]
) -> None:
    window = open_window(viewport=size)
    for name, path in (("front", "/en/"), ("recognise", "/en/2/"), ("arabic", "/ar/")):
        window.goto(path)
        assert screenshot(window, f"public-{name}-{size['width']}").stat().st_size > 10_000


def _address(language: str, name: str) -> str:
    with translation.override(language):
        return reverse(f"public_site:{name}")
