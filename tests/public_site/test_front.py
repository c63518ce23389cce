"""The front page: help is found, and nothing is left behind."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

HELPLINE = "+358 29 546 3177"
LANGUAGES = ["en", "fi", "sv"]


@pytest.mark.parametrize(
    ("asked", "given"), [("fi-FI,fi;q=0.9", "fi"), ("sv", "sv"), ("en-GB", "en"), ("xx", "en")]
)
def test_the_bare_address_leads_to_the_language_of_the_reader(asked: str, given: str) -> None:
    response = Client().get("/", headers={"accept-language": asked})

    assert response.status_code == 302
    assert response["Location"] == f"/{given}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_helpline_is_on_the_page(client: Client, language: str) -> None:
    html = client.get(f"/{language}/").content.decode()

    assert html.count(HELPLINE) == 2
    assert f'<html lang="{language}" dir="ltr">' in html


def test_the_page_names_the_same_page_in_each_language(client: Client) -> None:
    html = client.get("/fi/").content.decode()

    for language in LANGUAGES:
        assert re.search(rf'hreflang="{language}"\s+href="/{language}/"', html)


@pytest.mark.parametrize("path", ["/", "/en/", "/en/nothing-here/", "/nothing-here/"])
def test_nothing_is_set_and_nothing_is_read(client: Client, path: str) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "somebody"

    response = client.get(path)

    assert not response.cookies
    assert not response.wsgi_request.session.accessed


@pytest.mark.parametrize("path", ["/", "/en/", "/en/nothing-here/"])
def test_no_other_page_hears_where_a_reader_comes_from(client: Client, path: str) -> None:
    assert client.get(path)["Referrer-Policy"] == "no-referrer"


def test_a_page_about_help_is_not_kept_by_the_browser(client: Client) -> None:
    assert "no-store" in client.get("/en/")["Cache-Control"]


def test_the_page_loads_on_a_poor_line(client: Client) -> None:
    html = client.get("/en/").content
    sheets = re.findall(r"/static/([a-z/._-]+\.css)", html.decode())
    files = [html, *(Path(finders.find(sheet)).read_bytes() for sheet in sheets)]

    assert len(sheets) <= 2
    assert sum(len(gzip.compress(content)) for content in files) < 15_000


def test_the_page_needs_no_script(client: Client) -> None:
    assert b"<script" not in client.get("/en/").content
