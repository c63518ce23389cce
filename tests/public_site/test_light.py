"""Pages of numbers are light, the same for everybody, and sent once."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suoja.publication.models import Release

VERSION = "/en/reports/2020/version-1/"
PAGES = [
    "/en/statistics/",
    "/en/statistics/definitions/",
    "/en/statistics/protection/",
    "/en/statistics/test-files/",
    "/en/series/",
    "/en/series/new_clients_by_form/",
    "/en/reports/",
    "/en/reports/2020/",
    "/en/reports/2020/tables/new_clients_by_form_and_sex/",
]
FILES = [
    "/en/reports/feed.atom",
    "/en/statistics/test-files/2020/version-1/",
    f"{VERSION}zip/",
    f"{VERSION}tables/new_clients_by_sex/csv/",
]
LANGUAGES = ["en", "fi", "sv"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_on_a_poor_line(client: Client, report_of_2020: Release, path: str) -> None:
    html = client.get(path).content
    sheets = re.findall(r"/static/([a-z_/.-]+\.(?:css|js))", html.decode())
    files = [html, *(Path(finders.find(sheet)).read_bytes() for sheet in sheets)]

    assert html.count(b"<script") == 1  # the way out
    assert sum(len(gzip.compress(content)) for content in files) < 50_000


@pytest.mark.parametrize("path", [*PAGES, *FILES])
def test_nobody_is_known(client: Client, report_of_2020: Release, path: str) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "somebody"
    answer = client.get(path)

    assert answer.status_code == 200
    assert not answer.cookies
    assert not answer.wsgi_request.session.accessed
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "public" in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize("path", [*PAGES, *FILES])
def test_what_did_not_change_is_not_sent_again(
    client: Client, report_of_2020: Release, path: str
) -> None:
    first = client.get(path, headers={"accept-encoding": "gzip"})
    again = client.get(path, headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_what_changed_is_sent_again(client: Client, report_of_2020: Release) -> None:
    known = client.get(PAGES[-1])
    Release.objects.update(status="corrected")
    headers = {"if-none-match": known["ETag"], "if-modified-since": known["Last-Modified"]}

    assert client.get(f"{VERSION}tables/new_clients_by_sex/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("path", "queries"), [("/en/statistics/", 2), ("/en/reports/", 1), ("/en/reports/2020/", 4)]
)
def test_a_page_asks_a_fixed_number_of_questions(
    client: Client, publish: Callable[[str], Release], path: str, queries: int
) -> None:
    for period in ("2020", "2019"):
        publish(period)
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        assert len(asked) == queries


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_sent_small(client: Client, report_of_2020: Release, path: str) -> None:
    assert client.get(path, headers={"accept-encoding": "gzip"})["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_there_in_each_language(
    client: Client, report_of_2020: Release, path: str, language: str
) -> None:
    html = client.get(path.replace("/en/", f"/{language}/")).content.decode()

    assert f'<html lang="{language}" dir="ltr">' in html
    for other in LANGUAGES:
        assert f'href="{path.replace("/en/", f"/{other}/")}"' in html
