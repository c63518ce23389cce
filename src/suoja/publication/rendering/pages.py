"""A report as pages show it: what the templates of this room and of the public site need."""

from typing import Any

from suoja.publication.models import Release
from suoja.publication.rendering.document import Document, Section, document
from suoja.publication.rendering.report import Report


def report_context(release: Release, language: str) -> dict[str, Any]:
    """Return title, key figures, chapters and sections of a release, as the public sees it."""
    return context_of(document(Report.of_release(release), language))


def context_of(printed: Document) -> dict[str, Any]:
    """Return a report for a template; `sections` are those of all chapters, one after another."""
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
        "key_figures": [{"label": name, "value": value} for name, value in printed.key_figures],
        "chapters": chapters,
        "sections": [section for chapter in chapters for section in chapter["sections"]],
        "correction": printed.report.correction,
        "changes": printed.changes,
    }


def section_context(section: Section) -> dict[str, Any]:
    """Return a table and its chart for the component that shows both."""
    grid = section.grid
    return {
        "id": section.id,
        "title": section.title,
        "lead": section.definition,
        "svg": section.svg(),
        "table": {
            "caption": section.caption,
            "head": [grid.corner, *grid.columns],
            "rows": [[row.label, *row.values] for row in grid.rows],
            "ends_with_total": bool(grid.rows) and grid.rows[-1].is_total,
        },
        "notes": list(section.notes),
    }
