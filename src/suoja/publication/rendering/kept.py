"""Files of published releases, written once and kept for a while: they never change."""

from dataclasses import dataclass, field
from functools import lru_cache

from suoja.publication.models import Release, ReleaseContent
from suoja.publication.rendering.files import Printed, table_file
from suoja.publication.rendering.printing import printed
from suoja.publication.rendering.report import Report

FILES_KEPT = 32


@dataclass(frozen=True, slots=True)
class Edition:
    """A published release; two of them are equal if they print the same."""

    printed_from: tuple[str, ...]
    release: Release = field(compare=False)


def edition_of(release: Release) -> Edition:
    """Return the release with all that its files depend on."""
    content = ReleaseContent.objects.only("public_digest").filter(release=release)
    digest = content.latest("edition").public_digest
    dated = str(release.public_from)
    return Edition((digest, str(release), dated, release.correction), release)


@lru_cache(maxsize=FILES_KEPT)
def kept_report(edition: Edition, kind: str, language: str) -> Printed:
    """Return the whole report as a file."""
    return printed(Report.of_release(edition.release), kind, language)


@lru_cache(maxsize=FILES_KEPT)
def kept_table(edition: Edition, table_id: str, kind: str, language: str) -> Printed:
    """Return one table as a file; raise KeyError for a table that the report does not have."""
    return table_file(Report.of_release(edition.release), table_id, kind, language)
