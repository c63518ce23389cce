"""Files in a ZIP: the same files of the same day give the same bytes on every machine."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date

PLAIN_FILE = 0o644 << 16
UNIX = 3


def packed(files: Iterable[tuple[str, bytes]], *, dated: date) -> bytes:
    """Return the ZIP; every file in it bears the day it is dated."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, inside in files:
            archive.writestr(_entry(name, dated), inside)
    return content.getvalue()


def _entry(name: str, dated: date) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=(dated.year, dated.month, dated.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = PLAIN_FILE
    entry.create_system = UNIX  # the bytes must not tell on which machine they were made
    return entry
