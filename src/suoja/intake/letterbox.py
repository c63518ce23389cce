"""All that the public side may do with what is stored: drop in, and, with a code, read and erase.

Nobody is known here, so there is no permission to ask and nobody to write into the audit. Each
function is safe to repeat: the same thing sent twice is stored once.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connections, transaction
from django.utils.crypto import salted_hmac
from nacl.secret import SecretBox

from suoja.core.sealing import CodeKeys, padded, seal_for_duty, seal_to, unpadded
from suoja.intake.choices import Kind, Progress, Signal, Tray
from suoja.intake.models import (
    DRAFT_KEPT,
    Answer,
    Arrival,
    ArrivedFile,
    Draft,
    Mailbox,
    NextPage,
)

DATABASE = settings.INTAKE_DATABASE
PAGE_KEY_BYTES = SecretBox.KEY_SIZE
_STEPS = list(Progress)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What somebody sends; `told` is what they wrote, by field; files came before it."""

    kind: Kind
    told: Mapping[str, Any]
    language: str
    submission: str
    tray: Tray = Tray.USUAL
    is_urgent: bool = False
    files: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file as it came, the copy of it that is safe to look at, and what is told about both."""

    told: Mapping[str, Any]
    original: bytes
    view: bytes


def drop_in(sent: Sent, *, at: datetime, keys: CodeKeys | None = None) -> UUID:
    """Store what was sent, sealed, and return its id; sent again, it is the same one."""
    files = [file.hex for file in sent.files]
    arrived = _id_of(sent.submission, [sent.kind, dict(sent.told), files])
    header = {
        "kind": sent.kind,
        "urgent": sent.is_urgent,
        "tray": sent.tray,
        "language": sent.language,
        "files": files,
        **_place_of(keys),
    }
    _store(arrived, header, dict(sent.told), at=at)
    return arrived


def drop_file(file: SentFile, *, submission: str, at: datetime) -> UUID:
    """Store a file, sealed; the letter that it belongs to names it."""
    arrived = _id_of(submission, dict(file.told))
    row = ArrivedFile(
        id=arrived,
        hour=hour_of(at),
        told=_sealed("told", arrived, json.dumps(file.told).encode()),
        original=_sealed("original", arrived, file.original),
        view=_sealed("view", arrived, file.view),
    )
    ArrivedFile.objects.using(DATABASE).bulk_create([row], ignore_conflicts=True)
    return arrived


def keep_code(letter: UUID, keys: CodeKeys, *, at: datetime, kind: Kind = Kind.LETTER) -> None:
    """Open the mailbox of a code, and tell those on duty where to answer this letter."""
    header = {"kind": Signal.MAILBOX, "of": letter.hex, **_place_of(keys)}
    with transaction.atomic(DATABASE):
        _store(_id_of(letter.hex, header), header, {}, at=at)
        sealed = seal_to(keys.public, json.dumps({"kind": kind}).encode())
        box = Mailbox(lookup=keys.lookup, hour=hour_of(at), sealed=sealed)
        Mailbox.objects.using(DATABASE).bulk_create([box], ignore_conflicts=True)


def knows(keys: CodeKeys) -> bool:
    """Test if a code leads to a mailbox."""
    with _at_place(keys.lookup):
        return Mailbox.objects.using(DATABASE).filter(lookup=keys.lookup).exists()


def answers(keys: CodeKeys) -> list[tuple[datetime, dict[str, Any]]]:
    """Return what staff wrote to whoever has this code, the newest first, with its hour."""
    with _at_place(keys.lookup):
        rows = list(Answer.objects.using(DATABASE).filter(lookup=keys.lookup).order_by("-hour"))
    return [(row.hour, json.loads(keys.open(bytes(row.sealed)))) for row in rows]


def progress(keys: CodeKeys) -> Progress | None:
    """Return how far the referral is that was sent with this code; of other letters, None."""
    with _at_place(keys.lookup):
        box = Mailbox.objects.using(DATABASE).filter(lookup=keys.lookup).first()
    if box is None or json.loads(keys.open(bytes(box.sealed)))["kind"] != Kind.REFERRAL:
        return None
    told = (answer.get("progress") for _hour, answer in answers(keys))
    return max((Progress(each) for each in told if each), key=_STEPS.index, default=_STEPS[0])


def keep_draft(keys: CodeKeys, told: Mapping[str, Any], *, at: datetime) -> datetime:
    """Keep a form that is not finished, for whoever has the code, and return until when.

    It takes the place of what was kept under this code before.
    """
    sealed = seal_to(keys.public, json.dumps(dict(told)).encode())
    with _at_place(keys.lookup):
        Draft.objects.using(DATABASE).filter(lookup=keys.lookup).delete()
        Draft.objects.using(DATABASE).create(lookup=keys.lookup, hour=hour_of(at), sealed=sealed)
    return hour_of(at) + DRAFT_KEPT


def draft(keys: CodeKeys, *, at: datetime) -> dict[str, Any] | None:
    """Return the form that was kept under a code, unless there is none or it expired."""
    with _at_place(keys.lookup):
        drafts = Draft.objects.using(DATABASE).in_time(at)
        row = drafts.filter(lookup=keys.lookup).first()
    told: dict[str, Any] | None = json.loads(keys.open(bytes(row.sealed))) if row else None
    return told


def forget_draft(keys: CodeKeys) -> None:
    """Destroy the form that was kept under a code."""
    with _at_place(keys.lookup):
        Draft.objects.using(DATABASE).filter(lookup=keys.lookup).delete()


def erase(keys: CodeKeys, *, at: datetime) -> None:
    """Destroy what lies under a code, and have those on duty erase what was sent with it."""
    header = {"kind": Signal.ERASURE, **_place_of(keys)}
    with _at_place(keys.lookup):
        _store(_id_of("erasure", header), header, {}, at=at)
        for kept in (Answer, Draft, Mailbox):
            kept._default_manager.using(DATABASE).filter(lookup=keys.lookup).delete()


def keep_page(key: bytes, content: bytes, *, at: datetime) -> None:
    """Keep a page for whoever has this key (32 bytes), until it is taken."""
    sealed = SecretBox(key).encrypt(padded(content))
    row = NextPage(lookup=_lookup_of(key), hour=hour_of(at), sealed=sealed)
    NextPage.objects.using(DATABASE).bulk_create([row])


def take_page(key: bytes) -> bytes | None:
    """Return the page that was kept under this key, and forget it."""
    lookup = _lookup_of(key)
    with _at_place(lookup):
        kept = NextPage.objects.using(DATABASE).filter(lookup=lookup)
        row = kept.first()
        kept.delete()
    return unpadded(SecretBox(key).decrypt(bytes(row.sealed))) if row else None


def hour_of(at: datetime) -> datetime:
    """Return the hour: nothing here is known more exactly."""
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


@contextmanager
def _at_place(lookup: bytes) -> Iterator[None]:
    """Show PostgreSQL where to look: the public role sees no other rows."""
    with transaction.atomic(DATABASE):
        connection = connections[DATABASE]
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('suoja.lookup', %s, true)", [lookup.hex()])
        yield


def _place_of(keys: CodeKeys | None) -> dict[str, str]:
    return {"lookup": keys.lookup.hex(), "key": keys.public.hex()} if keys else {}


def _lookup_of(key: bytes) -> bytes:
    """Return where the page of a key lies; the place does not lead back to the key."""
    return hashlib.sha256(b"next page" + key).digest()[:16]


def _store(arrived: UUID, header: Mapping[str, Any], told: Any, *, at: datetime) -> None:
    row = Arrival(
        id=arrived,
        hour=hour_of(at),
        header=_sealed("header", arrived, json.dumps(header).encode()),
        body=_sealed("body", arrived, json.dumps(told).encode()),
    )
    Arrival.objects.using(DATABASE).bulk_create([row], ignore_conflicts=True)


def _id_of(submission: str, told: object) -> UUID:
    """Return an id that the same thing gets again, and that nobody can tell from a random one."""
    text = json.dumps([submission, told], sort_keys=True)
    return UUID(bytes=salted_hmac("suoja.arrival", text, algorithm="sha256").digest()[:16])


def _sealed(column: str, row: UUID, content: bytes) -> bytes:
    return seal_for_duty(content, place=f"{column}:{row.hex}")
