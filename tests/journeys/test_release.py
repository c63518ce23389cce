"""A report on its way: checked, given a foreword, approved for a set time."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from browser import DESK, PHONE
from cases import daniel, make_client, someone
from cast import client_of
from journeys.axe import assert_accessible
from suoja.accounts.choices import Role
from suoja.core.calendar import Period
from suoja.publication import actions
from suoja.publication.checks import checks_of
from suoja.publication.models import Release

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

Enter = Callable[[Page, Client], None]
Windows = Callable[..., Page]
AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def differing() -> Release:
    """Return a draft of 2020 that says more of 2019 than the report of 2019 did."""
    taavi = someone(Role.STATISTICIAN)
    before = actions.draft(Period.parse("2019"), by=taavi, at=AT)
    actions.publish(actions.check(before, by=daniel(), at=AT), by=daniel(), at=AT)
    for _ in range(6):
        make_client(started_on=datetime(2019, 6, 1, tzinfo=UTC).date())
    draft = actions.draft(Period.parse("2020"), by=taavi, at=AT)
    checks_of(draft)  # everything is printed once, before the browser's patience counts
    return draft


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_draft_with_everything_to_do_is_accessible(
    open_window: Windows, enter: Enter, differing: Release, size: dict[str, int]
) -> None:
    window = open_window(viewport=size)
    enter(window, client_of(daniel()))
    window.goto(f"/staff/reports/{differing.number}/")
    for summary in window.locator("details > summary").all():
        summary.press("Enter")
    expect(window.get_by_text("Failed", exact=True)).to_be_visible()
    assert_accessible(window)

    window.get_by_label("English").fill("We met 6 people.")
    window.get_by_role("button", name="Write the foreword").press("Enter")
    expect(window.get_by_role("alert")).to_be_focused()
    expect(window.get_by_label("English")).to_have_value("We met 6 people.")
    assert_accessible(window)


def test_a_report_is_approved_for_a_set_time_by_keyboard(phone: Page, enter: Enter) -> None:
    draft = actions.draft(Period.parse("2020"), by=someone(Role.STATISTICIAN), at=AT)
    actions.check(draft, by=daniel(), at=AT)
    enter(phone, client_of(daniel()))
    phone.goto(f"/staff/reports/{draft.number}/")
    tomorrow = datetime.now(UTC) + timedelta(days=2)
    phone.get_by_label("Public from").fill(tomorrow.date().isoformat())
    phone.get_by_role("button", name="Publish").press("Enter")

    expect(phone.get_by_text("Under embargo", exact=True)).to_be_visible()
    assert_accessible(phone)
    phone.get_by_role("button", name="Call back").press("Enter")
    expect(phone.get_by_role("status")).to_contain_text("called back")
