"""The report in print: A4, tagged for screen readers (PDF/UA-1) and for keeping (PDF/A-2a)."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import typst
from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.core.calendar import HELSINKI
from suoja.publication.rendering.comparison import Comparison
from suoja.publication.rendering.document import Document, Part, Section, document
from suoja.publication.rendering.grid import Grid, words
from suoja.publication.rendering.report import COMPARISON, Report
from suoja.publication.rendering.titles import days_of
from suoja.statistics.tables import by_id

TEMPLATE = files("suoja.publication") / "rendering" / "report.typ"


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Return our typeface and no other: the same print on every machine."""
    with as_file(files("fontpkg_noto_sans") / "files") as folder:
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
        )


def write(report: Report, language: str) -> bytes:
    """Return the report as PDF."""
    with override(language):
        data = json.dumps(_data(document(report, language)), ensure_ascii=False)
    noon = datetime.combine(report.dated, time(12), tzinfo=HELSINKI)
    return typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        font_paths=fonts(),
        sys_inputs={"report": data},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=int(noon.astimezone(UTC).timestamp()),
    )


def _data(printed: Document) -> dict[str, Any]:
    report, annex = printed.report, printed.annex
    return {
        "lang": printed.language,
        "title": printed.title,
        "days": days_of(report.period),
        "persons": _persons(report),
        "words": _fixed_words(printed) | _headings(),
        "foreword": printed.foreword,
        "figures": [[name, words(value)] for name, value in printed.key_figures],
        "correction": report.correction,
        "changes": printed.changes,
        "unlisted": printed.changes_unlisted,
        "chapters": [_chapter(part, printed.comparison) for part in printed.parts],
        "limits": printed.limits,
        "protection": printed.protection,
        "definitions": [[each.title, each.text, *each.breaks] for each in annex.definitions],
        "symbols": annex.symbols,
        "sources": annex.sources,
        "versions": annex.versions,
    }


def _persons(report: Report) -> int | None:
    """Return the new clients, for the dots of the cover; None if their number is not shown."""
    table = by_id(report.tables).get("new_clients_by_sex")
    return table.cell().public().value if table else None


def _chapter(part: Part, comparison: Comparison | None) -> dict[str, Any]:
    compared = [_comparison(comparison)] if comparison and part.id == COMPARISON else []
    return {"title": part.title, "sections": [*compared, *_sections(part)]}


def _sections(part: Part) -> Iterator[dict[str, Any]]:
    """Yield the sections; a definition that is that of the section before is told once."""
    before = ""
    for section in part.sections:
        yield _section(section) | ({"definition": ""} if section.definition == before else {})
        before = section.definition


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "sentences": " ".join(section.sentences),
        "definition": section.definition,
        "svg": section.svg(),
        "wide": section.layout.width,
        "description": section.description,
        "notes": section.all_notes,
        **_table(section.grid),
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "title": comparison.title,
        "sentences": " ".join(comparison.sentences),
        "definition": "",
        "svg": "",
        "wide": 0,
        "notes": [],
        **_table(comparison.grid),
    }


def _table(grid: Grid) -> dict[str, Any]:
    return {
        "head": [grid.corner, *grid.columns],
        "rows": [
            {"cells": [row.label, *map(words, row.values)], "total": row.is_total}
            for row in grid.rows
        ],
    }


def _fixed_words(printed: Document) -> dict[str, str]:
    version = {"version": printed.report.version, "date": printed.dated}
    persons = _persons(printed.report)
    return {
        "office": _("National Assistance System for Victims of Human Trafficking"),
        "version": _("Version %(version)s, %(date)s") % version,
        "preliminary": _("Not published") if printed.report.preliminary else "",
        "dots": _("Each dot is one of the new clients of this report: %(number)s.")
        % {"number": words(persons)},
        "reading": _("How to read the numbers"),
        "hidden": _(
            "Two points (..) mean that a number is not shown, so that nobody can be recognised. "
            "Some larger numbers are not shown either, because a hidden one could be worked out "
            "from them. A zero means nobody."
        ),
        "footer": _(".. is a number that is not shown, to protect people."),
        "table": _("Table"),
        "category": _("Category"),
        "before": _("Before"),
        "after": _("Now"),
    }


def _headings() -> dict[str, str]:
    return {
        "contents": _("Contents"),
        "foreword": _("Foreword"),
        "figures": _("Key figures"),
        "correction": _("What this version corrects"),
        "unchanged": _("No number that both versions show has changed."),
        "limits": _("What the numbers do not tell"),
        "protection": _("How people are protected"),
        "annex": _("Annex"),
        "definitions": _("What each number counts"),
        "symbols": _("Symbols"),
        "sources": _("Sources"),
        "this_version": _("This version"),
    }
