"""Photos and papers come with a letter; what cannot be taken is named, and nothing else is lost."""

import hashlib
import json
import re
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import cases
from bombs import large_png
from strange_files import HIDDEN, papers, pictures
from suoja.core.files import MOST_BYTES
from suoja.intake import actions
from suoja.intake.models import Arrival, ArrivedFile, MessageFile
from suoja.public_site.rendering import letter_words

pytestmark = pytest.mark.django_db
PATH = "/en/8/"
FAULTS = letter_words("en")["faults"]
PHOTO = next(pictures())[1]
PAPER = next(papers())[1]


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/plain")


def send(client: Client, *files: SimpleUploadedFile, **typed: str) -> str:
    told = {"step": "letter", "submission": "a", "message": "Look", **typed}
    answer = client.post(PATH, {**told, "attached": list(files)}, follow=True)
    return str(answer.content.decode())


def sorted_files() -> list[MessageFile]:
    aino, at = cases.aino(), datetime.now(UTC)
    actions.begin_duty(until=at + timedelta(hours=1), by=aino, at=at)
    actions.list_inbox(by=aino, at=at)
    return list(MessageFile.objects.all())


def test_files_arrive_with_a_copy_and_the_original_with_its_hash(client: Client) -> None:
    send(client, upload("photo.jpg", PHOTO), upload("letter.pdf", PAPER))
    files = {json.loads(file.told)["name"]: file for file in sorted_files()}

    assert set(files) == {"photo.jpg", "letter.pdf"}
    photo = files["photo.jpg"]
    assert photo.original == PHOTO
    assert json.loads(photo.told)["sha256"] == hashlib.sha256(PHOTO).hexdigest()
    assert photo.view.startswith(b"\xff\xd8")
    assert HIDDEN not in photo.view


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("notes.jpg", b"only words", "file_kind"),
        ("broken.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "file_broken"),
        ("bomb.png", large_png(), "file_broken"),
        ("film.jpg", b"\xff\xd8" + b"\0" * MOST_BYTES, "file_large"),
    ],
)
def test_what_cannot_be_taken_is_named_and_the_rest_is_kept(
    client: Client, name: str, content: bytes, fault: str
) -> None:
    html = send(client, upload("photo.jpg", PHOTO), upload(name, content))
    assert f"{FAULTS[fault]} {name}" in html
    assert f"{FAULTS['files_kept']} <bdi>photo.jpg</bdi>" in html
    assert ">\nLook</textarea>" in html
    assert Arrival.objects.count() == 0

    arrived = re.search(r'name="arrived" value="([^"]+)"', html)
    assert arrived
    send(client, arrived=arrived.group(1))
    assert [json.loads(file.told)["name"] for file in sorted_files()] == ["photo.jpg"]


def test_files_are_kept_when_the_message_is_missing(client: Client) -> None:
    html = send(client, upload("photo.jpg", PHOTO), message="")

    assert f"{FAULTS['files_kept']} <bdi>photo.jpg</bdi>" in html
    assert ArrivedFile.objects.count() == 1


def test_the_sixth_file_is_too_many(client: Client) -> None:
    html = send(client, *(upload(f"{number}.jpg", PHOTO) for number in range(6)))

    assert FAULTS["file_many"] in html
    assert ArrivedFile.objects.count() == 5


def test_files_that_are_too_large_together_are_not_lost_in_silence(
    client: Client, settings: object
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000
    html = send(client, upload("photo.jpg", PHOTO + b"\0" * 2_000))

    assert FAULTS["files_large"] in html
    assert ">\nLook</textarea>" in html
    assert Arrival.objects.count() == 0


def test_files_that_were_sent_twice_are_there_once(client: Client) -> None:
    for _ in range(2):
        send(client, upload("photo.jpg", PHOTO))

    assert (Arrival.objects.count(), ArrivedFile.objects.count()) == (1, 1)


def test_nothing_of_a_file_lies_in_the_open(
    client: Client, tmp_path: Path, settings: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    padded = PHOTO + b"\0" * 4_000_000
    send(client, upload("canary.jpg", padded))
    (row,) = ArrivedFile.objects.all()

    assert HIDDEN not in bytes(row.original) + bytes(row.view) + bytes(row.told)
    assert b"canary" not in bytes(row.told)
    assert list(tmp_path.iterdir()) == []
    assert settings.FILE_UPLOAD_HANDLERS == [
        "django.core.files.uploadhandler.MemoryFileUploadHandler"
    ]
