"""Who is on duty calls somebody at a time that is safe, and notes what came of it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from browser import DESK, PHONE, Screenshot
from intake.contacts import ALWAYS, drop_wish, window
from intake.desk import first, on_duty_as, path_of
from journeys.axe import assert_accessible
from suoja.intake.choices import IfOther
from suoja.intake.rules import Window

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]

Enter = Callable[[Page, Client], None]
Windows = Callable[..., Page]
SIZES = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])


def in_two_hours() -> Window:
    """Return an hour that has not begun, on the clock of the wish."""
    begins = datetime.now(UTC) + timedelta(hours=2)
    return window(None, f"{begins:%H}:00", f"{begins + timedelta(hours=1):%H}:00")


def wish(safe: Window) -> None:
    drop_wish(
        safe,
        clock=0,
        code_word="blueberry",
        if_other=IfOther.SAY,
        other_words="This is the dentist.",
        language="ti",
        shared_with="My cousin, in the evening",
        at=datetime.now(UTC),
    )


@SIZES
def test_a_call_is_made_and_noted(
    open_window: Windows, enter: Enter, screenshot: Screenshot, size: dict[str, int]
) -> None:
    window, client = open_window(viewport=size), on_duty_as()
    wish(ALWAYS)
    enter(window, client)
    window.goto(path_of(first()))
    expect(window.get_by_text("May be called now.")).to_be_visible()
    window.get_by_text("Note a call").click()
    assert_accessible(window)
    assert screenshot(window, f"call-{size['width']}").stat().st_size > 10_000

    window.get_by_role("button", name="Note the call").click()
    expect(window.get_by_role("alert")).to_be_focused()
    assert_accessible(window)
    window.get_by_label("Reached the person").check()
    window.get_by_role("button", name="Note the call").press("Enter")
    expect(window.get_by_text("The call is noted")).to_be_visible()
    assert_accessible(window)


@SIZES
def test_a_call_at_another_time_is_refused(
    open_window: Windows, enter: Enter, screenshot: Screenshot, size: dict[str, int]
) -> None:
    window, client = open_window(viewport=size), on_duty_as()
    wish(in_two_hours())
    enter(window, client)
    window.goto(path_of(first()))

    expect(window.get_by_text("Do not call now.")).to_be_visible()
    expect(window.get_by_text("+358401234567")).to_be_hidden()
    assert_accessible(window)
    assert screenshot(window, f"no-call-{size['width']}").stat().st_size > 10_000
    window.get_by_text("Show it, and do not call now").click()
    expect(window.get_by_text("+358401234567")).to_be_visible()
