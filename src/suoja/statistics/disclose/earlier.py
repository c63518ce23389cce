"""Read what was published before: the tables that this command wrote."""

import re
from dataclasses import dataclass
from pathlib import Path

from suoja.statistics.disclose.fault import nearest
from suoja.statistics.disclose.rows import Sheet
from suoja.statistics.disclose.spec import STATUS, VALUE, Spec
from suoja.statistics.disclosure import PUBLISHED

HIDDEN = "hidden"
_COUNT = re.compile(r"\d{1,15}")
Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier table: the numbers of its variables, and its cells; None is a hidden value."""

    path: Path
    positions: tuple[int, ...]
    cells: dict[Labels, int | None]


def read_earlier(path: Path, spec: Spec) -> Earlier:
    """Return an earlier table. Raise Fault."""
    sheet = Sheet(path)
    names = _variables(sheet, spec)
    places = [sheet.header.index(name) for name in (*names, VALUE, STATUS)]
    cells: dict[Labels, int | None] = {}
    for line, row in sheet.records():
        *labels, value, status = (row[place].strip() for place in places)
        if tuple(labels) in cells:
            raise sheet.fault(f"{', '.join(labels)} stands in the file twice.", line)
        cells[tuple(labels)] = _value(sheet, value, status, line)
    return Earlier(path, spec.positions(names), cells)


def _variables(sheet: Sheet, spec: Spec) -> list[str]:
    for needed in (VALUE, STATUS):
        if sheet.header.count(needed) != 1:
            sentence = f'no column "{needed}": name a file that `suoja disclose` wrote.'
            raise sheet.fault(sentence, 1)
    names = [name for name in sheet.header if name not in (VALUE, STATUS)]
    for name in names:
        if name not in spec.names or names.count(name) > 1:
            sentence = (
                f'"{name}" is no variable of {spec.path}: describe it there as '
                f"[variables.{name}], for what was told about it is known. "
                f"{nearest(name, spec.names)}"
            )
            raise sheet.fault(sentence, 1, name)
    return names


def _value(sheet: Sheet, value: str, status: str, line: int) -> int | None:
    if status not in (PUBLISHED, HIDDEN):
        raise sheet.fault(f'status is "{status}": write {PUBLISHED} or {HIDDEN}.', line, STATUS)
    if status == HIDDEN and not value:
        return None
    if status == HIDDEN or not _COUNT.fullmatch(value):
        wanted = "nothing, for it is hidden" if status == HIDDEN else "a whole number"
        raise sheet.fault(f'value is "{value}": write {wanted}.', line, VALUE)
    return int(value)
