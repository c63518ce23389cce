"""Files that come with a letter: each is looked at, sealed and stored before the letter is."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from suoja.core.files import MOST_BYTES, FileRefused, Refusal, ViewCopy, examine
from suoja.core.sealing import TokenTooOld, make_token, read_token
from suoja.intake import letterbox
from suoja.intake.letterbox import SentFile

MOST_FILES = 5
MINUTES = 120
ATTACHED = "attached"
WORDS = {
    Refusal.TOO_LARGE: "file_large",
    Refusal.UNKNOWN_KIND: "file_kind",
    Refusal.BROKEN: "file_broken",
    Refusal.BOMB: "file_broken",
}


@dataclass(slots=True)
class Taken:
    """What has arrived, by id and name, and what could not be taken, in words."""

    arrived: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def ids(self) -> list[UUID]:
        return [UUID(each) for each in self.arrived]

    @property
    def token(self) -> str:
        """Return what the page carries, so that nobody has to choose these files again."""
        return make_token(ATTACHED, self.arrived) if self.arrived else ""


def take_files(request: HttpRequest, submission: str, words: Mapping[str, str]) -> Taken:
    """Store the files of a form beside those that came with it before."""
    taken = Taken(came_before(request))
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        taken.faults.append(words["files_large"])  # nothing of so much was read
    for file in request.FILES.getlist(ATTACHED):
        if len(taken.arrived) == MOST_FILES:
            taken.faults.append(words["file_many"])
            break
        try:
            arrived = _take(file, submission)
        except FileRefused as refused:
            taken.faults.append(f"{words[WORDS[refused.code]]} {file.name}")
        else:
            taken.arrived[arrived.hex] = str(file.name)
    return taken


def came_before(request: HttpRequest) -> dict[str, str]:
    """Return the files that arrived with the page before, by id and name."""
    try:
        told: dict[str, str] = read_token(
            ATTACHED, request.POST.get("arrived", ""), minutes=MINUTES
        )
    except TokenTooOld:
        return {}
    return told


def _take(file: UploadedFile[bytes], submission: str) -> UUID:
    if (file.size or 0) > MOST_BYTES:
        raise FileRefused(Refusal.TOO_LARGE)
    content = file.read()
    sent = SentFile(
        told=_told(file, content, view := examine(content)), original=content, view=view.content
    )
    return letterbox.drop_file(sent, submission=submission, at=datetime.now(UTC))


def _told(file: UploadedFile[bytes], content: bytes, view: ViewCopy) -> dict[str, str | int]:
    return {
        "name": str(file.name),
        "kind": view.kind,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "view_type": view.content_type,
        "view_extension": view.extension,
    }
