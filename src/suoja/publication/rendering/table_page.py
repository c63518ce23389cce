"""One table on a page of its own."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format

from suoja.core.calendar import helsinki_date
from suoja.publication.models import Release
from suoja.publication.rendering.cube import cube_of
from suoja.publication.rendering.document import period_words, section_of
from suoja.publication.rendering.legend import legend_of
from suoja.publication.rendering.pages import section_context
from suoja.publication.rendering.published import Published, with_tables
from suoja.publication.rendering.report import Report


def table_page(
    release: Release, in_force: Sequence[Release], table_id: str
) -> dict[str, Any] | None:
    """Return what the page shows; None if the release has no table of this name.

    `in_force` are the published releases, of which other periods of the table are named.
    """
    shown, *others = with_tables([release, *(each for each in in_force if each != release)])
    table = shown.tables.get(table_id)
    if table is None:
        return None
    legend = legend_of(table, cube_of(table), _report(shown))
    return {
        "release": release,
        "version": release.version,
        "dated": date_format(_dated(release), "DATE_FORMAT"),
        "table_id": table_id,
        "title": legend.title,
        "cite": legend.cite,
        "measure": table.population,
        "section": section_context(section_of(table)),
        "report_title": shown.title,
        "others": _same_table(others, release, table_id),
    }


def _report(shown: Published) -> Report:
    release = shown.release
    return Report(
        period=release.months,
        version=release.version,
        policy=release.policy,
        dated=_dated(release),
        tables=tuple(shown.tables.values()),
        correction=release.correction,
    )


def _dated(release: Release) -> date:
    return helsinki_date(release.public_from or release.drafted_at)


def _same_table(
    others: Sequence[Published], release: Release, table_id: str
) -> list[tuple[str, str]]:
    """Return the other periods of a table: as the address and as a reader writes them."""
    return [
        (other.release.period, period_words(other.release.months))
        for other in others
        if other.release.period != release.period and table_id in other.tables
    ]
