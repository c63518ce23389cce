"""True values, for staff: what is hidden, how large it is, and why."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import override

from suoja.core.calendar import Period
from suoja.publication.choices import Format
from suoja.publication.rendering.as_json import as_json
from suoja.statistics.labels import label
from suoja.statistics.tables import Cell, Table

Writer = Callable[[Sequence[Table], Period, int, str], bytes]


@dataclass(frozen=True, slots=True)
class Line:
    """A cell in words; `hidden` says why it is, and is empty for one that is published."""

    table: str
    words: str
    value: int | None
    hidden: str


def lines(tables: Iterable[Table]) -> Iterator[Line]:
    """Yield every cell but the zeros of lists too long to print."""
    for table in tables:
        shown = (cell for cell in table.cells if cell.value or not table.open_list)
        yield from (_line(table, cell) for cell in shown)


def hidden_lines(tables: Iterable[Table]) -> list[Line]:
    """Return the cells that outsiders do not see."""
    return [line for line in lines(tables) if line.hidden]


def _line(table: Table, cell: Cell) -> Line:
    words = ", ".join(str(label(*each)) for each in cell.categories.items())
    hidden = str(cell.status.label) if cell.hidden else ""
    return Line(str(table.title), words or str(table.title), cell.value, hidden)


def _text(tables: Sequence[Table], _: Period, __: int, language: str) -> bytes:
    with override(language):
        written = [
            f"{line.value:>7}  {line.table}: {line.words}{line.hidden and f'  [{line.hidden}]'}"
            for line in lines(tables)
        ]
    return ("\n".join(written) + "\n").encode()


def _json(tables: Sequence[Table], period: Period, version: int, _: str) -> bytes:
    return as_json(tables, period=period, version=version)


WRITERS: Mapping[str, Writer] = {Format.TEXT.value: _text, Format.JSON.value: _json}
