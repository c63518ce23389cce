"""The files of a release, as they were printed when it was published."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Self

from django.db import models

from suoja.accounts.choices import Language
from suoja.core.constraints import one_of
from suoja.publication.choices import Format
from suoja.publication.models.content import digest
from suoja.publication.models.release import Release


class FrozenFileQuerySet(models.QuerySet["FrozenFile"]):
    def of(self, release: Release) -> FrozenFileQuerySet:
        """Return the files in which it was published; none of a draft."""
        if release.published_at is None:
            return self.none()
        return self.filter(release=release, frozen_at=release.published_at)


class FrozenFile(models.Model):
    """One file in one language; nothing is ever changed or removed.

    What is called back and published again is printed again: the files that are handed out are
    those that were frozen when it was published last.
    """

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="files")
    frozen_at = models.DateTimeField()
    language = models.CharField(max_length=2, choices=Language)
    format = models.CharField(max_length=10, choices=Format)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)

    objects = FrozenFileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "frozen_at", "language", "format"], name="frozen_file_once"
            ),
            one_of("language", Language, name="frozen_file_language_is_code"),
            one_of("format", Format, name="frozen_file_format_is_code"),
        ]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
        statistical = frozenset({"content"})
        technical = frozenset({"id", "release", "frozen_at", "language", "format", "digest"})

    def __str__(self) -> str:
        return f"{self.release_id}/{self.format}/{self.language}"

    @classmethod
    def all_of(cls, release: Release, files: Iterable[tuple[str, str, bytes]]) -> list[Self]:
        """Return languages, formats and bytes as rows of a published release, not yet stored."""
        return [
            cls(
                release=release,
                frozen_at=release.published_at,
                language=language,
                format=format_,
                content=zlib.compress(content),
                digest=digest(content),
            )
            for language, format_, content in files
        ]

    @property
    def bytes(self) -> bytes:
        """Return what was printed; raise ValueError if it is not that any more."""
        content = zlib.decompress(self.content)
        if digest(content) != self.digest:
            raise ValueError(f"The file {self} is not what was published.")
        return content
