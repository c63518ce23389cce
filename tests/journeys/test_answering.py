"""Letters as those on duty see them: read, answered, and made into referrals."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from browser import DESK, PHONE
from cases import aino, daniel
from cast import client_of
from intake.arrivals import drop, drop_with_code
from intake.desk import LETTERS, first, go_on_duty, path_of
from intake.forms_sent import CHILD, drop_consultation, drop_form, person
from journeys.axe import assert_accessible
from suoja.intake import letterbox
from suoja.intake.letterbox import SentFile
from suoja.intake.models import Conversation
from suoja.referrals.models import Referral

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]

Enter = Callable[[Page, Client], None]
OpenWindow = Callable[..., Page]
NOW = datetime.now(UTC)
ANA = {"given_names": "Ana", "family_name": "Popa", "birth_date": "2011-02-03"}


def drop_some_of_everything() -> dict[str, Conversation]:
    """Return a letter with a file, a form about two persons and a consultation."""
    file = SentFile(
        told={"name": "passport.jpg", "sha256": "3f" * 32}, original=b"raw", view=b"\xff\xd8\xff"
    )
    arrived = letterbox.drop_file(file, submission=uuid4().hex, at=NOW)
    told = {
        "message": "صاحب العمل أخذ جواز سفري.\nلا أستطيع الخروج.",
        "reach": "رسالة نصية مساءً",
        "spoken": "ar",
    }
    letter = drop(told=told, language="ar", files=[arrived], at=NOW - timedelta(hours=5))
    second = person(**ANA, is_minor=True, is_urgent=True, guardian_suspected=True, children=[CHILD])
    form = drop_form(person(), second, is_urgent=True, at=NOW)
    question = drop_consultation(language="fi", at=NOW - timedelta(hours=60))
    go_on_duty(daniel())
    go_on_duty(aino())
    first()
    ids = {"letter": letter, "form": form, "question": question}
    return {name: Conversation.objects.get(messages=one) for name, one in ids.items()}


def test_a_letter_is_answered(page: Page, enter: Enter) -> None:
    _code, keys = drop_with_code("Somebody has my passport.")
    enter(page, client_of(aino()))
    page.goto("/staff/")
    page.get_by_role("link", name="To the inbox").click()
    page.get_by_label("Tomorrow").check()
    page.get_by_label("On duty until").fill("00:01")
    page.get_by_role("button", name="Go on duty").click()
    page.get_by_role("rowheader").get_by_role("link").click()
    page.get_by_label("Your answer").fill("You are not alone.")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_text("The answer is in the mailbox.")).to_be_visible()

    assert [told for _, told in letterbox.answers(keys)] == [{"text": "You are not alone."}]
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_text("Nobody waits for an answer.")).to_be_visible()


def test_two_persons_of_a_form_become_a_group(page: Page, enter: Enter) -> None:
    form = drop_some_of_everything()["form"]
    enter(page, client_of(aino()))
    page.goto(path_of(form))
    for _ in range(2):
        page.get_by_role("link", name="Register as a referral").first.click()
        assert_accessible(page)
        page.get_by_role("button", name="Register").last.click()

    expect(page.get_by_text("Registered as")).to_have_count(2)
    assert Referral.objects.filter(group__isnull=False).count() == 2


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    "name", ["inbox", "bulk", "finished", "duty", "letter", "form", "question", "erase"]
)
def test_a_page_of_letters_keeps_the_rules_of_accessibility(
    name: str,
    size: dict[str, int],
    open_window: OpenWindow,
    enter: Enter,
) -> None:
    some = drop_some_of_everything()
    pages = {"inbox": LETTERS, "erase": path_of(some["letter"], "erase/")}
    pages |= {part: f"{LETTERS}{part}/" for part in ("bulk", "finished", "duty")}
    pages |= {kind: path_of(one) for kind, one in some.items()}
    here = open_window(viewport=size)
    enter(here, client_of(aino()))
    here.goto(pages[name])

    assert_accessible(here)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_refused_answer_keeps_the_rules_of_accessibility(
    size: dict[str, int], open_window: OpenWindow, enter: Enter
) -> None:
    drop_with_code()
    go_on_duty(aino())
    here = open_window(viewport=size)
    enter(here, client_of(aino()))
    here.goto(path_of(first()))
    here.get_by_role("button", name="Send the answer").click()

    expect(here.get_by_role("alert")).to_contain_text("Write the answer first")
    assert_accessible(here)
