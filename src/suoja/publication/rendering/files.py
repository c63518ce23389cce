"""One table as a file, in the formats that people and programs ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from suoja.core.calendar import Period
from suoja.publication.choices import TableFormat
from suoja.publication.rendering import as_csv, as_jsonstat, as_px, as_xlsx
from suoja.publication.rendering.report import Report
from suoja.statistics.tables import Table, by_id

Writer = Callable[[Table, Report, str], bytes]


@dataclass(frozen=True, slots=True)
class Printed:
    """A file, and how the web calls it."""

    content: bytes
    content_type: str
    name: str


@dataclass(frozen=True, slots=True)
class Kind:
    """How a format of tables is written and what its files are called."""

    write: Writer
    content_type: str
    ending: str


KINDS: Mapping[TableFormat, Kind] = {
    TableFormat.CSV: Kind(as_csv.write_table, "text/csv; charset=utf-8", "csv"),
    TableFormat.JSONSTAT: Kind(as_jsonstat.write_table, "application/json", "json"),
    TableFormat.PX: Kind(as_px.write_table, "text/x-pc-axis; charset=utf-8", "px"),
    TableFormat.XLSX: Kind(
        as_xlsx.write_table,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
}


def table_file(report: Report, table_id: str, kind: str, language: str) -> Printed:
    """Return one table of a report as a file; the same report gives the same bytes.

    Raise KeyError for a table that the report does not have, ValueError for an unknown kind.
    """
    write = KINDS[TableFormat(kind)].write
    content = write(by_id(report.tables)[table_id], report, language)
    begins = f"{stem(report.period, report.version)}-{table_id}"
    return table_named(content, begins, kind, language)


def table_named(content: bytes, begins: str, kind: str, language: str) -> Printed:
    """Return what was printed of a table with its type and its name."""
    how = KINDS[TableFormat(kind)]
    return Printed(content, how.content_type, f"{begins}-{language}.{how.ending}")


def stem(period: Period, version: int) -> str:
    """Return how the names of all files of a version begin."""
    return f"suoja-{period}-v{version}".replace("..", "-")
