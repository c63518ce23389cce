"""Published reports, for everybody to read."""

import io
import json
import zipfile
from datetime import datetime

import pytest
from django.test import Client

import releases
from suoja.accounts.models import Staff
from suoja.publication import actions
from suoja.publication.models import Release

PAGE = "/en/reports/2020/"
FIRST = "/en/reports/2020/version-1/"


@pytest.fixture
def draft(taavi: Staff, now: datetime) -> Release:
    return releases.counted("2020", by=taavi, at=now)


@pytest.fixture
def release(draft: Release, daniel: Staff, now: datetime) -> Release:
    return releases.published(draft, by=daniel, at=now)


@pytest.fixture
def corrected(release: Release, taavi: Staff, daniel: Staff, now: datetime) -> Release:
    following = actions.correct(release, "A referral was counted twice.", by=taavi, at=now)
    return releases.published(following, by=daniel, at=now)


def test_a_site_without_reports_says_so(db: None, client: Client) -> None:
    assert b"No report has been published here yet" in client.get("/en/reports/").content


def test_a_published_report_is_on_the_list(client: Client, release: Release) -> None:
    html = client.get("/en/reports/").content.decode()

    assert PAGE in html
    assert f"{FIRST}pdf/" in html


@pytest.mark.parametrize("path", [PAGE, FIRST, f"{FIRST}pdf/"])
def test_a_draft_is_nowhere_to_be_read(client: Client, draft: Release, path: str) -> None:
    assert client.get(path).status_code == 404
    assert PAGE not in client.get("/en/reports/").content.decode()


def test_a_report_has_its_key_figures_and_a_table_for_each_chart(
    client: Client, release: Release
) -> None:
    html = client.get(PAGE).content.decode()

    assert "Annual report 2020" in html
    assert 'class="figures"' in html
    assert html.count("<svg role") <= html.count("<table")


@pytest.mark.parametrize(
    ("kind", "content_type", "begins"),
    [("pdf", "application/pdf", b"%PDF"), ("csv", "application/zip", b"PK")],
)
def test_a_report_can_be_taken_home(
    client: Client, release: Release, kind: str, content_type: str, begins: bytes
) -> None:
    response = client.get(f"{FIRST}{kind}/")

    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"].startswith("attachment; filename=")
    assert response.content.startswith(begins)


def test_the_files_of_a_language_speak_it(client: Client, release: Release) -> None:
    content = client.get("/fi/reports/2020/version-1/csv/").content

    assert zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert json.loads(client.get(f"{FIRST}json/").content)["period"] == "2020"


@pytest.mark.parametrize("path", [f"{FIRST}text/", f"{FIRST}exe/", "/en/reports/2021/"])
def test_what_is_not_published_is_not_there(client: Client, release: Release, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_corrected_version_stays_and_says_which_one_is_in_force(
    client: Client, corrected: Release
) -> None:
    old, new = client.get(FIRST).content.decode(), client.get(PAGE).content.decode()

    assert "This version has been corrected" in old
    assert "This version has been corrected" not in new
    assert "A referral was counted twice." in new


@pytest.mark.parametrize("path", ["/en/reports/", PAGE, f"{FIRST}json/"])
def test_reports_are_the_same_for_everybody(client: Client, release: Release, path: str) -> None:
    response = client.get(path)

    assert "public" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_a_long_page_is_sent_small(client: Client, release: Release) -> None:
    response = client.get(PAGE, headers={"accept-encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) < 100_000
