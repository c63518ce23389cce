"""Columns that stand in the order of time: one panel, or several in rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from suoja.publication.rendering.charts import Break, Chart, Panel
from suoja.publication.rendering.drawing import (
    APART,
    EDGE,
    GAP,
    LINE,
    MIDDLE,
    SIZE,
    SLACK,
    SMALL,
    SOFT,
    Layout,
    head,
    largest,
    mark,
    room_of_heads,
    text,
)
from suoja.publication.rendering.grid import words
from suoja.publication.rendering.lettering import width_of

COLUMNS_HEIGHT, PANEL_HEIGHT, HEAD, FOOT = 170, 84, 20, 22
FILLED = 0.72  # of the room that a column has, the column takes this much


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the columns of a panel are, the words under the first and the last one included."""

    x: float
    y: int
    wide: float
    high: int

    @property
    def base(self) -> int:
        return self.y + HEAD * 2 + self.high


def columns(chart: Chart, layout: Layout, break_words: str) -> tuple[int, list[str]]:
    """Return the height of the picture and what is in it."""
    if len(chart.panels) == 1:
        frame = _Frame(0, 0, layout.width, COLUMNS_HEIGHT)
        return frame.base + FOOT, list(_standing(chart.panels[0], chart, frame, break_words))
    wide = (layout.width - APART * (layout.abreast - 1)) // layout.abreast
    heads = room_of_heads(chart, wide)
    high = heads + PANEL_HEIGHT + HEAD * 2 + FOOT + GAP
    parts: list[str] = []
    for place, panel in enumerate(chart.panels):
        row, column = divmod(place, layout.abreast)
        frame = _Frame(column * (wide + APART), row * high + heads, wide, PANEL_HEIGHT)
        parts += head(frame.x, row * high, panel.name, wide)
        parts += _standing(panel, chart, frame, break_words)
    return high * -(-len(chart.panels) // layout.abreast) - GAP, parts


def _standing(panel: Panel, chart: Chart, frame: _Frame, break_words: str) -> Iterator[str]:
    most, size = largest(chart), _size(panel, frame)
    edge, step = _steps(panel, frame, size)
    yield f'<path d="M{frame.x} {frame.base}H{frame.x + frame.wide}" stroke="{LINE}"/>'
    is_valued = _has_room([words(each.value) for each in panel.marks], step, size, 1)
    is_labelled = _has_room([each.label for each in panel.marks], step, size, 4)
    for place, each in enumerate(panel.marks):
        tall, middle = frame.high * (each.value or 0) / most, edge + step * (place + 0.5)
        if tall:
            yield mark(middle - step * FILLED / 2, frame.base - tall, step * FILLED, tall)
        if is_valued[place] or each.value is None:
            yield text(middle, frame.base - tall - 4, words(each.value), **MIDDLE, font_size=size)
        if is_labelled[place]:
            yield text(middle, frame.base + size + 5, each.label, **MIDDLE, font_size=size)
    for every in chart.breaks:
        yield from _dashed(every, edge + step * every.place, frame, break_words)


def _size(panel: Panel, frame: _Frame) -> int:
    step = frame.wide / len(panel.marks)
    return SMALL if step < width_of("0000", SIZE) + 4 else SIZE - 1


def _steps(panel: Panel, frame: _Frame, size: int) -> tuple[float, float]:
    """Return where the columns begin and how far apart they are, so that no label is cut."""
    widest = SLACK * max(width_of(each.label, size) for each in panel.marks)
    edge = max(EDGE, (widest - frame.wide / len(panel.marks)) / 2 + EDGE)
    return frame.x + edge, (frame.wide - 2 * edge) / len(panel.marks)


def _has_room(texts: Sequence[str], step: float, size: int, apart: int) -> list[bool]:
    """Return which of these words have room side by side; the last ones always do."""
    every = -int(-(max(width_of(each, size) for each in texts) + apart) // step)
    return [(len(texts) - 1 - place) % every == 0 for place in range(len(texts))]


def _dashed(each: Break, x: float, frame: _Frame, break_words: str) -> Iterator[str]:
    top = frame.y + HEAD - 4
    line = f'stroke="{SOFT}" stroke-width="1.2" stroke-dasharray="4 3"'
    yield f'<path d="M{x:.1f} {top}V{frame.base + 4}" {line}/>'
    told = break_words % {"year": each.year}
    half = SLACK * width_of(told, SMALL) / 2
    middle = min(max(x, frame.x + half), frame.x + frame.wide - half)
    yield text(middle, top - 4, told, **MIDDLE, font_size=SMALL, fill=SOFT)
