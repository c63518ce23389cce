"""The front page: three doors and a number, found in the language of the reader."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils.html import escape

from suoja.public_site.choices import LANGUAGES
from suoja.public_site.rendering import words

HELPLINE = "+358 29 546 3177"
ASKED = [
    ("fi-FI,fi;q=0.9", "fi"),
    ("sv", "sv"),
    ("en-GB", "en"),
    ("ar-IQ,ar;q=0.9", "ar"),
    ("xx,ru;q=0.5", "ru"),
    ("xx", "en"),
    ("", "en"),
]


@pytest.mark.parametrize(("asked", "given"), ASKED)
def test_the_bare_address_leads_to_the_language_of_the_reader(asked: str, given: str) -> None:
    response = Client().get("/", headers={"accept-language": asked})

    assert response.status_code == 302
    assert response["Location"] == f"/{given}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_helpline_is_on_the_page(client: Client, language: str) -> None:
    html = client.get(f"/{language}/").content.decode()

    assert html.count(HELPLINE) == 2
    assert f'<html lang="{language}" dir="{LANGUAGES[language].direction}">' in html


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_three_doors_lead_on(client: Client, language: str) -> None:
    doors = re.findall(r'class="door [^>]*>\s*<a href="([^"]+)', page(client, language))

    assert doors == [f"/{language}/{door}/" for door in ("1", "met", "know")]


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_where_there_is_one_door_it_stands_open(client: Client, language: str) -> None:
    doors = re.findall(r'class="door [^>]*>\s*<a href="([^"]+)', page(client, language))

    assert doors == [f"/{language}/{number}/" for number in (2, 8, 3, 4, 5, 6, 7)]


def page(client: Client, language: str) -> str:
    return client.get(f"/{language}/").content.decode()


@pytest.mark.parametrize("path", ["/", "/en/", "/en/nothing-here/", "/nothing-here/", "/x"])
def test_nothing_is_set_and_nothing_is_read(client: Client, path: str) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "somebody"

    response = client.get(path)

    assert not response.cookies
    assert not response.wsgi_request.session.accessed


@pytest.mark.parametrize("path", ["/", "/en/", "/en/nothing-here/", "/x"])
def test_no_other_page_hears_where_a_reader_comes_from(client: Client, path: str) -> None:
    assert client.get(path)["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_with_nothing_under_it_says_so_in_its_language(
    client: Client, language: str
) -> None:
    answer = client.get(f"/{language}/statistics-of-nothing/")
    html = answer.content.decode()

    assert answer.status_code == 404
    assert escape(words(language)["not_found"]) in html
    assert f'href="/{language}/"' in html
    assert 'class="exit"' in html
    assert "no-store" in answer["Cache-Control"]
