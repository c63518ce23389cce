"""The pages of releases: checks, words that people add, and the time of publication."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import releases
from cases import make_client
from cast import client_of
from suoja.accounts.models import Staff
from suoja.publication import actions
from suoja.publication.choices import Status
from suoja.publication.models import Explanation, Foreword, Release

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
WHY = "Referrals of last winter were registered late."


@pytest.fixture
def draft(taavi: Staff) -> Release:
    for _ in range(6):
        make_client()
    return releases.counted("2020", by=taavi, at=AT)


@pytest.fixture
def checked(draft: Release, daniel: Staff) -> Release:
    return releases.checked(draft, by=daniel, at=AT)


@pytest.fixture
def differing(taavi: Staff, daniel: Staff) -> Release:
    """Return a draft of 2020 in which 2019 has one client more than its report said."""
    for _ in range(6):
        make_client(started_on=date(2019, 6, 1))
    before = releases.counted("2019", by=taavi, at=AT)
    releases.published(before, by=daniel, at=AT)
    make_client(started_on=date(2019, 6, 1))
    return releases.counted("2020", by=taavi, at=AT)


def step(staff: Staff, release: Release, name: str, *more: str, **sent: str) -> str:
    """Take a step and return the page that follows."""
    path = reverse(f"publication:{name}", args=[release.number, *more])
    return client_of(staff).post(path, sent, follow=True).content.decode()


def page(staff: Staff, release: Release) -> str:
    path = reverse("publication:page", args=[release.number])
    return client_of(staff).get(path).content.decode()


def test_every_check_is_shown_with_its_state_before_the_button(
    draft: Release, daniel: Staff
) -> None:
    html = page(daniel, draft)

    assert "Tables, sentences, charts and files agree" in html
    assert html.index('<h2 id="checks">') < html.index("Confirm the numbers")
    assert "Passed" in html
    assert "Somebody other than Taavi Statistician confirms the numbers." in html


def test_a_difference_blocks_until_it_is_explained(differing: Release, daniel: Staff) -> None:
    html = step(daniel, differing, "check")
    assert "A check failed." in html
    assert "New clients by year, 2019: The report on 2019 said 6; this one says 7." in html
    assert "The report on 2019 said 6; this one says 7." in html
    for table, year in re.findall(r"/explain/([^/]+)/([^/]+)/", page(daniel, differing)):
        step(daniel, differing, "explain", table, year, text=WHY)

    assert "The release is checked." in step(daniel, differing, "check")
    assert WHY in page(daniel, differing)


def test_an_explanation_without_words_is_refused(differing: Release, daniel: Staff) -> None:
    html = step(daniel, differing, "explain", "series_new_clients", "2019", text=" ")

    assert "There is something to put right" in html
    assert not Explanation.objects.exists()


def test_an_explanation_with_a_number_is_refused_and_kept(
    differing: Release, daniel: Staff
) -> None:
    typed = "The 4 men of 2019 were late."
    html = step(daniel, differing, "explain", "series_new_clients", "2019", text=typed)

    assert "Leave out 4: the numbers that changed" in html
    assert f"{typed}</textarea>" in html
    assert not Explanation.objects.exists()


def test_what_does_not_differ_is_not_explained(differing: Release, daniel: Staff) -> None:
    assert "Explain" in page(daniel, differing)
    path = reverse("publication:explain", args=[differing.number, "series_new_clients", "2020"])

    assert client_of(daniel).post(path, {"text": WHY}).status_code == 404


def test_a_foreword_is_written_with_references(draft: Release, taavi: Staff) -> None:
    assert "{new_clients_by_sex}" in page(taavi, draft)
    text = "We met {new_clients_by_sex} people."
    html = step(taavi, draft, "write_foreword", en=text, fi="Hyvä vuosi.", sv="Ett gott år.")

    assert "The foreword is written." in html
    assert text in html
    assert Foreword.objects.newest_of(draft)["fi"] == "Hyvä vuosi."


def test_a_foreword_that_is_refused_is_kept_as_typed(draft: Release, taavi: Staff) -> None:
    html = step(taavi, draft, "write_foreword", en="We met 6 people.", fi="Hyvä vuosi.", sv="")

    assert "English: " in html
    assert "We met 6 people." in html
    assert "Hyvä vuosi." in html
    assert not Foreword.objects.exists()


def test_who_only_reads_is_offered_no_foreword(draft: Release, aino: Staff) -> None:
    assert "Write the foreword" not in page(aino, draft)


def test_a_release_is_approved_for_a_set_time_and_called_back(
    checked: Release, daniel: Staff, clock: object
) -> None:
    html = step(daniel, checked, "publish", day="2026-03-25", time="9.00")
    assert "Approved, public from 25 Mar 2026, 09:00." in html
    assert "Under embargo" in client_of(daniel).get("/staff/reports/").content.decode()
    assert Release.objects.get().embargo_until == datetime(2026, 3, 25, 7, 0, tzinfo=UTC)

    assert "The release is called back." in step(daniel, checked, "call_back")
    assert Release.objects.get().status == Status.CHECKED


def test_after_its_time_a_release_is_not_called_back(
    checked: Release, daniel: Staff, clock: object
) -> None:
    step(daniel, checked, "publish", day="2026-03-25")
    clock.shift(timedelta(days=30))
    html = step(daniel, checked, "call_back")

    assert "correct one that is public" in html
    assert "Call back" not in html
    assert "It is public." in html


def test_a_time_that_is_over_is_refused_and_kept(
    checked: Release, daniel: Staff, clock: object
) -> None:
    html = step(daniel, checked, "publish", day="2026-03-01", time="10:15")

    assert "This time is over" in html
    assert 'value="2026-03-01"' in html
    assert Release.objects.get().status == Status.CHECKED


def test_a_correction_is_offered_no_embargo(checked: Release, daniel: Staff, taavi: Staff) -> None:
    published = releases.published(checked, by=daniel, at=AT)
    second = actions.correct(published, "Counted twice.", by=taavi, at=AT)
    releases.checked(second, by=daniel, at=AT)
    html = page(daniel, second)

    assert "Public from" not in html
    assert "What this version corrects" in html
    releases.published(second, by=daniel, at=AT)
    assert "A corrected version has taken its place" in page(daniel, published)


def test_a_correction_with_a_number_is_refused_and_kept(checked: Release, daniel: Staff) -> None:
    releases.published(checked, by=daniel, at=AT)
    html = step(daniel, checked, "correct", correction="In 2020 there were 3 men.")

    assert "Leave out 3: the numbers that changed" in html
    assert "In 2020 there were 3 men.</textarea>" in html
    assert Release.objects.get() == checked


def test_the_page_asks_as_often_for_one_difference_as_for_many(
    differing: Release, daniel: Staff
) -> None:
    client, counts = client_of(daniel), []
    for more in (0, 5):
        for _ in range(more):
            make_client(started_on=date(2018, 6, 1))
        actions.draft_again(differing, by=daniel, at=AT)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("publication:page", args=[differing.number]))
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 30
