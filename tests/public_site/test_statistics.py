"""The front of the statistics, and the pages that explain them."""

import re
from itertools import product

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from suoja.public_site.choices import EVERYTHING, SAFE, SMALL_HIDDEN
from suoja.publication.models import Release

WORDS_IN_A_SENTENCE = 12


def main(client: Client, path: str) -> str:
    html = client.get(path).content.decode()
    return html[html.index("<main") : html.index("</main>")]


def worlds(shown: tuple[tuple[int | None, ...], ...]) -> set[int]:
    """Return what the women of the north can have been, by everything that the table shows."""
    (_, _, north), (_, _, south), (women, men, _) = shown
    found = set()
    for cells in product(range(north + 1), repeat=2):
        whole = (*cells, women - cells[0], men - cells[1])
        told = (*shown[0][:2], *shown[1][:2])
        adds_up = sum(cells) == north and sum(whole[2:]) == south and min(whole) >= 0
        if adds_up and all(a is None or a == b for a, b in zip(told, whole, strict=True)):
            found.add(cells[0])
    return found


def test_the_front_has_the_newest_key_figures(client: Client, report_of_2020: Release) -> None:
    html = main(client, "/en/statistics/")

    assert "Annual report 2020" in html
    assert 'class="figures"' in html
    assert 'href="/en/reports/2020/"' in html


def test_a_site_without_reports_says_so(db: None, client: Client) -> None:
    assert "No report has been published here yet" in main(client, "/en/statistics/")
    assert client.get("/en/statistics/definitions/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "reports/",
        "reports/feed.atom",
        "series/",
        "statistics/definitions/",
        "statistics/protection/",
        "statistics/test-files/",
    ],
)
def test_the_front_leads_everywhere(client: Client, report_of_2020: Release, path: str) -> None:
    assert f'href="/en/{path}"' in main(client, "/en/statistics/")


@pytest.mark.parametrize("path", ["/en/", "/en/reports/"])
def test_the_statistics_are_found(db: None, client: Client, path: str) -> None:
    assert 'href="/en/statistics/"' in client.get(path).content.decode()


def test_the_page_on_protection_is_in_plain_words(client: Client) -> None:
    html = main(client, "/en/statistics/protection/")
    told = re.findall(r"<(?:p|li)[^>]*>(.*?)</(?:p|li)>", html, re.DOTALL)
    sentences = [
        sentence
        for text in told
        for sentence in re.split(r"(?<=[.:?])\s", strip_tags(text).strip())
        if sentence
    ]

    words = [len(sentence.split()) for sentence in sentences]
    assert len(sentences) > 20
    assert sum(words) / len(words) <= WORDS_IN_A_SENTENCE


def test_the_page_on_protection_says_who_sees_a_report(client: Client) -> None:
    html = main(client, "/en/statistics/protection/")

    assert "One person counts a report. Another person checks it." in html
    assert "The director publishes it. The director can be one of the two." in html


def test_the_worked_example_is_true() -> None:
    assert worlds(EVERYTHING) == {3}
    assert worlds(SMALL_HIDDEN) == {3}
    assert worlds(SAFE) == set(range(16))


def test_the_example_adds_up() -> None:
    north, south, everybody = EVERYTHING

    assert tuple(a + b for a, b in zip(north, south, strict=True)) == everybody
    assert all(row[0] + row[1] == row[2] for row in EVERYTHING)


def test_each_definition_leads_to_its_published_tables(
    client: Client, report_of_2020: Release
) -> None:
    html = main(client, "/en/statistics/definitions/")
    paths = set(re.findall(r'href="(/en/series/[a-z_]+/)"', html))

    assert '<h2 id="new_clients">New clients</h2>' in html
    assert "January 2006" in html
    assert len(paths) > 20
    assert {client.get(path).status_code for path in paths} == {200}


@pytest.mark.parametrize(
    ("path", "queries"),
    [("statistics/definitions/", 2), ("statistics/protection/", 0), ("statistics/test-files/", 2)],
)
def test_a_page_asks_a_fixed_number_of_questions(
    client: Client, report_of_2020: Release, path: str, queries: int
) -> None:
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/en/{path}")

    assert len(asked) == queries
