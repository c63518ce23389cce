"""From draft to correction, with a database."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction

import releases
from cases import make_client
from suoja.accounts.models import Staff
from suoja.core.calendar import Period
from suoja.core.errors import NotAllowed, Refused
from suoja.core.models import AuditEntry
from suoja.publication import actions
from suoja.publication.choices import Format, Status
from suoja.publication.models import Release, ReleaseContent
from suoja.publication.models.freezing import freeze
from suoja.publication.rendering import Report, printed
from suoja.statistics.tables import build, by_id

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
YEAR = Period.parse("2020")


@pytest.fixture
def draft(taavi: Staff) -> Release:
    make_client()
    return actions.draft(YEAR, by=taavi, at=AT)


@pytest.fixture
def published(draft: Release, daniel: Staff) -> Release:
    return releases.published(draft, by=daniel, at=AT)


def content(release: Release) -> ReleaseContent:
    return ReleaseContent.objects.newest_of(release)


def new_clients(release: Release) -> int | None:
    return by_id(content(release).true_tables)["new_clients_by_sex"].value()


def test_a_draft_holds_facts_true_tables_and_public_tables(draft: Release) -> None:
    stored = content(draft)

    assert str(stored) == f"{draft.pk}/1"
    assert new_clients(draft) == 1
    assert by_id(stored.tables)["new_clients_by_sex"].value() is None
    assert freeze(stored.true_tables) == freeze(build(stored.facts, YEAR, "strict"))


def test_the_database_holds_no_true_value_in_the_open(draft: Release) -> None:
    stored = content(draft)

    for sealed in (bytes(stored.facts_sealed), bytes(stored.tables_sealed)):
        assert b"woman_girl" not in sealed


def test_who_drafted_is_refused_as_the_second_person(draft: Release, taavi: Staff) -> None:
    with pytest.raises(Refused, match="other than who drafted"):
        actions.check(draft, by=taavi, at=AT)


def test_the_database_refuses_the_drafter_as_checker(draft: Release, taavi: Staff) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.update(status=Status.CHECKED, checked_at=AT, checked_by=taavi)


def test_a_release_is_checked_published_and_on_record(draft: Release, daniel: Staff) -> None:
    actions.check(draft, by=daniel, at=AT)
    published = actions.publish(draft, by=daniel, at=AT)

    assert published.status == Status.PUBLISHED
    assert list(Release.objects.published(AT)) == [published]
    verbs = AuditEntry.objects.filter(subject="release").order_by("sequence")
    assert list(verbs.values_list("verb", flat=True)) == [
        "release.draft",
        "release.check",
        "release.publish",
    ]


def test_an_outsider_can_do_nothing_with_a_release(draft: Release, olli: Staff) -> None:
    for act in (actions.check, actions.publish, actions.draft_again, actions.open_true_values):
        with pytest.raises(NotAllowed):
            act(draft, by=olli, at=AT)
    with pytest.raises(NotAllowed):
        actions.send_back(draft, "No.", by=olli, at=AT)
    with pytest.raises(NotAllowed):
        actions.correct(draft, "No.", by=olli, at=AT)
    with pytest.raises(NotAllowed):
        actions.draft(YEAR, by=olli, at=AT)


def test_a_statistician_does_not_publish(draft: Release, daniel: Staff, taavi: Staff) -> None:
    releases.checked(draft, by=daniel, at=AT)
    with pytest.raises(NotAllowed):
        actions.publish(draft, by=taavi, at=AT)


def test_the_director_publishes_a_draft_of_their_own_that_another_has_checked(
    taavi: Staff, daniel: Staff
) -> None:
    draft = actions.draft(YEAR, by=daniel, at=AT)
    with pytest.raises(Refused, match="other than who drafted"):
        actions.check(draft, by=daniel, at=AT)
    checked = actions.check(draft, by=taavi, at=AT)

    assert actions.publish(checked, by=daniel, at=AT).published_by == daniel


def test_a_draft_sent_back_is_counted_anew_and_checked_by_another(
    draft: Release, taavi: Staff, daniel: Staff
) -> None:
    actions.check(draft, by=daniel, at=AT)
    actions.send_back(draft, "A client is missing.", by=daniel, at=AT)
    make_client()
    again = actions.draft_again(draft, by=daniel, at=AT)

    assert new_clients(again) == 2
    assert again.finding == "A client is missing."
    with pytest.raises(Refused, match="other than who drafted"):
        actions.check(again, by=daniel, at=AT)
    assert actions.check(again, by=taavi, at=AT).status == Status.CHECKED


def test_a_checked_release_is_not_counted_anew(draft: Release, taavi: Staff, daniel: Staff) -> None:
    releases.checked(draft, by=daniel, at=AT)
    with pytest.raises(Refused, match="sent back"):
        actions.draft_again(draft, by=taavi, at=AT)


@pytest.mark.parametrize("format_", Format)
def test_a_release_prints_the_same_bytes_after_the_records_changed(
    draft: Release, format_: Format
) -> None:
    before = printed(Report.of_release(draft), format_, "fi").content
    make_client()
    again = Release.objects.with_people().get(pk=draft.pk)

    assert printed(Report.of_release(again), format_, "fi").content == before


def test_a_correction_is_a_new_version_and_the_old_one_stays(
    published: Release, taavi: Staff, daniel: Staff
) -> None:
    make_client()
    second = actions.correct(published, "A client was missing.", by=taavi, at=AT)
    actions.check(second, by=daniel, at=AT)
    assert Release.objects.published(AT).get() == published
    actions.publish(second, by=daniel, at=AT)

    published.refresh_from_db()
    assert (second.version, published.status) == (2, Status.CORRECTED)
    assert (new_clients(published), new_clients(second)) == (1, 2)
    assert list(Release.objects.once_published(AT).newest_first()) == [second, published]


def test_a_correction_holds_no_number_but_years(published: Release, taavi: Staff) -> None:
    with pytest.raises(Refused, match="Leave out 3: the numbers that changed"):
        actions.correct(published, "In 2020 only 3 men were counted.", by=taavi, at=AT)
    with pytest.raises(Refused, match="Leave out 2027"):
        actions.correct(published, "Found in 2027.", by=taavi, at=AT)
    second = actions.correct(published, "Found in 2021.", by=taavi, at=AT)

    assert second.correction == "Found in 2021."


def test_a_period_is_prepared_once_at_a_time(
    draft: Release, published: Release, taavi: Staff
) -> None:
    with pytest.raises(Refused, match="correct the published"):
        actions.draft(YEAR, by=taavi, at=AT)
    actions.correct(published, "Wrong.", by=taavi, at=AT)
    with pytest.raises(Refused, match="finish that one"):
        actions.correct(published, "Wrong again.", by=taavi, at=AT)


def test_the_loser_of_two_who_draft_at_once_is_told(
    draft: Release, taavi: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What the loser saw: nobody was drafting when it asked.
    monkeypatch.setattr("suoja.publication.rules.why_not_draft", lambda *_, **__: None)
    with pytest.raises(Refused, match="Somebody else"):
        actions.draft(YEAR, by=taavi, at=AT)


def test_the_database_refuses_to_change_what_was_frozen(draft: Release) -> None:
    for change in (
        lambda: ReleaseContent.objects.update(public_tables=b""),
        lambda: ReleaseContent.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_database_refuses_new_content_after_the_check(draft: Release, daniel: Staff) -> None:
    stored = content(draft)
    releases.checked(draft, by=daniel, at=AT)
    stored.pk, stored.edition = None, 2

    with pytest.raises(DatabaseError), transaction.atomic():
        stored.save()


def test_reading_true_values_is_on_record(draft: Release, taavi: Staff) -> None:
    tables = actions.open_true_values(draft, by=taavi, at=AT)

    assert by_id(tables)["new_clients_by_sex"].value() == 1
    assert AuditEntry.objects.latest("sequence").verb == "release.read_true_values"
