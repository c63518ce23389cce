"""Files are looked at as copies, in a sandbox, and each opening is recorded."""

from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse

from cases import AT
from intake.arrivals import drop
from intake.desk import first, on_duty_as, path_of
from suoja.core.models import AuditEntry
from suoja.intake import letterbox
from suoja.intake.letterbox import SentFile

pytestmark = pytest.mark.django_db

PICTURE, PAPER = b"\xff\xd8\xff picture", b"%PDF-1.7 paper"


def sent_with(view: bytes) -> UUID:
    told = {"name": "<b>me.jpg", "sha256": "ab" * 32}
    file = SentFile(told=told, original=b"as it came", view=view)
    arrived = letterbox.drop_file(file, submission=uuid4().hex, at=AT)
    drop(files=[arrived])
    return arrived


def asked_for(view: bytes, what: str = "") -> HttpResponse:
    file, client = sent_with(view), on_duty_as()
    return client.get(path_of(first(), f"files/{file}/{what}"))


@pytest.mark.parametrize(
    ("view", "kind", "ending"),
    [(PICTURE, "image/jpeg", ".jpg"), (PAPER, "application/pdf", ".pdf")],
)
def test_a_copy_is_shown_and_can_do_nothing(view: bytes, kind: str, ending: str) -> None:
    answer = asked_for(view)

    assert answer.content == view
    assert answer["Content-Type"] == kind
    assert answer["Content-Disposition"].startswith("inline; filename=")
    assert answer["Content-Disposition"].endswith(f'{ending}"')
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_the_original_is_saved_under_a_name_that_nothing_opens() -> None:
    answer = asked_for(PICTURE, "original/")

    assert answer.content == b"as it came"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].endswith('.original"')
    assert answer["Content-Security-Policy"].startswith("sandbox")


def test_opening_a_file_is_recorded() -> None:
    asked_for(PICTURE)

    entry = AuditEntry.objects.get(verb="letter.read_file")
    assert (entry.by, entry.subject_id) == ("aino", str(first()))


def test_the_page_says_the_hash_of_the_original_and_opens_no_file() -> None:
    sent_with(PICTURE)
    client = on_duty_as()
    shown = client.get(path_of(first())).content.decode()

    assert "ab" * 32 in shown
    assert "&lt;b&gt;me.jpg" in shown
    assert not AuditEntry.objects.filter(verb="letter.read_file").exists()


def test_a_file_of_another_letter_is_not_found() -> None:
    sent_with(PICTURE)
    client = on_duty_as()

    assert client.get(path_of(first(), f"files/{uuid4()}/")).status_code == 404
