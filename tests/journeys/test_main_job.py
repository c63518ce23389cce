"""The main job from end to end: registered, decided, admitted, left, counted, published, read."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from cases import aino, daniel, someone
from cast import PASSWORD, code_at
from journeys.axe import assert_accessible
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]

OpenWindow = Callable[..., Page]
LAST_YEAR = date.today().year - 1  # noqa: DTZ011  (the browser has no other clock)


def sign_in(window: Page, staff: Staff) -> Page:
    """Sign in as a person does: name, password, and the code of the moment."""
    window.goto("/staff/")
    window.get_by_label("Username").fill(staff.username)
    window.get_by_label("Password").fill(PASSWORD)
    window.get_by_role("button", name="Continue").click()
    window.get_by_label("Code").first.fill(code_at())
    window.get_by_role("main").get_by_role("button").first.click()
    expect(window.get_by_role("heading", level=1, name="Desk")).to_be_visible()
    return window


def register(window: Page) -> None:
    window.get_by_role("link", name="New referral").first.click()
    window.get_by_label("Given names").fill("Mirela")
    window.get_by_label("Family name").fill("Koskela")
    window.get_by_label("Woman or girl").check()
    window.get_by_role("textbox", name="Birth date").first.fill("1995-03-04")
    window.get_by_label("Nationality").first.select_option(label="Romania")
    window.get_by_label("Who refers", exact=True).select_option(label="Police")
    window.get_by_label("In writing").check()
    window.get_by_label("Yes", exact=True).check()
    window.get_by_label("Who gave it").select_option(label="The person")
    window.get_by_label("Day it was given").fill(f"{LAST_YEAR}-03-01")
    window.get_by_role("button", name="Register").last.click()
    window.get_by_role("button", name="Take under assessment").click()


def admit(window: Page) -> None:
    window.get_by_role("link", name="R-1", exact=True).click()
    window.get_by_role("link", name="Decide").click()
    window.get_by_label("Admit as a victim").check()
    window.get_by_label("Form of exploitation").select_option(label="Forced labour")
    window.get_by_label("Country").first.select_option(label="Finland")
    window.get_by_label("Residence status").select_option(label="Residence permit")
    window.get_by_role("textbox", name="Admitted on").fill(f"{LAST_YEAR}-04-01")
    window.get_by_label("Reasons").fill("The account is consistent.")
    window.get_by_role("button", name="Decide").click()
    expect(window.get_by_role("heading", level=1, name="Mirela Koskela")).to_be_visible()


def leave(window: Page) -> None:
    window.get_by_role("link", name="Record the exit").click()
    window.get_by_label("Need of assistance ended").check()
    window.get_by_label("Left on").fill(f"{LAST_YEAR}-12-01")
    window.get_by_role("button", name="Record the exit").click()
    expect(window.get_by_text("Has left", exact=True)).to_be_visible()


def draft(window: Page) -> None:
    window.get_by_role("link", name="Reports").click()
    window.get_by_label("Period").fill(str(LAST_YEAR))
    window.get_by_role("button", name="Count and draft").click()
    expect(window.get_by_text("Draft", exact=True)).to_be_visible()
    assert_accessible(window)


def check(window: Page, button: str) -> None:
    window.get_by_role("link", name="Reports").click()
    window.get_by_role("rowheader", name=str(LAST_YEAR)).get_by_role("link").click()
    window.get_by_role("button", name=button).click()


def test_the_main_job_is_done_from_end_to_end(open_window: OpenWindow) -> None:
    someone(Role.STATISTICIAN)
    adviser = sign_in(open_window(), aino())
    register(adviser)
    director = sign_in(open_window(), daniel())
    admit(director)
    leave(director)
    draft(sign_in(open_window(), someone(Role.STATISTICIAN)))
    check(adviser, "Confirm the numbers")
    check(director, "Publish")

    reader = open_window()
    reader.goto(f"/en/reports/{LAST_YEAR}/")
    expect(reader.get_by_role("heading", level=1)).to_contain_text(str(LAST_YEAR))
    expect(reader.get_by_text("Mirela")).to_have_count(0)
    assert_accessible(reader)
