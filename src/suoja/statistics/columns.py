"""Rows held column by column, so that a million of them are counted in seconds.

A column keeps each different value once and a small number per row. A question about rows is put
once to each combination of the values that it reads, never to each row.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import Any, Generic, Self, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

Row = TypeVar("Row")
Codes = NDArray[Any]
BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Column:
    """One field of all rows: row n has the value `values[codes[n]]`."""

    values: Sequence[Any]
    codes: Codes

    def at(self, places: Codes) -> Self:
        """Return the column of these rows with its values sorted, None first."""
        used = self.used(places)
        order = [code for code in used if self.values[code] is None]
        order += sorted(set(used) - set(order), key=self.values.__getitem__)
        turned = np.zeros(len(self.values), dtype=smallest(len(order)))
        turned[order] = np.arange(len(order))
        return type(self)([self.values[code] for code in order], turned[self.codes[places]])

    def used(self, places: Codes) -> list[int]:
        """Return the codes of these rows, each once."""
        codes: list[int] = _occurring(self.codes[places], len(self.values)).tolist()
        return codes


def _occurring(codes: Codes, size: int) -> Codes:
    return np.flatnonzero(np.bincount(codes, minlength=size))


class Coder:
    """Makes a column from batches of values."""

    def __init__(self) -> None:
        self._codes_of: dict[Any, int] = {}
        self._batches: list[Codes] = []

    def add(self, values: Iterable[Any]) -> None:
        """Append the values of some more rows."""
        code = self._codes_of.setdefault
        coded = [code(value, len(self._codes_of)) for value in values]
        self._batches.append(np.array(coded, dtype=smallest(len(self._codes_of))))

    def column(self) -> Column:
        """Return what was added."""
        codes = np.concatenate(self._batches) if self._batches else np.zeros(0, dtype=np.uint8)
        return Column(list(self._codes_of), codes)


def smallest(size: int) -> np.dtype[Any]:
    """Return the smallest type of whole numbers that tells so many values apart."""
    return np.min_scalar_type(max(size - 1, 0))


@dataclass(frozen=True)
class Combinations:
    """The different combinations of some columns, and which of them each row has.

    The rows here know those columns only: to read another one is an AttributeError.
    """

    of_row: Codes
    rows: Sequence[Any]


class Columns(Generic[Row]):
    """All columns of one kind of row."""

    def __init__(self, kind: type[Row], columns: Mapping[str, Column]) -> None:
        self.kind = kind
        self.columns = columns
        self.size = len(next(iter(columns.values())).codes)
        self._combinations: dict[tuple[str, ...], Combinations] = {}

    def row(self, place: int) -> Row:
        """Return one row."""
        return self.kind(*(each.values[each.codes[place]] for each in self.columns.values()))

    def combinations(self, reads: tuple[str, ...]) -> Combinations:
        """Return the combinations of these columns; of those that this kind does not have, none."""
        names = tuple(name for name in self.columns if name in reads)
        if names not in self._combinations:
            self._combinations[names] = self._combined(names)
        return self._combinations[names]

    def _combined(self, names: tuple[str, ...]) -> Combinations:
        of_row, size = np.zeros(self.size, dtype=np.uint8), min(self.size, 1)
        for name in names:
            column = self.columns[name]
            of_row, size = _dense(of_row, column.codes, max(len(column.values), 1))
        example = np.zeros(size, dtype=np.int64)
        example[of_row] = np.arange(self.size)
        return Combinations(of_row, self._knowing(names, example))

    def _knowing(self, names: tuple[str, ...], places: Codes) -> list[Row]:
        told = [self.columns[name] for name in names]
        values = [[each.values[code] for code in each.codes[places].tolist()] for each in told]
        found = [object.__new__(self.kind) for _ in range(len(places))]
        for name, of_name in zip(names, values, strict=True):
            for row, value in zip(found, of_name, strict=True):
                object.__setattr__(row, name, value)
        return found


def _dense(left: Codes, right: Codes, width: int) -> tuple[Codes, int]:
    """Return one code for each pair that occurs, and how many occur."""
    pairs = left.astype(np.int64) * width + right
    highest = int(pairs.max(initial=0))
    if highest > 8 * len(pairs) + BATCH:
        different, dense = np.unique(pairs, return_inverse=True)
        return dense.astype(smallest(len(different))), len(different)
    occurs = np.zeros(highest + 1, dtype=bool)
    occurs[pairs] = True
    size = int(occurs.sum())
    return (np.cumsum(occurs) - 1)[pairs].astype(smallest(size)), size


class Rows(Sequence[Row]):
    """Rows of one kind: all of them, or those that answer to a description."""

    def __init__(self, columns: Columns[Row], places: Codes | None = None) -> None:
        self._columns = columns
        self._places = places

    @classmethod
    def of(cls, kind: type[Row], rows: Iterable[Row]) -> Self:
        """Return the rows, read in batches, as columns of their dataclass."""
        names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
        coders = {name: Coder() for name in names}
        remaining = iter(rows)
        while batch := list(islice(remaining, BATCH)):
            for name, coder in coders.items():
                coder.add(map(attrgetter(name), batch))
        return cls(Columns(kind, {name: coder.column() for name, coder in coders.items()}))

    @cached_property
    def places(self) -> Codes:
        """Return which rows of the whole table these are."""
        return np.arange(self._columns.size) if self._places is None else self._places

    def where(self, test: Callable[[Row], bool], *, reads: tuple[str, ...]) -> Self:
        """Return the rows that pass a test, which looks at these columns only."""
        return type(self)(self._columns, self.places[self._answers(test, reads, bool)])

    def coded(
        self, of: Callable[[Row], str], categories: Sequence[str], *, reads: tuple[str, ...]
    ) -> Codes:
        """Return the place of each row's category; raise ValueError for one that is not listed."""
        place_of = {category: place for place, category in enumerate(categories)}

        def place(row: Row) -> int:
            if (category := of(row)) in place_of:
                return place_of[category]
            raise ValueError(f"{category} is none of the categories {', '.join(categories)}.")

        return self._answers(place, reads, np.int64)

    def tally(
        self, of: Callable[[Row], str], categories: Sequence[str], *, reads: tuple[str, ...]
    ) -> dict[str, int]:
        """Return how many rows are of each category."""
        sizes = np.bincount(self.coded(of, categories, reads=reads), minlength=len(categories))
        return dict(zip(categories, sizes.tolist(), strict=True))

    def _answers(
        self, ask: Callable[[Row], int], reads: tuple[str, ...], kind: type[bool | np.int64]
    ) -> Codes:
        known = self._columns.combinations(reads)
        mine = known.of_row if self._places is None else known.of_row[self._places]
        asked = _occurring(mine, len(known.rows))
        answers = np.zeros(len(known.rows), dtype=kind)
        answers[asked] = [ask(known.rows[each]) for each in asked.tolist()]
        return answers[mine]

    def values(self, name: str) -> frozenset[Any]:
        """Return the different values of a column."""
        column = self._columns.columns[name]
        return frozenset(column.values[code] for code in column.used(self.places))

    def columns(self) -> dict[str, Column]:
        """Return the columns of these rows, the same whatever the order of the rows was."""
        found = {name: each.at(self.places) for name, each in self._columns.columns.items()}
        order = np.lexsort([each.codes for each in reversed(found.values())])
        return {name: Column(each.values, each.codes[order]) for name, each in found.items()}

    def __len__(self) -> int:
        return self._columns.size if self._places is None else len(self._places)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: int | slice) -> Row | Self:
        if isinstance(place, slice):
            return type(self)(self._columns, self.places[place])
        return self._columns.row(int(self.places[place]))

    def __iter__(self) -> Iterator[Row]:
        return map(self._columns.row, self.places.tolist())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((type(self), len(self)))
