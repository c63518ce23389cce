"""The page that goes with a package of files and explains them, in the active language."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from suoja.publication.rendering.cube import cube_of
from suoja.publication.rendering.legend import (
    cite_report,
    how_hidden,
    how_omitted,
    legend_of,
    office,
    version_of,
)
from suoja.publication.rendering.report import Report
from suoja.publication.rendering.titles import title_of
from suoja.statistics.tables import Table


def write(report: Report, paths: Sequence[str]) -> bytes:
    """Return the text; each of `paths` names a file of every table with `{table}`."""
    return ("\r\n".join(_lines(report, paths)) + "\r\n").encode("utf-8-sig")


def _lines(report: Report, paths: Sequence[str]) -> Iterator[str]:
    yield from (title_of(report.period), office(), version_of(report), "")
    if report.correction:
        yield from (_("What this version corrects"), report.correction, "")
    yield from _how_to_read()
    yield from ("", _("How to cite: %(words)s") % {"words": cite_report(report)})
    for table in report.tables:
        yield ""
        yield from _table(table, report, paths)


def _how_to_read() -> Iterator[str]:
    yield how_hidden()
    yield how_omitted()
    yield _(
        "A number that is not shown is empty in CSV, null in JSON-stat and two points in PX "
        "and XLSX."
    )
    yield _("Its status is “hidden”; that of every other number is “published”.")
    yield _("In CSV the words for a category stand in the column that ends in “_label”.")
    yield _("The category “total” stands for all categories together.")


def _table(table: Table, report: Report, paths: Sequence[str]) -> Iterator[str]:
    cube = cube_of(table)
    legend = legend_of(table, cube, report)
    yield legend.title
    yield from (f"  {path.format(table=table.id)}" for path in paths)
    yield f"  {legend.definition}"
    yield from (f"  {note}" for _year, note in legend.breaks)
    yield from (f"  {axis.code}: {axis.label}" for axis in cube.axes)
