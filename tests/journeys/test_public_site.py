"""Somebody looks for help, perhaps on an old phone, perhaps watched."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import DESK, PHONE, Screenshot
from journeys.axe import assert_accessible
from public_site.published import published
from suoja.accounts.models import Staff
from suoja.publication.models import Release

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_front_page_is_accessible(
    open_window: Callable[..., Page], size: dict[str, int]
) -> None:
    window = open_window(viewport=size)
    window.goto("/en/")

    assert_accessible(window)


def test_help_is_found_without_scripts(open_window: Callable[..., Page]) -> None:
    window = open_window(viewport=PHONE, java_script_enabled=False)
    window.goto("/")

    number = window.get_by_role("main").get_by_role("link", name="+358 29 546 3177")

    expect(number).to_have_attribute("href", "tel:+358295463177")


def test_a_visit_leaves_no_cookie(page: Page) -> None:
    page.goto("/en/")
    page.get_by_role("link", name="Suomi").click()

    expect(page.locator("html")).to_have_attribute("lang", "fi")
    assert page.context.cookies() == []


def test_the_keyboard_goes_to_the_content_then_out_then_to_the_ways(page: Page) -> None:
    page.goto("/en/statistics/")
    banner = page.get_by_role("banner").get_by_role("link")

    for target in (
        page.get_by_role("link", name="Skip to the content"),
        page.get_by_role("link", name="Leave this page now"),
        page.get_by_role("link", name="Call 112"),
        page.get_by_role("link", name="Leave this page", exact=True),
        banner.nth(0),
        banner.nth(1),
    ):
        page.keyboard.press("Tab")
        expect(target).to_be_focused()


@pytest.fixture
def report(taavi: Staff, daniel: Staff) -> Release:
    return published("2020", people=900, drafter=taavi, checker=daniel)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_report_is_accessible(
    open_window: Callable[..., Page], report: Release, size: dict[str, int]
) -> None:
    window = open_window(viewport=size)
    window.goto("/en/reports/2020/")

    assert_accessible(window)


def test_the_public_site_has_its_picture_taken(
    page: Page, screenshot: Screenshot, report: Release
) -> None:
    page.goto("/en/")
    assert screenshot(page, "public-front").exists()

    page.goto("/en/reports/2020/")
    assert screenshot(page, "public-report").exists()


def test_a_journalist_finds_a_number_and_the_table_behind_it(page: Page, report: Release) -> None:
    page.goto("/en/")
    page.get_by_role("link", name="I want to know").click()
    page.get_by_role("link", name="All reports").click()
    assert_accessible(page)

    page.get_by_role("link", name="Annual report 2020", exact=True).click()
    page.get_by_role("navigation", name="Contents").get_by_role("link").first.click()
    section = page.locator("section.chart", has=page.locator("#referrals-by-referrer"))
    section.get_by_text("The table behind the chart").click()

    expect(section.get_by_role("rowheader", name="Total")).to_be_visible()


def test_a_report_can_be_read_without_scripts(
    open_window: Callable[..., Page], report: Release
) -> None:
    window = open_window(java_script_enabled=False)
    window.goto("/sv/reports/2020/")

    expect(window.get_by_role("main").get_by_role("table").first).to_be_attached()
    expect(window.locator("html")).to_have_attribute("lang", "sv")
