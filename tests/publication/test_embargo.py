"""Approved, and public from a set time on."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

import releases
from suoja.accounts.models import Staff
from suoja.core.errors import NotAllowed, Refused
from suoja.core.models import AuditEntry
from suoja.publication import actions
from suoja.publication.choices import Status
from suoja.publication.models import Release
from suoja.publication.rendering import Report

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
SOON = datetime(2026, 3, 25, 7, 0, tzinfo=UTC)
LATER = SOON + timedelta(seconds=1)


@pytest.fixture
def checked(taavi: Staff, daniel: Staff) -> Release:
    draft = releases.counted("2020", by=taavi, at=AT)
    return releases.checked(draft, by=daniel, at=AT)


@pytest.fixture
def embargoed(checked: Release, daniel: Staff) -> Release:
    return releases.published(checked, embargo_until=SOON, by=daniel, at=AT)


def test_what_is_under_embargo_is_shown_to_nobody_before_its_time(embargoed: Release) -> None:
    assert not Release.objects.published(SOON - timedelta(seconds=1)).exists()
    assert not Release.objects.once_published(AT).exists()
    assert Release.objects.published(SOON).get() == embargoed


def test_the_public_site_shows_it_from_its_time_on(
    embargoed: Release, client: Client, clock: object
) -> None:
    page = "/en/reports/2020/"
    Release.objects.update(embargo_until=datetime(2026, 3, 2, 9, 30, tzinfo=UTC))
    assert client.get(page).status_code == 404
    assert page not in client.get("/en/reports/").content.decode()

    clock.shift(timedelta(minutes=30))
    assert client.get(page).status_code == 200


def test_a_report_bears_the_day_on_which_it_is_public(embargoed: Release) -> None:
    assert Report.of_release(embargoed).dated.isoformat() == "2026-03-25"


def test_before_its_time_it_is_called_back_and_on_record(embargoed: Release, daniel: Staff) -> None:
    called_back = actions.call_back(embargoed, by=daniel, at=AT)

    assert (called_back.status, called_back.public_from) == (Status.CHECKED, None)
    assert AuditEntry.objects.latest("sequence").verb == "release.call_back"
    assert not Release.objects.published(LATER).exists()


def test_after_its_time_it_is_corrected_and_not_called_back(
    embargoed: Release, daniel: Staff, taavi: Staff
) -> None:
    with pytest.raises(Refused, match="correct one that is public"):
        actions.call_back(embargoed, by=daniel, at=SOON)
    assert actions.correct(embargoed, "Counted twice.", by=taavi, at=SOON).version == 2


def test_before_its_time_it_is_not_corrected(embargoed: Release, taavi: Staff) -> None:
    with pytest.raises(Refused, match="call it back"):
        actions.correct(embargoed, "Counted twice.", by=taavi, at=AT)


def test_a_time_that_is_over_is_no_embargo(checked: Release, daniel: Staff) -> None:
    with pytest.raises(Refused, match="This time is over"):
        actions.publish(checked, embargo_until=AT, by=daniel, at=AT)


def test_a_correction_waits_for_no_time(checked: Release, taavi: Staff, daniel: Staff) -> None:
    first = releases.published(checked, by=daniel, at=AT)
    second = actions.correct(first, "Counted twice.", by=taavi, at=AT)
    releases.checked(second, by=daniel, at=AT)
    with pytest.raises(Refused, match="public at once"):
        actions.publish(second, embargo_until=SOON, by=daniel, at=AT)


def test_a_statistician_calls_nothing_back(embargoed: Release, taavi: Staff) -> None:
    with pytest.raises(NotAllowed):
        actions.call_back(embargoed, by=taavi, at=AT)


@pytest.mark.parametrize("changed", [{"embargo_until": AT}, {"embargo_until": AT - timedelta(1)}])
def test_the_database_refuses_an_embargo_that_is_over_when_it_begins(
    embargoed: Release, changed: dict[str, object]
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.update(**changed)


def test_the_database_refuses_an_embargo_on_what_nobody_approved(checked: Release) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.update(embargo_until=SOON)
