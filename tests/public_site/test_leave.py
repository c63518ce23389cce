"""The way out: on every public page, and nothing of ours is left behind it."""

import re

import pytest
from django.conf import settings
from django.test import Client

from suoja.public_site.choices import LANGUAGES
from suoja.publication.models import Release

PAGES = ["/en/statistics/", "/fi/reports/", "/sv/reports/2020/", "/en/series/", "/en/nothing/"]
LINK = re.compile(r'<a class="(skip|exit)"\s+href="/x"\s+rel="nofollow noreferrer"\s+data-exit>')


def test_it_leads_elsewhere_and_clears_what_is_ours(client: Client) -> None:
    answer = client.get("/x")

    assert answer.status_code == 303
    assert answer["Location"] == settings.EXIT_TO
    assert answer["Clear-Site-Data"] == '"cookies", "storage", "cache"'
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer.content == b""


def test_it_leads_to_a_page_that_does_not_know_who_comes() -> None:
    assert re.fullmatch(r"https://[a-z.]+/", settings.EXIT_TO)


def test_it_cannot_be_sent_to(client: Client) -> None:
    assert client.post("/x").status_code == 405


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_it_twice(client: Client, report_of_2020: Release, path: str) -> None:
    html = client.get(path).content.decode()

    assert LINK.findall(html) == ["skip", "exit"]
    assert html.index('class="skip"') < html.index("data-exit>") < html.index("<main")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_text_have_it_too(client: Client, language: str) -> None:
    assert LINK.findall(client.get(f"/{language}/2/").content.decode()) == ["skip", "exit"]


def test_staff_do_not_have_it(client: Client) -> None:
    assert "data-exit" not in client.get("/staff/sign-in/").content.decode()
    assert "data-exit" not in client.get("/staff/nothing/").content.decode()
