"""Read the rows of a CSV file, each with its line; say where it is broken."""

import csv
from collections.abc import Iterator
from pathlib import Path

from suoja.statistics.disclose.fault import Fault

_DELIMITERS = ",;\t"
_ENCODING = "utf-8-sig"


class Sheet:
    """A CSV file in UTF-8, its columns parted by commas, semicolons or tabs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open(encoding=_ENCODING, errors="replace") as file:
            first = file.readline()
        self.delimiter = max(_DELIMITERS, key=first.count)
        header = next((row for _, row in self._rows()), None)
        if header is None:
            raise Fault(path, "the file is empty: it needs a line of column names, then rows.", 1)
        self.header = tuple(name.strip() for name in header)

    def fault(self, sentence: str, line: int, column: str | None = None) -> Fault:
        """Return a fault on a line; a column is counted from 1 and named."""
        if column is None:
            return Fault(self.path, sentence, line)
        return Fault(self.path, sentence, line, self.header.index(column) + 1)

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the line and the fields of every row. Raise Fault."""
        rows, width = self._rows(), len(self.header)
        next(rows)
        for line, row in rows:
            if len(row) != width:
                sentence = f"{len(row)} fields where the first line names {width} columns."
                raise Fault(self.path, sentence, line, min(len(row), width) + 1)
            yield line, row

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        line = 1
        with self.path.open(encoding=_ENCODING, newline="") as file:
            reader = csv.reader(file, delimiter=self.delimiter, strict=True)
            try:
                for row in reader:
                    if row:
                        yield line, row
                    line = reader.line_num + 1
            except csv.Error as error:
                place = max(line, reader.line_num)
                raise Fault(self.path, f"not CSV: {error}.", place) from error
            except UnicodeDecodeError as error:
                raise self._not_utf_8() from error

    def _not_utf_8(self) -> Fault:
        """Return where the file is not UTF-8: a decoder that reads ahead does not know."""
        place = (1, 1)
        with self.path.open("rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    line.decode()
                except UnicodeDecodeError as error:
                    place = (number, error.start + 1)
                    break
        return Fault(self.path, "the file is not UTF-8 here: save it as UTF-8.", *place)
