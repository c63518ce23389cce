"""Somebody comes in: the reader is gone at once, and the way back shows nothing."""

import json
import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from browser import DESK, PHONE
from public_site.published import published
from suoja.accounts.models import Staff
from suoja.public_site.rendering import pages

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.xdist_group("browser"),
    pytest.mark.usefixtures("elsewhere"),
]

Windows = Callable[..., Page]
SIZES = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
PAGES = pytest.mark.parametrize("path", ["/en/2/", "/en/statistics/", "/ar/6/"])
QUICK = 100  # milliseconds
# Tells how long after the key nothing was left of the page, of its title and of its icon.
WATCH = """() => {
  let key;
  addEventListener("keyup", () => (key = performance.now()), true);
  new MutationObserver(() => {
    const icon = document.querySelector("link[rel=icon]").href;
    const left = [document.body.childElementCount, document.title.trim(), icon];
    console.log(JSON.stringify([performance.now() - key, ...left]));
  }).observe(document.body, { childList: true });
}"""
ON_TOP = """link => {
  const { left, top, width, height } = link.getBoundingClientRect();
  return link.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""


def shift(window: Page, times: int = 3) -> None:
    for _ in range(times):
        window.keyboard.press("Shift")


@SIZES
@PAGES
def test_shift_three_times_empties_the_page_at_once(
    open_window: Windows, size: dict[str, int], path: str, elsewhere: str
) -> None:
    window = open_window(viewport=size)
    window.goto(path)
    window.evaluate(WATCH)
    with window.expect_console_message() as said:
        shift(window)

    milliseconds, *left = json.loads(said.value.text)
    assert milliseconds <= QUICK
    assert left == [0, "", "data:,"]
    window.wait_for_url(elsewhere)


@SIZES
@PAGES
def test_the_way_back_shows_nothing(
    open_window: Windows, size: dict[str, int], path: str, elsewhere: str
) -> None:
    window = open_window(viewport=size)
    for before in ("/en/", "/en/1/", path):
        window.goto(before)
    window.locator("a.exit").click()
    window.wait_for_url(elsewhere)

    for _ in range(2):
        window.go_back()
        expect(window.locator("main")).to_have_count(0)
        assert window.title().strip() == ""
        expect(window.get_by_role("button")).to_have_count(1)


def test_a_page_comes_back_for_who_asks_for_it(page: Page, elsewhere: str) -> None:
    page.goto("/en/")
    page.goto(elsewhere)
    page.go_back()
    page.get_by_role("button", name="Show the page").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("You can get help here")


def test_back_within_the_site_shows_the_page(page: Page) -> None:
    page.goto("/en/")
    page.get_by_role("link", name="I need help").click()
    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text("You can get help here")


@SIZES
@PAGES
def test_without_scripts_a_link_leads_away(
    open_window: Windows, size: dict[str, int], path: str, elsewhere: str
) -> None:
    window = open_window(viewport=size, java_script_enabled=False)
    window.goto(path)
    window.locator("a.exit").click()

    window.wait_for_url(elsewhere)


def test_what_the_site_left_in_the_browser_is_cleared(page: Page, elsewhere: str) -> None:
    page.goto("/en/2/")
    page.evaluate("document.cookie = 'left=behind'; localStorage.left = 'behind'")
    page.locator("a.exit").click()
    page.wait_for_url(elsewhere)

    page.goto("/en/2/")
    assert page.evaluate("[document.cookie, localStorage.length]") == ["", 0]


@SIZES
@pytest.mark.parametrize("path", ["/fi/2/", "/fi/", "/ru/6/", "/ar/2/", "/sv/reports/2020/"])
def test_the_way_out_is_in_sight_wherever_a_reader_is(
    open_window: Windows, size: dict[str, int], path: str, taavi: Staff, daniel: Staff
) -> None:
    published("2020", people=900, drafter=taavi, checker=daniel)
    window = open_window(viewport=size)
    window.goto(path)
    link = window.locator("a.exit")

    for part in (0, 0.5, 1):
        window.evaluate("part => scrollTo(0, part * document.body.scrollHeight)", part)
        expect(link).to_be_in_viewport(ratio=1)
        assert link.evaluate(ON_TOP)


@pytest.mark.parametrize(
    "keys",
    [["Shift", "Shift", "a", "Shift"], ["Shift+a"] * 4, ["Shift", "Shift"], ["Shift+Tab"] * 3],
    ids=" ".join,
)
def test_other_keys_do_not_lead_away(page: Page, keys: list[str]) -> None:
    page.goto("/en/2/")
    for key in keys:
        page.keyboard.press(key)

    expect(page.get_by_role("main")).to_be_visible()
    assert page.url.endswith("/en/2/")


def test_progress_is_seen_and_heard(page: Page) -> None:
    page.goto("/en/2/")
    status = page.locator(".way-out").get_by_role("status")
    shift(page, 1)
    expect(status).to_have_text("Shift. Press it 2 more times to leave.")
    expect(page.locator(".exit-dots")).to_have_text("●○○")
    shift(page, 1)
    expect(status).to_have_text("Shift. Press it 1 more time to leave.")
    expect(page.locator(".exit-dots")).to_be_visible()


def test_presses_that_lie_apart_do_not_lead_away(page: Page) -> None:
    page.clock.install()
    page.goto("/en/2/")
    shift(page, 2)
    page.clock.fast_forward(5_100)
    expect(page.get_by_role("status")).to_have_text("Leaving was cancelled.")
    shift(page, 2)

    expect(page.get_by_role("main")).to_be_visible()


def test_the_keyboard_finds_the_way_out_right_after_the_skip_link(
    page: Page, elsewhere: str
) -> None:
    page.goto("/fi/4/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Poistu sivulta heti")).to_be_focused()
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(re.escape(elsewhere)))


@pytest.mark.parametrize("way", ["link", "shift"])
def test_every_page_is_left_both_ways(open_window: Windows, way: str, elsewhere: str) -> None:
    window = open_window(viewport=PHONE)
    for page in (*pages("en").values(), None):
        window.goto(reverse(f"public_site:{page.name}") if page else "/en/met/form/")
        if way == "link":
            window.locator(".exit").click()
        else:
            shift(window)
        expect(window).to_have_url(elsewhere)
