"""The files of a release: of a published one those that were frozen, of others as of now.

What was published before files were frozen is printed as a draft is.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings

from suoja.publication.choices import Format
from suoja.publication.models import FrozenFile, Release
from suoja.publication.rendering.files import Printed, stem, table_file, table_named
from suoja.publication.rendering.open_data import path_of
from suoja.publication.rendering.printing import named, printed
from suoja.publication.rendering.report import Report

KEPT = 4

Files = tuple[tuple[str, str, bytes], ...]


@dataclass(frozen=True, slots=True)
class _Work:
    digest: str
    report: Report = field(hash=False)


def all_files(report: Report, digest: str) -> Files:
    """Return language, format and bytes of every file; `digest` is that of the frozen tables.

    Printing takes seconds, so the last files are kept for who has to try again.
    """
    return _all_files(_Work(digest, report))


@lru_cache(maxsize=KEPT)
def _all_files(work: _Work) -> Files:
    return tuple(_each_file(work.report))


def _each_file(report: Report) -> Iterator[tuple[str, str, bytes]]:
    for language, _name in settings.LANGUAGES:
        for kind in Format:
            yield language, kind.value, printed(report, kind, language).content


def file_of(release: Release, kind: str, language: str) -> Printed:
    """Return a release as a file."""
    content = _frozen(release, kind, language)
    if content is None:
        return printed(Report.of_release(release), kind, language)
    return named(content, _stem(release), kind, language)


def table_of(release: Release, table_id: str, kind: str, language: str) -> Printed:
    """Return one table of a release as a file: that of its package of open data.

    Raise KeyError for a table that the report does not have.
    """
    package = _frozen(release, Format.ZIP, language)
    if package is None:
        return table_file(Report.of_release(release), table_id, kind, language)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        content = archive.read(path_of(kind, table_id))
    return table_named(content, f"{_stem(release)}-{table_id}", kind, language)


def _stem(release: Release) -> str:
    return stem(release.months, release.version)


def _frozen(release: Release, kind: str, language: str) -> bytes | None:
    found = FrozenFile.objects.of(release).filter(format=kind, language=language).first()
    return found.bytes if found else None
