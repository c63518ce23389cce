"""The pictures of the README: the example caseload, as staff and the public see it."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from playwright.sync_api import Page

from browser import Screenshot
from cast import client_of
from journeys.axe import assert_accessible
from suoja.accounts.models import Staff
from suoja.clients.models import Spell
from suoja.core.calendar import Period
from suoja.example.load import load
from suoja.publication import actions as publication

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]

Enter = Callable[[Page, Client], None]
AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)


def somebody_with_children() -> int:
    """Return the number of a client whose file has a bit of everything."""
    spells = Spell.objects.open().filter(children__isnull=False, person__assessments__isnull=False)
    return spells.newest_first()[0].person.number


def publish() -> None:
    tuuli, daniel = (Staff.objects.get(username=name) for name in ("tuuli", "daniel"))
    release = publication.draft(Period.parse("2020"), by=tuuli, at=AT)
    publication.check(release, by=daniel, at=AT)
    publication.publish(release, by=daniel, at=AT)


def test_the_pictures_of_the_readme(page: Page, enter: Enter, screenshot: Screenshot) -> None:
    load()
    publish()
    page.goto("/en/reports/2020/")
    assert_accessible(page)
    pictures = [screenshot(page, "report")]
    enter(page, client_of(Staff.objects.get(username="daniel")))
    for name, path in (
        ("desk", "/staff/"),
        ("clients", "/staff/clients/"),
        ("file", f"/staff/clients/{somebody_with_children()}/"),
    ):
        page.goto(path)
        assert_accessible(page)
        pictures.append(screenshot(page, name))

    assert all(picture.stat().st_size > 20_000 for picture in pictures)
