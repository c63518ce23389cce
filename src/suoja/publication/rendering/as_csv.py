"""One CSV file for each table, and a page that explains them, in one ZIP of fixed bytes."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.publication.rendering.document import title_of
from suoja.publication.rendering.report import Report
from suoja.statistics.labels import dimension_label, label
from suoja.statistics.tables import Cell, Table

PLAIN_FILE = 0o644 << 16


def write(report: Report, language: str) -> bytes:
    """Return the ZIP; codes are the same in every language, words stand beside them."""
    with override(language):
        files = [("README.txt", _readme(report))]
        files += [(f"{table.id}.csv", table_as_csv(table.public())) for table in report.tables]
    return _zipped(files, report)


def table_as_csv(table: Table) -> str:
    """Return a line for each cell: codes, words, value and status."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(_head(table))
    writer.writerows(_line(cell, table.dimensions) for cell in table.printed())
    return lines.getvalue()


def _head(table: Table) -> list[str]:
    in_words = _("in words")
    names = [f"{each}_{in_words}".replace(" ", "_") for each in table.dimensions]
    return [*table.dimensions, *names, "value", "status"]


def _line(cell: Cell, dimensions: Sequence[str]) -> list[str | int | None]:
    codes = [cell.categories[each] for each in dimensions]
    in_words = [str(label(each, cell.categories[each])) for each in dimensions]
    return [*codes, *in_words, cell.value, cell.status.value]


def _readme(report: Report) -> str:
    return "\r\n".join(_explained(report)) + "\r\n"


def _explained(report: Report) -> Iterator[str]:
    yield title_of(report.period)
    yield _("Version %(version)s, %(date)s") % {
        "version": report.version,
        "date": report.dated.isoformat(),
    }
    yield ""
    yield _("A hidden value is empty: it is not shown, to protect people.")
    yield _("The category “total” stands for all categories together.")
    for table in report.tables:
        yield ""
        yield f"{table.id}.csv"
        yield str(table.title)
        yield str(table.definition)
        yield from (f"  {each}: {dimension_label(each)}" for each in table.dimensions)


def _zipped(files: Sequence[tuple[str, str]], report: Report) -> bytes:
    packed = io.BytesIO()
    moment = (report.dated.year, report.dated.month, report.dated.day, 0, 0, 0)
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files:
            entry = zipfile.ZipInfo(name, date_time=moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = PLAIN_FILE
            entry.create_system = 3  # the bytes must not tell on which machine they were made
            archive.writestr(entry, text.encode("utf-8-sig"))
    return packed.getvalue()
