"""Printed files read back, without a look at what printed them."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from suoja.publication.rendering.grid import HIDDEN

# What is printed in a cell: a number, nothing that is shown, or words where a number should be.
Number = int | str | None
# Where a number stands: the codes of its categories, or the words of its row and its column.
Place = tuple[str, ...]

INDENT = "  "
COLUMNS = re.compile(r"\s{2,}")
GROUPED = re.compile(r"\d{1,3}([\u00a0\u202f,]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Printed:
    """One table as a reader sees it: the words of rows and columns, and what stands there."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def places(self) -> Iterator[tuple[Place, Number]]:
        """Yield what stands in each place, named by its row and its column."""
        for label, *numbers in self.rows:
            for column, text in zip(self.head[1:], numbers, strict=False):
                yield (label, column), number_in(text)


def number_in(text: str) -> Number:
    """Return the number that a cell shows; None if it says that it does not show one."""
    if text in {HIDDEN, ""}:
        return None
    return int(re.sub(r"\D", "", text)) if GROUPED.fullmatch(text) else text


def numbers_in(text: str) -> Iterator[int]:
    """Yield the numbers in prose, as the languages write them."""
    for found in GROUPED.finditer(text):
        yield int(re.sub(r"\D", "", found[0]))


def read_json(content: bytes) -> dict[str, dict[Place, Number]]:
    """Return the values of each table by the codes of their categories."""
    return {
        table["id"]: {
            tuple(cell["categories"][each] for each in table["dimensions"]): cell["value"]
            for cell in table["cells"]
        }
        for table in json.loads(content)["tables"]
    }


def read_csv(
    content: bytes, dimensions: Mapping[str, Sequence[str]]
) -> dict[str, dict[Place, Number]]:
    """Return the values of each file of a ZIP that has the name of a table."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            table = PurePath(name).stem
            if table in dimensions:
                text = archive.read(name).decode("utf-8-sig")
                found[table] = dict(_lines(text, dimensions[table]))
    return found


def _lines(text: str, dimensions: Sequence[str]) -> Iterator[tuple[Place, Number]]:
    for line in csv.DictReader(io.StringIO(text)):
        yield tuple(line[each] for each in dimensions), number_in(line["value"])


def read_text(content: bytes, titles: Mapping[str, str]) -> dict[str, Printed]:
    """Return the tables of the text for the terminal; `titles` are theirs, by their names."""
    found = {}
    for block in _blocks(content):
        table = _named(block[0], titles)
        rows = [tuple(COLUMNS.split(line.strip())) for line in block if line.startswith(INDENT)]
        if table and rows:
            found[table] = Printed(rows[0], tuple(rows[1:]))
    return found


def key_figures(content: bytes) -> list[tuple[str, ...]]:
    """Return the names and numbers of the first block that is nothing but a table."""
    for block in _blocks(content):
        if all(line.startswith(INDENT) for line in block):
            return [tuple(COLUMNS.split(line.strip())) for line in block]
    return []


def _blocks(content: bytes) -> Iterator[list[str]]:
    """Yield the lines between blank ones."""
    for block in content.decode().split("\n\n"):
        if block.strip():
            yield block.strip("\n").splitlines()


def _named(line: str, titles: Mapping[str, str]) -> str:
    """Return the table whose title begins this line: the one with the longest."""
    fitting = [name for name, title in titles.items() if f"{line}, ".startswith(f"{title}, ")]
    return max(fitting, key=lambda name: len(titles[name]), default="")
