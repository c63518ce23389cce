"""A reader wants to know: a number, its table, its years, and why some numbers are not shown."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import DESK, PHONE, Screenshot
from journeys.axe import assert_accessible
from public_site.published import published
from suoja.accounts.models import Staff
from suoja.publication.models import Release

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = (
    "statistics/",
    "statistics/definitions/",
    "statistics/protection/",
    "statistics/test-files/",
    "series/",
    "series/new_clients_by_form/",
    "series/stock_by_nationality/",
    "reports/",
    "reports/2020/",
    "reports/2020/tables/new_clients_by_form_and_sex/",
)
SIZES = {"desk": DESK, "phone": PHONE, "400 per cent": {"width": 320, "height": 256}}


@pytest.fixture
def reports(taavi: Staff, daniel: Staff) -> list[Release]:
    return [
        published(period, people=900, drafter=taavi, checker=daniel)
        for period in ("2018", "2019", "2020", "2020-H1")
    ]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_pages_of_numbers_are_accessible(
    open_window: Callable[..., Page], reports: list[Release], size: dict[str, int]
) -> None:
    window = open_window(viewport=size)
    for path in PAGES:
        window.goto(f"/en/{path}")
        assert_accessible(window)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_they_are_accessible_in_each_language(
    phone: Page, reports: list[Release], language: str
) -> None:
    for path in PAGES:
        phone.goto(f"/{language}/{path}")
        expect(phone.locator("html")).to_have_attribute("lang", language)
        assert_accessible(phone)


def test_a_journalist_goes_from_a_key_figure_to_the_file_of_its_table(
    page: Page, reports: list[Release]
) -> None:
    page.goto("/en/")
    page.get_by_role("link", name="Statistics and reports").click()
    page.get_by_role("link", name="All numbers of this report").click()
    page.get_by_role("link", name=re.compile(r"how to cite ?: New clients by sex$")).click()

    with page.expect_download() as download:
        page.get_by_role("link", name="XLSX").click()
    assert download.value.suggested_filename == "suoja-2020-v1-new_clients_by_sex-en.xlsx"


def test_a_table_is_followed_through_the_years(page: Page, reports: list[Release]) -> None:
    page.goto("/en/reports/2020/tables/new_clients_by_sex/")
    page.get_by_role("link", name="All published years together").click()

    years = page.get_by_role("table").first.get_by_role("columnheader")
    expect(years).to_have_text(["Sex", "2018", "2019", "2020"])
    page.get_by_role("link", name="Annual report 2018, version 1").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New clients by sex, 2018")


def test_the_keyboard_scrolls_a_table_that_is_too_wide(phone: Page, reports: list[Release]) -> None:
    phone.goto("/en/reports/2020/tables/new_clients_by_form_and_sex/")
    region = phone.locator(".table-scroll")
    # The policy of the page forbids what `wait_for_function` would do.
    region.evaluate(
        "box => { window.scrolled = new Promise(done => box.addEventListener('scroll', done)) }"
    )
    region.focus()
    phone.keyboard.press("ArrowRight")

    assert region.evaluate("box => window.scrolled.then(() => box.scrollLeft)") > 0


def test_everything_is_there_without_scripts(
    open_window: Callable[..., Page], reports: list[Release]
) -> None:
    window = open_window(viewport=PHONE, java_script_enabled=False)
    window.goto("/en/series/new_clients_by_form/")

    expect(window.get_by_role("img")).to_have_count(1)
    expect(window.get_by_role("table")).to_have_count(2)


def test_what_is_printed_has_the_numbers_and_no_buttons(page: Page, reports: list[Release]) -> None:
    page.goto("/en/reports/2020/tables/new_clients_by_sex/")
    page.emulate_media(media="print")

    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_text("How to cite")).to_be_visible()
    expect(page.get_by_role("heading", name="Files")).to_be_hidden()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_statistics_have_their_picture_taken(
    open_window: Callable[..., Page],
    screenshot: Screenshot,
    reports: list[Release],
    size: dict[str, int],
) -> None:
    window = open_window(viewport=size)
    for name, path in (
        ("statistics", PAGES[0]),
        ("protection", "statistics/protection/"),
        ("series", "series/new_clients_by_form/"),
        ("table", PAGES[-1]),
    ):
        window.goto(f"/en/{path}")
        assert screenshot(window, f"public-{name}-{size['width']}").stat().st_size > 10_000
