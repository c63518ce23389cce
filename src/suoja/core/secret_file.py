"""Secrets that an installation makes for itself, once, and keeps in files of their own."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def secret_of(path: Path, size: int) -> bytes:
    """Return the secret (bytes) in this file, made on first use for its owner alone."""
    if not path.exists():
        _make(path, size)
    return path.read_bytes()


def _make(path: Path, size: int) -> None:
    """Write it under another name first: of many who begin at once, nobody reads half of it."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(os.urandom(size))
    with suppress(FileExistsError):
        os.link(draft, path)
    Path(draft).unlink()
