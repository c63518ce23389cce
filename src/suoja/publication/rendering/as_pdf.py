"""The report in print: A4, tagged for screen readers (PDF/UA-1) and for keeping (PDF/A-2a)."""

import json
from datetime import UTC, datetime, time
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import typst
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from suoja.core.calendar import HELSINKI
from suoja.publication.rendering.document import Document, Section, document
from suoja.publication.rendering.grid import words
from suoja.publication.rendering.report import Report

TEMPLATE = files("suoja.publication") / "rendering" / "report.typ"


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
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
        font_paths=_fonts(),
        sys_inputs={"report": data},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=int(noon.astimezone(UTC).timestamp()),
    )


def _data(printed: Document) -> dict[str, Any]:
    return {
        "lang": printed.language,
        "title": printed.title,
        "period": printed.period,
        "dated": printed.dated,
        "words": _fixed_words(printed),
        "figures": [[name, words(value)] for name, value in printed.key_figures],
        "correction": printed.report.correction,
        "changes": printed.changes,
        "chapters": [
            {"title": part.title, "sections": list(map(_section, part.sections))}
            for part in printed.parts
        ],
    }


def _section(section: Section) -> dict[str, Any]:
    grid = section.grid
    return {
        "id": section.id,
        "title": section.title,
        "definition": section.definition,
        "svg": section.svg(),
        "description": section.description,
        "head": [grid.corner, *grid.columns],
        "rows": [
            {"cells": [row.label, *map(words, row.values)], "total": row.is_total}
            for row in grid.rows
        ],
        "notes": section.notes,
    }


def _fixed_words(printed: Document) -> dict[str, str]:
    version = {"version": printed.report.version, "date": printed.dated}
    return {
        "office": _("National Assistance System for Victims of Human Trafficking"),
        "version": _("Version %(version)s, %(date)s") % version,
        "preliminary": _("Not published") if printed.report.preliminary else "",
        "contents": _("Contents"),
        "figures": _("Key figures"),
        "number": pgettext("how many", "Number"),
        "reading": _("How to read the numbers"),
        "hidden": _(
            "Two points (..) mean that a number is not shown, so that nobody can be recognised. "
            "Some larger numbers are not shown either, because a hidden one could be worked out "
            "from them. A zero means nobody."
        ),
        "potential": _(
            "The word victim is used of people who may be victims, too: help does not wait for "
            "a judgment."
        ),
        "correction": _("What this version corrects"),
        "before": _("Before"),
        "after": _("Now"),
        "table": _("Table"),
        "category": _("Category"),
    }
