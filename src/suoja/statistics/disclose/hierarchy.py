"""The categories of a variable: which lies in which, and what each is called."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from suoja.statistics.disclose.data import Data
from suoja.statistics.disclose.spec import Variable
from suoja.statistics.disclosure import TOTAL

Members = frozenset[int]
WHOLE = 0  # the node of everybody


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a published table: its label, the column it comes from, the node it stands for."""

    label: str
    column: str
    node: int


@dataclass(frozen=True)
class Hierarchy:
    """The nodes of a variable. Labels that hold the same people are one node.

    `nodes[i]` are the finest categories that node i holds, by number; node 0 holds all. `rows` are
    all labels in the order in which they are published, the total first and each category before
    its parts. `parents` leads from a node to the smallest that holds it.
    """

    name: str
    finest: tuple[str, ...]
    nodes: tuple[Members, ...]
    rows: tuple[Row, ...]
    parents: Mapping[int, int]

    @cached_property
    def numbers(self) -> dict[Members, int]:
        """Return the node of each set of finest categories."""
        return {members: node for node, members in enumerate(self.nodes)}

    @cached_property
    def leaves(self) -> tuple[int, ...]:
        """Return the node of each finest category."""
        numbers = self.numbers
        return tuple(numbers[frozenset({leaf})] for leaf in range(len(self.finest)))

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """Return the finest label of each node; everybody is the total."""
        labels = {row.node: row.label for row in self.rows}
        return TOTAL, *(labels[node] for node in range(1, len(self.nodes)))


def hierarchies(variables: Sequence[Variable], data: Data) -> tuple[Hierarchy, ...]:
    """Return the hierarchy of each variable. Raise Fault if a category lies in two others."""
    return tuple(_hierarchy(variable, data) for variable in variables)


def _hierarchy(variable: Variable, data: Data) -> Hierarchy:
    paths = _paths(variable, data)
    finest = {path[0]: number for number, path in enumerate(paths)}
    members: dict[tuple[int, str], set[int]] = {}
    for path in paths:
        for level, label in enumerate(path):
            members.setdefault((level, label), set()).add(finest[path[0]])
    held = {place: frozenset(numbers) for place, numbers in members.items()}
    numbers = _numbers(paths, held)
    rows = _rows(variable, paths, held, numbers)
    return Hierarchy(
        variable.name, tuple(finest), tuple(numbers), rows, _parents(paths, held, numbers)
    )


def _paths(variable: Variable, data: Data) -> list[tuple[str, ...]]:
    """Return of each finest category the labels it lies in, sorted from the coarsest."""
    positions = [data.columns.index(level) for level in variable.levels]
    columns = list(zip(*data.lines, strict=True))
    paths = list(zip(*(columns[position] for position in positions), strict=True))
    # Backwards, so that of equal paths the first line stays.
    pairs = zip(reversed(paths), reversed(data.lines.values()), strict=True)
    found = dict(sorted(dict(pairs).items(), key=lambda pair: pair[1]))
    for level in range(len(positions) - 1):
        _check_level(variable, level, found, data)
    return sorted(found, key=lambda path: [_natural(label) for label in reversed(path)])


def _check_level(
    variable: Variable, level: int, found: Mapping[tuple[str, ...], int], data: Data
) -> None:
    """Refuse a category that lies in two coarser ones."""
    coarser: dict[str, tuple[str, int]] = {}
    for path, line in found.items():
        label, above = path[level], path[level + 1]
        known, before = coarser.setdefault(label, (above, line))
        if known != above:
            finer, column = variable.levels[level], variable.levels[level + 1]
            raise data.sheet.fault(
                f'{finer} "{label}" lies in {column} "{above}" here and in "{known}" on line '
                f"{before}: a category has one place. Correct one, or name them apart.",
                line,
                column,
            )


def _natural(text: str) -> list[tuple[int, int, str]]:
    """Return a key that sorts 9 before 10."""
    parts = re.findall(r"\d+|\D+", text)
    return [(0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts]


def _numbers(
    paths: Sequence[tuple[str, ...]], held: Mapping[tuple[int, str], Members]
) -> dict[Members, int]:
    """Return the number of each node, from the coarse to the fine."""
    numbers: dict[Members, int] = {frozenset(range(len(paths))): WHOLE}
    for path in paths:
        for level in reversed(range(len(path))):
            numbers.setdefault(held[level, path[level]], len(numbers))
    return numbers


def _rows(
    variable: Variable,
    paths: Sequence[tuple[str, ...]],
    held: Mapping[tuple[int, str], Members],
    numbers: Mapping[Members, int],
) -> tuple[Row, ...]:
    names = _names(variable, held)
    rows = {TOTAL: Row(TOTAL, TOTAL, WHOLE)}
    for path in paths:
        for level in reversed(range(len(path))):
            place = (level, path[level])
            # The finest level names the column of a label that stands on several.
            rows[names[place]] = Row(names[place], variable.levels[level], numbers[held[place]])
    return tuple(rows.values())


def _names(
    variable: Variable, held: Mapping[tuple[int, str], Members]
) -> dict[tuple[int, str], str]:
    """Return what each category is called; a coarser one of the same name tells its column."""
    taken: dict[str, Members] = {}
    names: dict[tuple[int, str], str] = {}
    for (level, label), members in sorted(held.items(), key=lambda item: item[0]):
        name = label
        while taken.setdefault(name, members) != members:
            name = f"{name} ({variable.levels[level]})"
        names[level, label] = name
    return names


def _parents(
    paths: Sequence[tuple[str, ...]],
    held: Mapping[tuple[int, str], Members],
    numbers: Mapping[Members, int],
) -> dict[int, int]:
    parents = {}
    for path in paths:
        above = WHOLE
        for level in reversed(range(len(path))):
            node = numbers[held[level, path[level]]]
            if node != above:
                parents[node] = above
            above = node
    return parents
