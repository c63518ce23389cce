"""The pages of releases."""

import io
import json
import zipfile
import zlib
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import releases
from cases import make_client
from cast import client_of
from suoja.accounts.models import Staff
from suoja.core.models import AuditEntry
from suoja.publication import actions
from suoja.publication.choices import Status
from suoja.publication.models import Release
from suoja.publication.models.freezing import freeze

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
LIST = "/staff/reports/"


@pytest.fixture
def draft(taavi: Staff) -> Release:
    make_client()
    return releases.counted("2020", by=taavi, at=AT)


@pytest.fixture
def checked(draft: Release, daniel: Staff) -> Release:
    return releases.checked(draft, by=daniel, at=AT)


def step(client: Client, release: Release, name: str, **sent: str) -> str:
    """Take a step and return the page that follows."""
    path = reverse(f"publication:{name}", args=[release.number])
    return client.post(path, sent, follow=True).content.decode()


def page(client: Client, release: Release) -> str:
    return client.get(reverse("publication:page", args=[release.number])).content.decode()


def status(release: Release) -> str:
    return Release.objects.get(pk=release.pk).status


def test_a_statistician_drafts_a_report(taavi: Staff) -> None:
    make_client()
    answer = client_of(taavi).post(LIST, {"period": "2020"}, follow=True)

    assert "Annual report 2020" in answer.content.decode()
    assert Release.objects.get().status == Status.DRAFT


@pytest.mark.parametrize(
    ("period", "says"),
    [
        ("last year", "Write a year such as 2020"),
        ("2099", "has not ended"),
        ("2005", "The register begins in 2006"),
        ("2005-H2", "The register begins in 2006"),
    ],
)
def test_a_period_that_cannot_be_drafted_is_refused_and_stays_in_the_form(
    taavi: Staff, period: str, says: str
) -> None:
    html = client_of(taavi).post(LIST, {"period": period}).content.decode()

    assert says in html
    assert f'value="{period}"' in html
    assert not Release.objects.exists()


def test_the_first_year_of_the_register_is_drafted_and_opened(taavi: Staff) -> None:
    answer = client_of(taavi).post(LIST, {"period": "2006"}, follow=True)

    assert "Annual report 2006" in answer.content.decode()


def test_a_draft_of_a_time_before_the_register_says_what_it_lacks(
    draft: Release, daniel: Staff
) -> None:
    """Such drafts were made once; nobody can take them away."""
    content = draft.contents.get()
    content.pk, content.edition, content.public_tables = None, 2, zlib.compress(freeze(()))
    content.save()

    assert "The report has no tables." in page(client_of(daniel), draft)


def test_the_list_of_a_house_without_reports_says_what_to_do(taavi: Staff) -> None:
    assert "No report has been drafted" in client_of(taavi).get(LIST).content.decode()


def test_the_list_tells_who_did_what(checked: Release, aino: Staff) -> None:
    html = client_of(aino).get(LIST).content.decode()

    assert "Taavi Statistician" in html
    assert "Daniel Director" in html
    assert "Count and draft" not in html


def test_the_page_shows_a_report_as_the_public_would_see_it(draft: Release, aino: Staff) -> None:
    html = page(client_of(aino), draft)

    assert "New clients by sex" in html
    assert "not shown" in html
    assert "See what is hidden" not in html


def test_the_drafter_reads_why_somebody_else_has_to_check(draft: Release, taavi: Staff) -> None:
    html = page(client_of(taavi), draft)

    assert "Somebody other than who drafted the release has to check it." in html
    assert "Only a release that a second person has checked" in html or "others than" in html


def test_a_release_is_checked_and_published_on_its_page(draft: Release, daniel: Staff) -> None:
    director = client_of(daniel)

    assert "The release is checked." in step(director, draft, "check")
    assert "The release is approved." in step(director, draft, "publish")
    assert status(draft) == Status.PUBLISHED


def test_a_step_out_of_turn_is_refused_on_the_page(draft: Release, daniel: Staff) -> None:
    assert "second person has checked" in step(client_of(daniel), draft, "publish")
    assert status(draft) == Status.DRAFT


def test_a_checked_release_is_sent_back_and_counted_anew(
    checked: Release, daniel: Staff, taavi: Staff
) -> None:
    html = step(client_of(daniel), checked, "send_back", finding="A client is missing.")
    assert "A client is missing." in html

    assert "counted anew" in step(client_of(taavi), checked, "draft_again")
    assert checked.contents.count() == 2


@pytest.mark.parametrize(("name", "word"), [("send_back", "finding"), ("correct", "correction")])
def test_a_step_that_needs_words_is_refused_without_them(
    checked: Release, daniel: Staff, name: str, word: str
) -> None:
    html = step(client_of(daniel), checked, name, **{word: ""})

    assert "There is something to put right" in html
    assert status(checked) == Status.CHECKED


@pytest.mark.parametrize(("name", "word"), [("send_back", "finding"), ("correct", "correction")])
def test_words_that_were_typed_out_of_turn_are_kept(
    draft: Release, daniel: Staff, name: str, word: str
) -> None:
    html = step(client_of(daniel), draft, name, **{word: "Counted twice."})

    assert "Only a " in html
    assert "Counted twice." in html


def test_a_published_release_is_corrected_by_a_new_version(checked: Release, daniel: Staff) -> None:
    releases.published(checked, by=daniel, at=AT)
    make_client()
    html = step(client_of(daniel), checked, "correct", correction="A client was missing.")

    assert "Version 2" in html
    assert "A client was missing." in html
    assert Release.objects.latest("version").corrects == checked


def test_true_values_are_shown_to_whom_they_are_for_and_recorded(
    draft: Release, taavi: Staff
) -> None:
    path = reverse("publication:true_values", args=[draft.number])
    html = client_of(taavi).get(path).content.decode()

    assert "Hidden because it is small" in html
    assert AuditEntry.objects.latest("sequence").verb == "release.read_true_values"


def test_true_values_are_closed_to_others(draft: Release, aino: Staff) -> None:
    path = reverse("publication:true_values", args=[draft.number])

    assert client_of(aino).get(path).status_code == 403


@pytest.mark.parametrize("format_", ["json", "csv", "html", "pdf", "text"])
def test_a_release_is_downloaded(draft: Release, aino: Staff, format_: str) -> None:
    path = reverse("publication:download", args=[draft.number, format_])
    answer = client_of(aino).get(path)

    assert answer["Content-Disposition"].startswith('attachment; filename="suoja-2020-v1-en.')
    assert answer.content


def test_a_download_is_complete(draft: Release, aino: Staff) -> None:
    client = client_of(aino)
    files = {
        format_: client.get(reverse("publication:download", args=[draft.number, format_])).content
        for format_ in ("json", "csv")
    }

    tables = json.loads(files["json"])["tables"]
    assert len(zipfile.ZipFile(io.BytesIO(files["csv"])).namelist()) == len(tables) + 1


@pytest.mark.parametrize("path", ["999/", "999/pdf/", "999/true-values/", "1/exe/"])
def test_what_is_not_there_is_not_found(taavi: Staff, path: str) -> None:
    assert client_of(taavi).get(LIST + path).status_code == 404


def test_the_list_asks_the_database_as_often_for_one_release_as_for_many(
    draft: Release, taavi: Staff, aino: Staff
) -> None:
    client = client_of(aino)
    counts = []
    for year in ("2019", "2018"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(LIST)
        counts.append(len(queries))
        releases.counted(year, by=taavi, at=AT)

    assert counts[0] == counts[1]


def test_the_page_asks_the_database_as_often_for_few_clients_as_for_many(
    draft: Release, taavi: Staff, aino: Staff
) -> None:
    client = client_of(aino)
    counts = []
    for _ in range(2):
        make_client()
        actions.draft_again(draft, by=taavi, at=AT)
        with CaptureQueriesContext(connection) as queries:
            page(client, draft)
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 22
