"""`suoja report`, as scripts use it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import releases
from cases import make_client
from suoja import cli
from suoja.accounts.models import Staff
from suoja.core.models import AuditEntry
from suoja.publication import actions
from suoja.publication.models import Release

pytestmark = pytest.mark.django_db

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
Capture = pytest.CaptureFixture[bytes]


@pytest.fixture
def draft(taavi: Staff) -> Release:
    make_client()
    return releases.counted("2020", by=taavi, at=AT)


@pytest.fixture
def two_versions(draft: Release, taavi: Staff, daniel: Staff) -> Release:
    published = releases.published(draft, by=daniel, at=AT)
    return actions.correct(published, "A client was missing.", by=taavi, at=AT)


def report(*words: str) -> int:
    return cli.main(["report", *words])


def read(capture: Capture) -> dict[str, object]:
    return json.loads(capture.readouterr().out)


def test_a_period_without_a_release_is_printed_from_the_records(capsysbinary: Capture) -> None:
    make_client()

    assert report("2020", "--format", "json") == 0
    printed = read(capsysbinary)
    assert (printed["period"], printed["version"]) == ("2020", 1)
    assert not Release.objects.exists()
    assert not AuditEntry.objects.filter(by__startswith="terminal:").exists()


def test_a_release_is_printed_from_what_it_froze(draft: Release, capsysbinary: Capture) -> None:
    report("2020", "--format", "json")
    before = capsysbinary.readouterr().out
    make_client()
    report("2020", "--format", "json")

    assert capsysbinary.readouterr().out == before


def test_the_published_version_is_printed_rather_than_a_newer_draft(
    two_versions: Release, capsysbinary: Capture
) -> None:
    report("2020", "--format", "json")
    assert read(capsysbinary)["version"] == 1
    report("2020", "--format", "json", "--version", "2")
    assert read(capsysbinary)["version"] == 2


def test_a_report_is_written_to_a_file(tmp_path: Path, capsysbinary: Capture) -> None:
    file = tmp_path / "raportti.pdf"

    assert report("2020", "--format", "pdf", "--lang", "fi", "-o", str(file)) == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert capsysbinary.readouterr().out == b""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["last-year"], "is not a period"),
        (["2020-13..2020-14"], "not in the calendar"),
        (["2020", "2019"], "one period"),
        (["check", "2019"], "No printed report of 2019"),
        (["2020", "--version", "2"], "no version 2"),
        (["2020", "--internal", "--format", "pdf"], "text or json only"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_a_sentence(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(*words) == cli.REFUSED
    assert says in capsys.readouterr().err


def test_a_print_is_not_poured_over_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    assert report("2020", "--format", "pdf") == cli.REFUSED
    assert "name a file with -o" in capsys.readouterr().err


def test_a_release_keeps_its_policy(draft: Release, capsys: pytest.CaptureFixture[str]) -> None:
    assert report("2020", "--policy", "practice", "--internal") == cli.REFUSED
    assert "protected as strict" in capsys.readouterr().err


@pytest.mark.parametrize("released", [False, True])
def test_true_values_are_printed_for_staff_and_recorded(
    request: pytest.FixtureRequest, released: bool, capsysbinary: Capture
) -> None:
    request.getfixturevalue("draft") if released else make_client()

    assert report("2020", "--format", "json", "--internal") == 0
    captured = capsysbinary.readouterr()
    cells = [cell for table in json.loads(captured.out)["tables"] for cell in table["cells"]]
    assert {"published", "primary"} <= {cell["status"] for cell in cells}
    assert all(cell["value"] is not None for cell in cells)
    assert b"recorded of terminal:" in captured.err
    assert AuditEntry.objects.latest("sequence").verb == "report.read_true_values"


def test_true_values_as_text_say_why_they_are_hidden(capsysbinary: Capture) -> None:
    make_client()
    report("2020", "--internal")

    assert b"[Hidden because it is small]" in capsysbinary.readouterr().out


def test_a_check_counts_the_verdicts_and_fails_when_something_differs(
    draft: Release, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("check", "2020") == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert "equal" in last
    assert "0 different" not in last
    assert AuditEntry.objects.latest("sequence").verb == "report.check"
