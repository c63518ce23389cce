"""The files of a published release are those that were printed when it was published."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

import releases
from cases import make_client
from cast import client_of
from suoja import cli
from suoja.accounts.models import Staff
from suoja.core.errors import Refused
from suoja.publication import actions
from suoja.publication.choices import Format, Status, TableFormat
from suoja.publication.models import FrozenFile, Release
from suoja.publication.rendering import Report, file_of, printed, table_file, table_of

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(days=1)
SOON = AT + timedelta(days=7)
VERSION = "/fi/reports/2020/version-1/"
TABLE = "new_clients_by_sex"
THEN = b"as it was worded then"


@pytest.fixture
def checked(taavi: Staff, daniel: Staff) -> Release:
    make_client()
    return releases.checked(releases.counted("2020", by=taavi, at=AT), by=daniel, at=AT)


@pytest.fixture
def published(checked: Release, daniel: Staff) -> Release:
    return actions.publish(checked, by=daniel, at=AT)


@pytest.fixture
def unfrozen(published: Release) -> Release:
    """Return a release that was published before files were frozen."""
    Release.objects.update(published_at=LATER)
    published.refresh_from_db()
    return published


@pytest.fixture
def worded_otherwise(unfrozen: Release) -> Release:
    """Return a release whose every file says something that the code of today does not."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for kind, ending in zip(TableFormat, ("csv", "json", "px", "xlsx"), strict=True):
            archive.writestr(f"{kind}/{TABLE}.{ending}", THEN)
    files = [
        (language, kind.value, package.getvalue() if kind == Format.ZIP else THEN)
        for language in ("en", "fi", "sv")
        for kind in Format
    ]
    FrozenFile.objects.bulk_create(FrozenFile.all_of(unfrozen, files))
    return unfrozen


def test_every_file_is_frozen_in_every_language_when_it_is_published(published: Release) -> None:
    frozen = FrozenFile.objects.of(published).order_by("pk")
    report = Report.of_release(published)

    assert len(frozen) == 3 * len(Format)
    for each in frozen:
        assert each.bytes == printed(report, each.format, each.language).content
        assert each.digest == sha256(each.bytes).hexdigest()
    assert str(frozen[0]) == f"{published.pk}/text/en"


def test_nothing_is_frozen_before(checked: Release) -> None:
    assert not FrozenFile.objects.exists()
    assert not FrozenFile.objects.of(checked).exists()


@pytest.mark.parametrize("kind", ["pdf", "zip", "csv", "json"])
def test_readers_get_what_was_frozen_however_it_is_worded_today(
    client: Client, worded_otherwise: Release, kind: str
) -> None:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"{VERSION}{kind}/")

    frozen = FrozenFile.objects.of(worded_otherwise).get(format=kind, language="fi")
    assert answer.content == frozen.bytes
    assert answer.content != printed(Report.of_release(worded_otherwise), kind, "fi").content
    assert len(queries) == 2


@pytest.mark.parametrize("kind", TableFormat.values)
def test_a_single_table_is_that_of_the_frozen_package(
    client: Client, worded_otherwise: Release, kind: str
) -> None:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"{VERSION}tables/{TABLE}/{kind}/")

    assert answer.content == THEN
    assert len(queries) == 2
    assert client.get(f"{VERSION}tables/clients_by_name/{kind}/").status_code == 404


@pytest.mark.parametrize("format_", ["html", "pdf", "text"])
def test_staff_get_what_was_frozen(worded_otherwise: Release, aino: Staff, format_: str) -> None:
    path = f"/staff/reports/{worded_otherwise.number}/{format_}/"

    assert client_of(aino).get(path).content == THEN


def test_the_terminal_prints_what_was_frozen(
    worded_otherwise: Release, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["report", "2020", "--lang", "sv"]) == 0
    assert capsysbinary.readouterr().out == THEN


@pytest.mark.parametrize("kind", Format)
def test_what_was_published_before_files_were_frozen_is_printed_now(
    unfrozen: Release, kind: Format
) -> None:
    report = Report.of_release(unfrozen)

    assert file_of(unfrozen, kind, "sv") == printed(report, kind, "sv")
    table = table_of(unfrozen, TABLE, "px", "sv")
    assert table == table_file(report, TABLE, "px", "sv")


@pytest.mark.parametrize("kind", TableFormat.values)
def test_a_table_of_the_package_is_called_as_if_it_were_printed_now(
    published: Release, kind: str
) -> None:
    now = table_file(Report.of_release(published), TABLE, kind, "fi")

    assert table_of(published, TABLE, kind, "fi") == now


def test_a_corrected_version_keeps_its_files(
    published: Release, client: Client, taavi: Staff, daniel: Staff
) -> None:
    before = client.get(f"{VERSION}zip/").content
    make_client()
    second = actions.correct(published, "A client was missing.", by=taavi, at=LATER)
    actions.publish(actions.check(second, by=daniel, at=LATER), by=daniel, at=LATER)

    assert client.get(f"{VERSION}zip/").content == before
    assert client.get("/fi/reports/2020/version-2/zip/").content != before


def test_what_is_called_back_and_published_again_has_the_files_of_the_last_time(
    checked: Release, daniel: Staff
) -> None:
    first = actions.publish(checked, embargo_until=SOON, by=daniel, at=AT)
    assert b"9 Feb 2026" in file_of(first, "text", "en").content
    second = actions.publish(actions.call_back(first, by=daniel, at=AT), by=daniel, at=LATER)

    assert b"3 Feb 2026" in file_of(second, "text", "en").content
    assert FrozenFile.objects.count() == 2 * 3 * len(Format)


def test_a_file_that_is_not_what_was_published_is_not_handed_out(published: Release) -> None:
    damaged = FrozenFile.objects.of(published).first()
    damaged.digest = "0" * 64

    with pytest.raises(ValueError, match="not what was published"):
        assert not damaged.bytes


def test_the_database_refuses_to_change_remove_or_double_a_file(published: Release) -> None:
    row = FrozenFile.objects.values().first() | {"id": None}
    for change in (
        lambda: FrozenFile.objects.update(content=b""),
        lambda: FrozenFile.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    with pytest.raises(IntegrityError), transaction.atomic():
        FrozenFile.objects.create(**row)


@contextmanager
def after_reading(table: str, act: Callable[[], object]) -> Iterator[None]:
    """Do something as soon as this table has been read once, as others may."""
    waiting = [act]

    def then(execute, sql, *more):
        result = execute(sql, *more)
        if table in sql and waiting:
            waiting.pop()()
        return result

    with connection.execute_wrapper(then):
        yield


def test_what_was_counted_anew_while_it_was_printed_is_not_published(
    checked: Release, taavi: Staff, daniel: Staff
) -> None:
    def count_anew() -> None:
        draft = actions.send_back(checked, "A client is missing.", by=daniel, at=AT)
        for _ in range(9):
            make_client()
        actions.check(actions.draft_again(draft, by=taavi, at=AT), by=daniel, at=AT)

    with (
        after_reading("publication_foreword", count_anew),
        pytest.raises(Refused, match="changed meanwhile"),
    ):
        actions.publish(checked, by=daniel, at=AT)
    assert Release.objects.get().status == Status.CHECKED
    assert not FrozenFile.objects.exists()
