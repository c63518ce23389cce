"""The report for the terminal."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.publication.rendering.document import Document, Section, document
from suoja.publication.rendering.grid import Grid, words
from suoja.publication.rendering.report import Report


def write(report: Report, language: str) -> bytes:
    """Return the report as plain text, 100 columns or wider where a table is."""
    with override(language):
        return ("\n".join(_lines(document(report, language))) + "\n").encode()


def _lines(printed: Document) -> Iterator[str]:
    version = {"version": printed.report.version, "date": printed.dated}
    yield f"{printed.title}. {_('Version %(version)s, %(date)s') % version}"
    yield ""
    yield from _aligned([[name, words(value)] for name, value in printed.key_figures])
    if printed.report.correction:
        yield from ("", _("What this version corrects").upper(), "", printed.report.correction)
        yield from _aligned([list(change) for change in printed.changes])
    for part in printed.parts:
        yield from ("", part.title.upper())
        for section in part.sections:
            yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from ("", section.caption)
    yield from _aligned(_cells(section.grid))
    yield from section.notes


def _cells(grid: Grid) -> list[list[str]]:
    head = [[grid.corner, *grid.columns]]
    return head + [[row.label, *map(words, row.values)] for row in grid.rows]


def _aligned(lines: list[list[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *rest in lines:
        numbers = [each.rjust(width) for each, width in zip(rest, widths[1:], strict=True)]
        yield "  ".join([f"  {first.ljust(widths[0])}", *numbers]).rstrip()
