"""Pages of published releases, made once and kept for a while: they never change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from suoja.publication.models import Foreword, Release, ReleaseContent
from suoja.publication.rendering.pages import report_context

PAGES_KEPT = 12


@dataclass(frozen=True, slots=True)
class Edition:
    """A published release; two of them are equal if they show the same."""

    printed_from: tuple[str, ...]
    release: Release = field(compare=False)


def edition_of(release: Release) -> Edition:
    """Return the release with all that its pages depend on."""
    contents = ReleaseContent.objects.only("public_digest").filter(release=release)
    return Edition(
        (
            contents.latest("edition").public_digest,
            str(release),
            str(release.public_from),
            release.correction,
            *Foreword.objects.newest_of(release).values(),
        ),
        release,
    )


@lru_cache(maxsize=PAGES_KEPT)
def kept_context(edition: Edition, language: str) -> Mapping[str, Any]:
    """Return what the page of the report shows; nobody may change it."""
    return MappingProxyType(report_context(edition.release, language))
