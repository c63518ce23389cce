"""Published releases with their tables, read once: what is published never changes."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise

from suoja.publication.models import Release, ReleaseContent
from suoja.publication.models.freezing import thaw
from suoja.publication.rendering.document import KEY_FIGURES, title_of
from suoja.statistics.tables import Table, by_id

RELEASES_KEPT = 64


@dataclass(frozen=True, slots=True)
class Published:
    """One version of a report; its tables, by their names, as the public sees them."""

    release: Release
    digest: str
    tables: Mapping[str, Table]

    @property
    def title(self) -> str:
        return title_of(self.release.months)

    @property
    def key_figures(self) -> list[tuple[Promise, int | None]]:
        return [
            (name, self.tables[table].value(**categories))
            for table, categories, name in KEY_FIGURES
            if table in self.tables
        ]


def with_tables(releases: Sequence[Release]) -> list[Published]:
    """Return the releases in their order, with the tables they froze, in one query."""
    contents = ReleaseContent.objects.public_side().filter(release__in=releases)
    newest = {content.release_id: content for content in contents.order_by("edition")}
    return [
        Published(
            each, newest[each.pk].public_digest, _thawed(bytes(newest[each.pk].public_tables))
        )
        for each in releases
    ]


@lru_cache(maxsize=RELEASES_KEPT)
def _thawed(public_tables: bytes) -> Mapping[str, Table]:
    return by_id(thaw(zlib.decompress(public_tables)))
