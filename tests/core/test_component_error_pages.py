"""What people see when something cannot be done."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

PAGES = ["400.html", "403.html", "403_csrf.html", "404.html", "405.html", "409.html", "500.html"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_neither_a_reader_nor_a_request(name: str) -> None:
    html = render_to_string(name)

    assert "<h1>" in html
    assert 'href="/en/"' in html or 'href="/staff/"' in html


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_a_page_is_in_the_language_of_the_reader(name: str, language: str) -> None:
    with translation.override(language):
        assert f'<html lang="{language}"' in render_to_string(name)


def test_a_refusal_says_why_and_that_nothing_happened() -> None:
    html = render_to_string("409.html", {"reason": "This referral is decided & stays so."})

    assert "This referral is decided &amp; stays so." in html
    assert "Nothing was changed." in html


@pytest.mark.parametrize(
    ("path", "way"), [("/staff/x/", "To the desk"), ("/x/", "To the front page")]
)
def test_who_is_lost_is_led_back_to_where_they_came_from(path: str, way: str) -> None:
    assert way in render_to_string("404.html", request=RequestFactory().get(path))


def test_a_broken_page_still_names_the_helpline() -> None:
    assert "+358 29 546 3177" in render_to_string("500.html")
