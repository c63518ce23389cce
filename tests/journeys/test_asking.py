"""A number is asked for and answered, by keyboard and on a phone."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from browser import DESK, PHONE
from cases import make_client, someone
from cast import client_of
from journeys.axe import assert_accessible
from suoja.accounts.choices import Role
from suoja.core.calendar import Period
from suoja.publication import actions
from suoja.statistics.asking import Question

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

Enter = Callable[[Page, Client], None]
Windows = Callable[..., Page]
AT = datetime(2021, 2, 1, 9, 0, tzinfo=UTC)
EVERYBODY = Question("new_clients", Period.parse("2020"))


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_number_is_asked_for_and_its_letter_is_ready(
    open_window: Windows, enter: Enter, size: dict[str, int]
) -> None:
    for _ in range(6):
        make_client()
    window = open_window(viewport=size)
    enter(window, client_of(someone(Role.STATISTICIAN)))
    window.goto("/staff/reports/ask/")
    assert_accessible(window)
    window.get_by_label("What is counted").select_option("new_clients")
    window.get_by_label("Period").select_option("2020")
    window.get_by_role("button", name="Choose the group").press("Enter")
    answered(window)


def answered(window: Page) -> None:
    """Take the second step, first without saying who asks."""
    window.get_by_label("Sex").select_option("woman_girl")
    window.get_by_role("button", name="Count and answer").press("Enter")
    expect(window.get_by_role("alert")).to_be_focused()
    expect(window.get_by_label("Sex")).to_have_value("woman_girl")
    assert_accessible(window)

    window.get_by_label("Who asks").fill("A daily")
    window.get_by_role("button", name="Count and answer").press("Enter")
    expect(window.get_by_role("heading", name="Answer 1")).to_be_visible()
    assert_accessible(window)
    with window.expect_download() as letter:
        window.locator("a[href$='/fi/pdf/']").press("Enter")
    assert letter.value.suggested_filename == "suoja-answer-1-fi.pdf"


@pytest.mark.parametrize("path", ["answers", "ledger"])
def test_the_lists_are_accessible_on_a_phone(phone: Page, enter: Enter, path: str) -> None:
    taavi = someone(Role.STATISTICIAN)
    actions.answer_question(EVERYBODY, "A daily", by=taavi, at=AT)
    enter(phone, client_of(taavi))
    phone.goto(f"/staff/reports/{path}/")

    expect(phone.get_by_text("A daily")).to_be_visible()
    assert_accessible(phone)
