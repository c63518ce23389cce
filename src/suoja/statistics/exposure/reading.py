"""Read figures in the layout of `statistics/data/published.csv`, and say where one is unreadable.

The layout of the collection in which the office's figures are kept, with `quote` and `note` in
place of `unit` and `flags`, is read too.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from suoja.core.calendar import Period, month_of
from suoja.core.errors import Refused
from suoja.statistics.check.figures import ACTION_PLAN, REPORTS, Figure

COLUMNS = (
    "source_file",
    "period_start",
    "period_end",
    "as_of",
    "population",
    "dimension1",
    "category1",
    "dimension2",
    "category2",
    "value",
    "value_kind",
)
UNIT = re.compile(r"unit=([\w ]+)")
FLAGS = {
    "approximate": re.compile("approximate"),
    "repeated": re.compile("^repeated"),
    "strict": re.compile("strictly"),
}
SHARE = re.compile(r"\d+(\.\d+)?")
FEWER = re.compile(r"<\d+")
Row = Mapping[str, str]


class Unreadable(Refused):
    """A figure that cannot be read: where, why, and what to do."""

    def __init__(self, file: Path, line: int, column: str, sentence: str) -> None:
        super().__init__(f"{file}, line {line}, column {column}: {sentence}")


def read(file: Path) -> tuple[Figure, ...]:
    """Return the figures of a file; raise Refused with line and column if it cannot be read."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{file} cannot be read: {error}. Name a CSV file in UTF-8.") from error
    lines = csv.DictReader(text.splitlines(keepends=True))
    missing = [name for name in COLUMNS if name not in (lines.fieldnames or ())]
    if missing:
        raise Unreadable(file, 1, missing[0], "the first line has to name this column. Add it.")
    return tuple(_figures(file, lines))


def _figures(file: Path, lines: "csv.DictReader[str]") -> Iterator[Figure]:
    for row in lines:
        number = lines.line_num
        if None in row or None in row.values():
            sentence = "it has more or fewer values than the first line. Quote what has commas."
            raise Unreadable(file, number, "source_file", sentence)
        for column, why_not in CHECKS:
            reason = why_not(row)
            if reason is not None:
                raise Unreadable(file, number, column, reason)
        yield _figure(number, row)


def _figure(number: int, row: Row) -> Figure:
    traits = ((row[f"dimension{place}"], row[f"category{place}"]) for place in (1, 2))
    note = row.get("note", "")
    unit = UNIT.search(note)
    return Figure(
        row=number,
        source=_source(row["source_file"]),
        period=_period(row),
        is_stock=bool(row["as_of"]),
        population=row["population"],
        traits=tuple(each for each in traits if each[0]),
        printed=row["value"],
        kind=row["value_kind"],
        unit=row.get("unit") or (unit[1].strip() if unit else ""),
        flags=frozenset(row.get("flags", "").split()) | _flags(note),
    )


def _source(name: str) -> str:
    """Return the number by which one of the office's documents is known, or else its name."""
    known = (*REPORTS.values(), ACTION_PLAN)
    return next((each for each in known if name.startswith(f"{each}_")), name)


def _flags(note: str) -> frozenset[str]:
    return frozenset(name for name, pattern in FLAGS.items() if pattern.search(note))


def _period(row: Row) -> Period | None:
    if not row["period_start"]:
        return None
    return Period(_month(row["period_start"]), _month(row["period_end"]))


def _month(day: str) -> int:
    return month_of(date.fromisoformat(day))


def _why_not_source(row: Row) -> str | None:
    return None if row["source_file"] else "it is empty. Name the document that prints the figure."


def _why_not_start(row: Row) -> str | None:
    return _why_not_day(row["period_start"])


def _why_not_end(row: Row) -> str | None:
    if bool(row["period_end"]) != bool(row["period_start"]):
        return "a period has a first and a last day. Fill both in, or neither."
    if row["period_end"] and row["period_end"] < row["period_start"]:
        return "the period ends before it begins. Change one of the days."
    return _why_not_day(row["period_end"])


def _why_not_day(text: str) -> str | None:
    try:
        if text:
            date.fromisoformat(text)
    except ValueError:
        return f"{text!r} is not a day. Write it as 2020-12-31."
    return None


def _why_not_population(row: Row) -> str | None:
    return None if row["population"] else "it is empty. Say what is counted: new_clients."


def _why_not_category(row: Row) -> str | None:
    both = [(row[f"dimension{place}"], row[f"category{place}"]) for place in (1, 2)]
    if any(category and not dimension for dimension, category in both):
        return "a category needs its dimension. Fill both in, or neither."
    if not both[0][0] and both[1][0]:
        return "the second dimension is told without a first. Move it to dimension1."
    if both[0][0] and both[0][0] == both[1][0]:
        return "the two dimensions are the same. Leave one out."
    return None


def _why_not_kind(row: Row) -> str | None:
    known = row["value_kind"] in PATTERNS
    return None if known else f"{row['value_kind']!r} is no kind. Use one of {', '.join(PATTERNS)}."


def _why_not_value(row: Row) -> str | None:
    pattern, example = PATTERNS[row["value_kind"]]
    if pattern.fullmatch(row["value"]):
        return None
    return f"{row['value']!r} is not what a {row['value_kind']} looks like. Write {example}."


PATTERNS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "count": (SHARE, "a number: 12"),
    "percent": (SHARE, "a number without a sign: 33"),
    "lower_bound": (SHARE, "a number: 12"),
    "upper_bound": (SHARE, "a number: 12"),
    "fewer_than_5": (FEWER, "the number with its sign: <5"),
}
CHECKS: tuple[tuple[str, Callable[[Row], str | None]], ...] = (
    ("source_file", _why_not_source),
    ("period_start", _why_not_start),
    ("period_end", _why_not_end),
    ("population", _why_not_population),
    ("dimension1", _why_not_category),
    ("value_kind", _why_not_kind),
    ("value", _why_not_value),
)
