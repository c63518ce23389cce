"""The report for the terminal."""

import textwrap
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.publication.rendering.annex import Annex
from suoja.publication.rendering.comparison import Comparison
from suoja.publication.rendering.document import Document, Section, document
from suoja.publication.rendering.grid import Grid, words
from suoja.publication.rendering.report import COMPARISON, Report

WIDTH = 100


def write(report: Report, language: str) -> bytes:
    """Return the report as plain text, 100 columns or wider where a table is."""
    with override(language):
        return ("\n".join(_lines(document(report, language))) + "\n").encode()


def _lines(printed: Document) -> Iterator[str]:
    version = {"version": printed.report.version, "date": printed.dated}
    yield f"{printed.title}. {_('Version %(version)s, %(date)s') % version}"
    for paragraph in printed.foreword:
        yield from ("", *_filled(paragraph))
    yield ""
    yield from _aligned([[name, words(value)] for name, value in printed.key_figures])
    if printed.report.correction:
        yield from ("", _("What this version corrects").upper(), "", printed.report.correction)
        yield from _aligned([list(change) for change in printed.changes])
        yield from printed.changes_unlisted
    for part in printed.parts:
        yield from ("", part.title.upper())
        if part.id == COMPARISON and printed.comparison:
            yield from _comparison(printed.comparison)
        for section in part.sections:
            yield from _section(section)
    yield from _list(_("What the numbers do not tell"), printed.limits)
    yield from _list(_("How people are protected"), printed.protection)
    yield from _annex(printed.annex)


def _comparison(comparison: Comparison) -> Iterator[str]:
    yield from ("", comparison.title)
    for sentence in comparison.sentences:
        yield from _filled(sentence)
    yield from _aligned(_cells(comparison.grid))


def _section(section: Section) -> Iterator[str]:
    yield from ("", section.caption, *_filled(" ".join(section.sentences)))
    yield from _aligned(_cells(section.grid))
    if section.has_hidden:
        yield _("Two points mean that a number is not shown, to protect people.")
    yield from section.notes


def _list(title: str, texts: Iterable[str]) -> Iterator[str]:
    yield from ("", title.upper(), "")
    for text in texts:
        yield from _filled(text, "- ")


def _annex(annex: Annex) -> Iterator[str]:
    told = (f"{each.title}: {' '.join([each.text, *each.breaks])}" for each in annex.definitions)
    yield from _list(_("What each number counts"), told)
    yield from _list(_("Symbols"), (f"{sign}  {meaning}" for sign, meaning in annex.symbols))
    yield from _list(_("Sources"), annex.sources)
    yield from _list(_("This version"), (f"{name}: {told}" for name, told in annex.versions))


def _filled(text: str, bullet: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=bullet, subsequent_indent=" " * len(bullet))


def _cells(grid: Grid) -> list[list[str]]:
    head = [[grid.corner, *grid.columns]]
    return head + [[row.label, *map(words, row.values)] for row in grid.rows]


def _aligned(lines: list[list[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *rest in lines:
        numbers = [each.rjust(width) for each, width in zip(rest, widths[1:], strict=True)]
        yield "  ".join([f"  {first.ljust(widths[0])}", *numbers]).rstrip()
