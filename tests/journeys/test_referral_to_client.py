"""From the first referral to the file of a client, as staff see it."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page

from browser import DESK, PHONE, Screenshot
from cases import aino, daniel, details, make_referral
from cast import client_of
from journeys.axe import assert_accessible
from suoja.clients.models import Spell
from suoja.referrals import actions as referrals
from suoja.referrals.models import Referral
from suoja.vocabulary.choices import Category

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]

Enter = Callable[[Page, Client], None]
OpenWindow = Callable[..., Page]


def fill_in(page: Page) -> None:
    page.goto("/staff/referrals/new/")
    page.get_by_label("Given names").fill("Mirela")
    page.get_by_label("Family name").fill("Koskela")
    page.get_by_label("Woman or girl").check()
    page.get_by_role("textbox", name="Birth date").first.fill("1995-03-04")
    page.get_by_label("Nationality").first.select_option(label="Romania")
    page.get_by_label("Who refers", exact=True).select_option(label="Police")
    page.get_by_label("In writing").check()
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("Who gave it").select_option(label="The person")
    page.get_by_label("Day it was given").fill("2026-01-02")
    page.get_by_role("textbox", name="What was told").fill("Works in a kitchen without pay.")


def add_a_child(page: Page) -> None:
    page.get_by_role("button", name="Add a child").click()
    child = page.get_by_role("group", name="Child 1")
    child.get_by_label("Given names").fill("Ion")
    child.get_by_label("Birth date").fill("2019-05-05")
    child.get_by_label("Sex").select_option(label="Man or boy")


def decide(page: Page) -> None:
    page.get_by_label("Admit as a victim").check()
    page.get_by_label("Form of exploitation").select_option(label="Forced labour")
    page.get_by_label("Country").first.select_option(label="Finland")
    page.get_by_label("Residence status").select_option(label="Asylum seeker")
    page.get_by_label("Reasons").fill("The account is consistent.")


def test_a_person_is_referred_assessed_and_admitted(
    page: Page, enter: Enter, screenshot: Screenshot
) -> None:
    enter(page, client_of(aino()))
    fill_in(page)
    add_a_child(page)
    page.get_by_role("button", name="Register").last.click()
    assert_accessible(page)
    page.get_by_role("button", name="Take under assessment").click()
    enter(page, client_of(daniel()))
    page.goto("/staff/")
    screenshot(page, "desk")
    page.get_by_role("link", name=str(Referral.objects.get())).click()
    page.get_by_role("link", name="Decide").click()
    decide(page)
    screenshot(page, "decision")
    page.get_by_role("button", name="Decide").click()

    page.wait_for_url("**/staff/clients/*/")
    categories = Spell.objects.values_list("category", flat=True)
    assert sorted(categories) == [Category.DEPENDENT_CHILD, Category.VICTIM]


def test_enter_registers_and_adds_no_child(page: Page, enter: Enter) -> None:
    enter(page, client_of(aino()))
    fill_in(page)
    page.get_by_label("Given names").press("Enter")
    page.wait_for_url("**/staff/referrals/*/")

    assert Referral.objects.count() == 1


def test_a_question_is_asked_when_an_answer_calls_for_it(page: Page, enter: Enter) -> None:
    enter(page, client_of(aino()))
    page.goto("/staff/referrals/new/")

    assert page.get_by_text("Why orally is enough").is_hidden()
    page.get_by_label("Orally").check()
    assert page.get_by_text("Why orally is enough").is_visible()


def make_caseload() -> Referral:
    """Return a second request with a child, of somebody who was refused before."""
    first = make_referral()
    referrals.decide(
        first, "negative", refusal_ground="not_credible", by=daniel(), at=first.received_at
    )
    second = make_referral(
        first.person, summary="Works in a kitchen without pay.", received_at=first.received_at
    )
    child = details(given_names="Ion", birth_date=None)
    referrals.add_child(second, child, by=aino(), at=second.registered_at)
    return second


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    "name", ["desk", "list", "empty_list", "register", "referral", "add_child", "decide"]
)
def test_a_page_keeps_the_rules_of_accessibility(
    name: str,
    size: dict[str, int],
    open_window: OpenWindow,
    enter: Enter,
) -> None:
    number = make_caseload().number
    here = open_window(viewport=size)
    enter(here, client_of(daniel()))
    here.goto(
        {
            "desk": "/staff/",
            "list": "/staff/referrals/?status=all",
            "empty_list": "/staff/referrals/?year=2007",
            "register": "/staff/referrals/new/",
            "referral": f"/staff/referrals/{number}/",
            "add_child": f"/staff/referrals/{number}/child/",
            "decide": f"/staff/referrals/{number}/decide/",
        }[name]
    )

    assert_accessible(here)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_refused_form_keeps_the_rules_of_accessibility(
    size: dict[str, int], open_window: OpenWindow, enter: Enter
) -> None:
    make_referral()
    here = open_window(viewport=size)
    enter(here, client_of(aino()))
    fill_in(here)
    here.get_by_label("No, or not asked").check()
    add_a_child(here)
    here.get_by_role("button", name="Register").last.click()

    assert "has not consented" in here.get_by_role("alert").inner_text()
    assert_accessible(here)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_known_person_is_asked_about_within_the_rules(
    size: dict[str, int], open_window: OpenWindow, enter: Enter
) -> None:
    make_referral()
    here = open_window(viewport=size)
    enter(here, client_of(aino()))
    fill_in(here)
    here.get_by_role("button", name="Register").last.click()

    assert here.get_by_label("No, somebody else").is_visible()
    assert_accessible(here)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_refused_decision_keeps_the_rules_of_accessibility(
    size: dict[str, int], open_window: OpenWindow, enter: Enter
) -> None:
    referral = make_caseload()
    here = open_window(viewport=size)
    enter(here, client_of(daniel()))
    here.goto(f"/staff/referrals/{referral.number}/decide/")
    here.get_by_label("Admit as a victim").check()
    here.get_by_role("button", name="Decide").click()

    assert "Residence status" in here.get_by_role("alert").inner_text()
    assert_accessible(here)
