"""What people write to a draft."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

import releases
from cases import make_client
from suoja.accounts.models import Staff
from suoja.core.errors import NotAllowed, Refused
from suoja.core.models import AuditEntry
from suoja.publication import actions
from suoja.publication.models import Foreword, Release
from suoja.publication.rendering import Report, printed

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
TEXTS = {"en": "A quiet year.", "fi": "Hiljainen vuosi.", "sv": "Ett stilla år."}


@pytest.fixture
def draft(taavi: Staff) -> Release:
    for _ in range(6):
        make_client()
    return releases.counted("2020", by=taavi, at=AT)


def test_a_foreword_is_part_of_the_report_in_each_language(draft: Release, taavi: Staff) -> None:
    actions.write_foreword(draft, TEXTS, by=taavi, at=AT)

    assert Report.of_release(draft).foreword == TEXTS
    assert AuditEntry.objects.latest("sequence").verb == "release.write_foreword"


def test_a_number_in_a_foreword_comes_from_its_table(draft: Release, taavi: Staff) -> None:
    actions.write_foreword(draft, {"en": "We met {new_clients_by_sex}."}, by=taavi, at=AT)

    with pytest.raises(Refused, match=r"English: .*\{"):
        actions.write_foreword(draft, {"en": "We met 6 people."}, by=taavi, at=AT)


def test_what_is_written_anew_takes_the_place_of_what_was(draft: Release, taavi: Staff) -> None:
    actions.write_foreword(draft, TEXTS, by=taavi, at=AT)
    actions.write_foreword(draft, {**TEXTS, "en": "A calm year.", "sv": " "}, by=taavi, at=AT)

    assert Foreword.objects.newest_of(draft) == {"en": "A calm year.", "fi": TEXTS["fi"]}
    assert Foreword.objects.count() == 5


def test_only_a_draft_gets_a_foreword(draft: Release, taavi: Staff, daniel: Staff) -> None:
    actions.write_foreword(draft, TEXTS, by=taavi, at=AT)
    releases.checked(draft, by=daniel, at=AT)

    with pytest.raises(Refused, match="Only a draft gets new words"):
        actions.write_foreword(draft, {"en": "Later."}, by=taavi, at=AT)
    row = Foreword(release=draft, language="en", text="Later.", written_at=AT, written_by=taavi)
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save()


def test_the_database_keeps_every_foreword_as_it_was(draft: Release, taavi: Staff) -> None:
    actions.write_foreword(draft, TEXTS, by=taavi, at=AT)
    for change in (
        lambda: Foreword.objects.update(text="Louder."),
        lambda: Foreword.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_coordinator_writes_no_foreword(draft: Release, olli: Staff) -> None:
    with pytest.raises(NotAllowed):
        actions.write_foreword(draft, TEXTS, by=olli, at=AT)


def test_a_release_with_a_foreword_prints_the_same_for_ever(
    draft: Release, taavi: Staff, daniel: Staff
) -> None:
    actions.write_foreword(draft, TEXTS, by=taavi, at=AT)
    releases.published(draft, by=daniel, at=AT)
    published = Release.objects.with_people().get()
    before = printed(Report.of_release(published), "html", "fi").content
    make_client()

    assert printed(Report.of_release(published), "html", "fi").content == before
