"""Bars that lie, one under another: panels beside each other, or on a phone one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from suoja.publication.rendering.charts import Chart, Panel
from suoja.publication.rendering.drawing import (
    APART,
    GAP,
    LEADING,
    SIZE,
    SLACK,
    Layout,
    head,
    largest,
    mark,
    room_of_heads,
    text,
)
from suoja.publication.rendering.grid import words
from suoja.publication.rendering.lettering import lines_of, width_of

BAR_HEIGHT = 18
LETTERS_BESIDE = 26
LETTER = 0.58 * SIZE  # an ordinary letter
BASELINE = SIZE * 0.35


@dataclass(frozen=True, slots=True)
class _Row:
    """One category: where its words begin, and the middle of its bar."""

    label: tuple[str, ...]
    first_line: float
    middle: float


def bars(chart: Chart, layout: Layout) -> tuple[int, list[str]]:
    """Return the height of the picture and what is in it."""
    if not layout.labels_above:
        return _side_by_side(chart, layout)
    top, parts = 0, []
    for panel in chart.panels:
        top, drawn = _one_of_many(panel, chart, layout, top)
        parts += drawn
    return top, parts


def _side_by_side(chart: Chart, layout: Layout) -> tuple[int, list[str]]:
    labels = [lines_of(each.label, LETTERS_BESIDE) for each in chart.panels[0].marks]
    left = 10 + SLACK * max(width_of(line, SIZE) for lines in labels for line in lines)
    wide = (layout.width - left - APART * (len(chart.panels) - 1)) / len(chart.panels)
    heads = room_of_heads(chart, wide)
    rows, height = _rows_beside(labels, heads + GAP if heads else 0)
    parts = [each for row in rows for each in _label(row, left - 8, text_anchor="end")]
    for place, panel in enumerate(chart.panels):
        start = left + place * (wide + APART)
        parts += head(start, 0, panel.name, wide)
        parts += _lying(panel, chart, start, wide, rows)
    return height, parts


def _one_of_many(panel: Panel, chart: Chart, layout: Layout, top: int) -> tuple[int, list[str]]:
    """Return the foot of a panel whose labels stand above their bars, and what is in it."""
    letters = int(layout.width / LETTER / SLACK)
    labels = [lines_of(each.label, letters) for each in panel.marks]
    heads = room_of_heads(Chart((panel,)), layout.width)
    rows, foot = _rows_above(labels, top + (heads + GAP if heads else 0))
    parts = [*head(0, top, panel.name, layout.width)]
    parts += [each for row in rows for each in _label(row, 0)]
    parts += _lying(panel, chart, 0, layout.width, rows)
    return foot + GAP * (panel.name != ""), parts


def _rows_beside(labels: list[tuple[str, ...]], top: int) -> tuple[list[_Row], int]:
    rows = []
    for lines in labels:
        room = max(BAR_HEIGHT, LEADING * len(lines)) + GAP
        middle = top + room // 2
        rows.append(_Row(lines, middle - LEADING * (len(lines) - 1) / 2 + BASELINE, middle))
        top += room
    return rows, top


def _rows_above(labels: list[tuple[str, ...]], top: int) -> tuple[list[_Row], int]:
    rows = []
    for lines in labels:
        over = LEADING * len(lines) + 2
        rows.append(_Row(lines, top + LEADING - 3, top + over + BAR_HEIGHT / 2))
        top += over + BAR_HEIGHT + GAP
    return rows, top


def _label(row: _Row, x: float, **attributes: str | int) -> Iterator[str]:
    for number, line in enumerate(row.label):
        yield text(x, row.first_line + LEADING * number, line, **attributes)


def _lying(
    panel: Panel, chart: Chart, start: float, wide: float, rows: list[_Row]
) -> Iterator[str]:
    most = largest(chart)
    longest = wide - SLACK * width_of(words(most), SIZE) - 8
    for each, row in zip(panel.marks, rows, strict=True):
        length = longest * (each.value or 0) / most
        if length:
            yield mark(start, row.middle - BAR_HEIGHT / 2, length, BAR_HEIGHT)
        yield text(start + length + 5, row.middle + BASELINE, words(each.value))
