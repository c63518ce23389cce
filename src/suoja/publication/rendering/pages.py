"""A report as pages show it: what the templates of this room and of the public site need."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.publication.models import Release
from suoja.publication.rendering.comparison import Comparison
from suoja.publication.rendering.document import Document, Part, Section, document
from suoja.publication.rendering.grid import Grid
from suoja.publication.rendering.report import Report


def report_context(release: Release, language: str) -> dict[str, Any]:
    """Return title, key figures, chapters and sections of a release, as the public sees it."""
    with override(language):
        return context_of(document(Report.of_release(release), language))


def context_of(printed: Document) -> dict[str, Any]:
    """Return a report for a template in the active language.

    `sections` are those of all chapters, one after another.
    """
    chapters = [
        {"id": part.id, "title": part.title, "sections": list(map(section_context, part.sections))}
        for part in printed.parts
    ]
    return {
        "title": printed.title,
        "period": printed.period,
        "dated": printed.dated,
        "version": printed.report.version,
        "preliminary": printed.report.preliminary,
        "foreword": printed.foreword,
        "key_figures": [{"label": name, "value": value} for name, value in printed.key_figures],
        "correction": printed.report.correction,
        "changes": printed.changes,
        "changes_unlisted": printed.changes_unlisted,
        "chapters": chapters,
        "sections": [section for chapter in chapters for section in chapter["sections"]],
        "sentences": [text for part in printed.parts for text in _sentences(part)],
        "comparison": comparison_context(printed.comparison) if printed.comparison else None,
        "limits": printed.limits,
        "protection": printed.protection,
        "annex": printed.annex,
    }


def section_context(section: Section) -> dict[str, Any]:
    """Return a table and its chart for the component that shows both."""
    symbols = [_("Two points mean that a number is not shown, to protect people.")]
    return {
        "id": section.id,
        "table_id": section.table_id,
        "title": section.title,
        "sentences": section.sentences,
        "lead": section.definition,
        "svg": section.picture(),
        "table": _table(section.caption, section.grid),
        "notes": [*(symbols if section.has_hidden else []), *section.all_notes],
    }


def comparison_context(comparison: Comparison) -> dict[str, Any]:
    """Return the years side by side, for the component that shows a section."""
    return {
        "id": "comparison",
        "title": comparison.title,
        "sentences": comparison.sentences,
        "table": _table(comparison.title, comparison.grid),
    }


def _table(caption: str, grid: Grid) -> dict[str, Any]:
    return {
        "caption": caption,
        "head": [grid.corner, *grid.columns],
        "rows": [[row.label, *row.values] for row in grid.rows],
        "ends_with_total": bool(grid.rows) and grid.rows[-1].is_total,
    }


def _sentences(part: Part) -> Iterator[str]:
    return (text for section in part.sections for text in section.sentences)
