"""The gallery of components as a browser shows it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import DESK, PHONE
from journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.urls("core.gallery")]

GALLERY = "/gallery/"
Windows = Callable[..., Page]


@pytest.fixture
def gallery(page: Page) -> Page:
    page.goto(GALLERY)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_component_is_accessible(
    open_window: Windows, size: dict[str, int], scheme: str
) -> None:
    window = open_window(viewport=size, color_scheme=scheme)
    window.goto(GALLERY)

    assert_accessible(window)


def test_components_are_accessible_in_the_colours_that_a_reader_forces(
    open_window: Windows,
) -> None:
    window = open_window(forced_colors="active")
    window.goto(GALLERY)

    assert_accessible(window)


def test_components_are_accessible_from_right_to_left(gallery: Page) -> None:
    gallery.evaluate("document.documentElement.dir = 'rtl'")

    side = gallery.get_by_role("banner").bounding_box()
    assert side is not None
    assert side["x"] > 900
    assert_accessible(gallery)


def test_the_first_key_offers_to_skip_to_the_content(gallery: Page) -> None:
    gallery.evaluate("document.activeElement.blur()")
    gallery.locator("html").press("Home")
    gallery.get_by_role("link", name="Skip to the content").focus()

    gallery.keyboard.press("Enter")

    expect(gallery.get_by_role("main")).to_be_focused()


def test_a_refused_form_begins_with_what_to_put_right(gallery: Page) -> None:
    summary = gallery.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(gallery).to_have_title("Error: Components – Suoja")

    summary.get_by_role("link", name="Proposed as").press("Enter")

    expect(gallery.get_by_role("radio", name="Victim").first).to_be_focused()


def test_every_line_of_the_summary_leads_to_its_field(gallery: Page) -> None:
    for link in gallery.get_by_role("alert").get_by_role("link").all():
        target = link.get_attribute("href") or ""
        expect(gallery.locator(target)).to_have_attribute("aria-invalid", "true")


def test_a_refused_action_is_described_by_its_reason(gallery: Page) -> None:
    action = gallery.get_by_role("button", name="Admit as a victim")

    expect(action).to_be_disabled()
    expect(action).to_have_accessible_description(
        "Consent was withdrawn on 1 March; register a new referral instead."
    )


def test_the_way_is_at_the_side_of_a_desk_screen(gallery: Page) -> None:
    expect(gallery.get_by_role("button", name="Menu")).to_be_hidden()
    expect(gallery.get_by_role("button", name="Sign out")).to_be_visible()


def test_the_way_opens_and_closes_by_keys_on_a_phone(phone: Page) -> None:
    phone.goto(GALLERY)
    expect(phone.get_by_role("button", name="Sign out")).to_be_hidden()

    phone.get_by_role("button", name="Menu").press("Enter")
    expect(phone.get_by_role("button", name="Sign out")).to_be_visible()
    assert_accessible(phone)

    phone.keyboard.press("Escape")
    expect(phone.get_by_role("button", name="Sign out")).to_be_hidden()


def test_the_way_closes_by_its_button(phone: Page) -> None:
    phone.goto(GALLERY)
    phone.get_by_role("button", name="Menu").click()

    phone.get_by_role("button", name="Close").click()

    expect(phone.get_by_role("button", name="Sign out")).to_be_hidden()


def test_a_wide_table_scrolls_by_keys_on_a_phone(phone: Page) -> None:
    phone.goto(GALLERY)
    last_column = phone.get_by_role("columnheader", name="Days")
    expect(last_column).not_to_be_in_viewport()

    table = phone.get_by_role("region", name="Referrals that wait")
    table.focus()
    for _ in range(12):
        phone.keyboard.press("ArrowRight")

    expect(last_column).to_be_in_viewport()


def test_targets_are_large_where_fingers_press_them(open_window: Windows) -> None:
    window = open_window(viewport=PHONE, has_touch=True, is_mobile=True)
    window.goto(GALLERY)

    for target in window.locator(".button:visible, .pagination a, .tabs a, .options label").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()


def test_paper_has_the_content_and_no_buttons(gallery: Page) -> None:
    gallery.emulate_media(media="print")

    expect(gallery.get_by_role("main")).to_be_visible()
    expect(gallery.get_by_role("banner")).to_be_hidden()
    expect(gallery.get_by_role("button", name="Register")).to_be_hidden()
