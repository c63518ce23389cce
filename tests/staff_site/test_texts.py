"""Staff see which languages of the public site nobody has checked yet."""

import pytest
from django.urls import reverse

from cast import client_of
from suoja.accounts.models import Staff
from suoja.public_site.choices import LANGUAGES, Review


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_how_far_it_is_checked(aino: Staff, language: str) -> None:
    html = client_of(aino).get(reverse("staff_site:texts")).content.decode()
    row = html[html.index(f'href="/{language}/"') :].split("</tr>")[0]

    assert str(LANGUAGES[language].review.label) in row
    assert ("18 of 18" if language in {"en", "fi", "sv"} else "9 of 18") in row


def test_no_translation_claims_to_be_checked() -> None:
    """Whoever has a text checked says so in the table, and takes the language out of here."""
    unchecked = {code for code, each in LANGUAGES.items() if each.review != Review.CHECKED}

    assert unchecked == set(LANGUAGES)


def test_the_desk_leads_there(aino: Staff) -> None:
    assert reverse("staff_site:texts") in client_of(aino).get("/staff/").content.decode()
