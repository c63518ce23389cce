"""Pages of text: complete in their languages, the same for everybody, and silent about readers.

None of these tests has a database: the way to help stays open when there is none.
"""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from suoja.public_site.choices import HELP_PATH, LANGUAGES, TEXTS
from suoja.public_site.rendering import languages_of, letter_words, pages, words
from suoja.public_site.rendering.markdown import rendered
from suoja.public_site.rendering.pages import CONTENT

WHOLE = [code for code, _ in settings.LANGUAGES]
QUICK = {"en", "fi", "sv", "ar"}
EVERY = [
    pytest.param(code, name, marks=[] if code in QUICK else pytest.mark.thorough)
    for code in LANGUAGES
    for name in pages(code)
]
NUMBERS = {"112", "+358 29 546 3177"}
LEFT_OUT = "public_site/exit.js"


def get(client: Client, language: str, name: str) -> str:
    answer = client.get(address(language, name))
    assert answer.status_code == 200
    return str(answer.content.decode())


def address(language: str, name: str) -> str:
    with translation.override(language):
        return reverse(f"public_site:{name}")


def title(html: str) -> str:
    found = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    return " ".join(found.group(1).split()) if found else ""


@pytest.mark.parametrize("language", WHOLE)
def test_a_language_of_the_house_has_every_page(language: str) -> None:
    assert set(pages(language)) == set(TEXTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_whole_help_path(language: str) -> None:
    assert set(HELP_PATH) <= set(pages(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word_around_the_text(language: str) -> None:
    assert words(language).keys() == words("en").keys()
    assert all(words(language).values())
    assert language == "en" or words(language)["exit"] != words("en")["exit"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word_of_letters_and_calls(language: str) -> None:
    parts, english = letter_words(language), letter_words("en")

    assert {part: set(told) for part, told in parts.items()} == {
        part: set(told) for part, told in english.items()
    }
    assert all(word.strip() for told in parts.values() for word in told.values())
    assert language == "en" or parts["letter"]["lead"] != english["letter"]["lead"]


def test_a_folder_of_texts_is_a_language_of_the_table() -> None:
    assert {path.name for path in CONTENT.iterdir()} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["front", "help", "recognise", "contact"])
def test_the_ways_to_help_are_where_they_are_needed(
    client: Client, language: str, name: str
) -> None:
    html = get(client, language, name)

    assert 'href="tel:112"' in html
    assert html.count('href="tel:+358295463177"') >= 2
    assert name != "contact" or "mailto:ihmiskauppa.auttamisjarjestelma@migri.fi" in html


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_no_other_number_is_given(client: Client, language: str, name: str) -> None:
    html = get(client, language, name)
    told = re.findall(r"(?:\+|\b0)[\d ]{6,}\d|\b112\b", re.sub(r'"[^"]*"', "", html))

    assert set(told) <= NUMBERS


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_page_leaves_nothing_behind(client: Client, language: str, name: str) -> None:
    answer = client.get(address(language, name))

    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Content-Language"] == language
    assert not answer.cookies
    assert not answer.wsgi_request.session.accessed


@pytest.mark.parametrize(
    ("language", "name"), [each for each in EVERY if each.values[1] != "write"]
)
def test_a_page_asks_for_nothing_and_loads_nothing_from_elsewhere(
    client: Client, language: str, name: str
) -> None:
    html = get(client, language, name)

    assert not re.search(r"<(form|input|img|iframe)\b|https?:|style=", html)
    assert len(re.findall(r"<script", html)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_path_has_one_title_that_tells_nothing(client: Client, language: str) -> None:
    pages_read = [get(client, language, name) for name in HELP_PATH]

    assert {title(html) for html in pages_read} == {words(language)["title"]}
    assert len({re.search(r"<h1>(.*?)</h1>", html).group(1) for html in pages_read}) == len(
        HELP_PATH
    )


@pytest.mark.parametrize("name", HELP_PATH)
def test_an_address_of_the_help_path_tells_nothing(name: str) -> None:
    assert re.fullmatch(r"/en/(\d/)?", address("en", name))


@pytest.mark.parametrize("name", set(TEXTS) - set(HELP_PATH))
def test_other_pages_say_what_they_are(client: Client, name: str) -> None:
    assert title(get(client, "en", name)).startswith(pages("en")[name].title)


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_page_offers_the_languages_that_have_it(client: Client, language: str, name: str) -> None:
    html = get(client, language, name)

    for other in LANGUAGES.values():
        offered = f'href="{address(other.code, name)}"' in html
        assert offered == (other in languages_of(name))
        assert not offered or f"<bdi>{other.name}</bdi></a>" in html


@pytest.mark.parametrize("path", ["/ar/met/", "/ru/know/", "/ar/statistics/", "/ar/reports/"])
def test_a_page_that_a_language_lacks_is_not_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_loads_on_a_poor_line(client: Client, language: str) -> None:
    answer = client.get(f"/{language}/", headers={"accept-encoding": "gzip"})
    html = gzip.decompress(answer.content).decode()
    files = re.findall(r"/static/([a-z_/.-]+\.(?:css|js))", html)
    sizes = {name: len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in files}
    with_script = len(answer.content) + sum(sizes.values())

    assert len(files) + 1 <= 4
    assert with_script - sizes[LEFT_OUT] < 10_000
    assert with_script < 12_000


def test_raw_html_is_shown_and_not_obeyed() -> None:
    assert "<b>" not in rendered("a <b>b</b>\n\n<script>x</script>")


def test_a_heading_of_the_third_level_is_something_to_open() -> None:
    html = rendered("### Is it so?\n\nPerhaps.\n\n### And this?\n\nNo.\n\n## On\n\nEnd.")

    assert html.count("<details") == html.count("</details>") == 2
    assert html.index("</details>") < html.index("And this?")
    assert html.rindex("</details>") < html.index("<h2>On")


def test_a_link_to_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(NoReverseMatch):
        rendered("[away](to:nowhere)")
