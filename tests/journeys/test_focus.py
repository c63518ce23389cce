"""Where a keyboard stands after each answer."""

import pytest
from playwright.sync_api import Page, expect

from cases import aino
from cast import client_of
from journeys.test_referral_to_client import Enter

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]


def test_a_form_refused_again_has_the_focus_on_what_is_wrong(page: Page, enter: Enter) -> None:
    enter(page, client_of(aino()))
    page.goto("/staff/referrals/new/")
    page.get_by_role("button", name="Register", exact=True).last.click()
    page.get_by_role("link", name="Sex: ").click()

    page.get_by_role("button", name="Register", exact=True).last.click()

    expect(page.locator(".error-summary")).to_be_focused()
    assert "#" not in page.url


def test_a_new_row_for_a_child_has_the_focus(page: Page, enter: Enter) -> None:
    enter(page, client_of(aino()))
    page.goto("/staff/referrals/new/")
    page.get_by_role("button", name="Add a child").click()

    expect(page.locator("[name=child-0-given_names]")).to_be_focused()
