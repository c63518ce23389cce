"""What a reader of a table file should find, told by the table itself."""

import io
import zipfile
from collections.abc import Mapping

from publication.prints import report, true_tables
from suoja.publication.rendering import Report
from suoja.statistics.labels import dimension_label, label
from suoja.statistics.tables import Table

LANGUAGES = ("en", "fi", "sv")
Found = Mapping[frozenset[tuple[str, str]], int | None]


def leaky(tables: tuple[Table, ...]) -> Report:
    """Return a report whose tables still hold what is hidden: no file of it may tell."""
    known = report()
    return Report(period=known.period, version=1, policy="strict", dated=known.dated, tables=tables)


def whole() -> Report:
    return report(*true_tables())


def unpacked(content: bytes) -> bytes:
    """Return what can be read in a file: of packages, what is in them."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(unpacked(archive.read(name)) for name in archive.namelist())


def in_codes(table: Table) -> Found:
    """Return the public value of each printed cell by the codes of its categories."""
    return {frozenset(cell.categories.items()): cell.public().value for cell in table.printed()}


def in_words(table: Table) -> Found:
    """Return the public value of each printed cell by words, in the language that is active."""
    return {
        frozenset(
            (str(dimension_label(each)), str(label(each, code)))
            for each, code in cell.categories.items()
        ): cell.public().value
        for cell in table.printed()
    }
