"""Read what was published before: the tables that this command wrote.

A file is about a part of today's data where the spec, or the folder of the file, says so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from suoja.statistics.disclose.coverage import covered
from suoja.statistics.disclose.fault import Fault, nearest
from suoja.statistics.disclose.rows import Sheet
from suoja.statistics.disclose.spec import STATUS, VALUE, Previous, Spec
from suoja.statistics.disclosure import PUBLISHED

HIDDEN = "hidden"
_COUNT = re.compile(r"\d{1,15}")
Labels = tuple[str, ...]
Members = frozenset[int]


@dataclass(frozen=True, slots=True)
class Part:
    """Who a file is about: those of any of these categories of a variable.

    A category that the spec names must be there: what to say if not is `unless`.
    """

    position: int
    column: str
    labels: tuple[str, ...]
    unless: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier table: the numbers of its variables, and its cells; None is a hidden value."""

    path: Path
    positions: tuple[int, ...]
    cells: dict[Labels, int | None]
    lines: dict[Labels, int]
    parts: tuple[Part, ...]
    revised: bool

    def differs(self, labels: Labels, value: int, now: int) -> Fault:
        """Return the refusal of a number that the data do not have."""
        sentence = (
            f"{', '.join(labels)}: {value} was published, the data count {now}. If the file is "
            'about a part of the data, say which: where = {COLUMN = "CATEGORY"} under its '
            "[[previous]]. If the data were corrected since, say revised = true there. If it "
            "tells of more people than the data have, give data that have them all."
        )
        return Fault(self.path, sentence, self.lines[labels])

    def lacks(self, labels: Labels, members: Sequence[Members]) -> Fault:
        """Return the refusal of a category that today's people do not have."""
        unknown = [label for label, held in zip(labels, members, strict=False) if not held]
        sentence = (
            f'the data have nobody of "{unknown[0]}", though they have others of this file. Name '
            "its column in the levels of its variable, and give data that have everybody it tells "
            "of. If the data were corrected since, say revised = true under its [[previous]]."
        )
        return Fault(self.path, sentence, self.lines[labels])


def read_earlier(previous: Previous, spec: Spec) -> Earlier:
    """Return an earlier table. Raise Fault."""
    sheet = Sheet(previous.path)
    names = _variables(sheet, spec)
    places = [sheet.header.index(name) for name in (*names, VALUE, STATUS)]
    cells: dict[Labels, int | None] = {}
    lines: dict[Labels, int] = {}
    for line, row in sheet.records():
        *labels, value, status = (row[place].strip() for place in places)
        if tuple(labels) in cells:
            raise sheet.fault(f"{', '.join(labels)} stands in the file twice.", line)
        cells[tuple(labels)] = _value(sheet, value, status, line)
        lines[tuple(labels)] = line
    positions = spec.positions(names)
    parts = tuple(_asked(previous, spec) if previous.where else _stored(previous, spec, positions))
    return Earlier(previous.path, positions, cells, lines, parts, previous.revised)


def _asked(previous: Previous, spec: Spec) -> Iterator[Part]:
    """Yield the parts that the spec names."""
    for column, labels in previous.where.items():
        position = spec.position_of(column)
        if position is not None:
            faults = (_nobody(previous, spec, column, label) for label in labels)
            yield Part(position, column, labels, tuple(faults))


def _nobody(previous: Previous, spec: Spec, column: str, label: str) -> Fault:
    sentence = (
        f'the data have nobody whose {column} is "{label}": correct it, or leave the files out '
        "if they tell of nobody in the data."
    )
    return spec.places.fault(sentence, *previous.keys, "where", word=label)


def _stored(previous: Previous, spec: Spec, positions: tuple[int, ...]) -> Iterator[Part]:
    """Yield the parts that the folder of the file names; what it lists itself it tells better."""
    for column, labels in covered(previous.path, spec):
        position = spec.position_of(column)
        if position is not None and position not in positions:
            yield Part(position, column, tuple(labels))


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
