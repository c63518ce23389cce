"""A chart as SVG that may stand in a page: no style, no script, names of its own.

Drawn by addition and multiplication, so that a whole report is drawn in a few milliseconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suoja.publication.rendering.charts import Break, Chart, Panel
from suoja.publication.rendering.grid import words
from suoja.publication.rendering.lettering import lines_of, width_of

BAR, INK, LINE, SOFT = "#0b5a5e", "#14211f", "#dae2e0", "#465552"
FONT = "Noto Sans, system-ui, sans-serif"
NARROW, WIDTH = 420, 560  # of one panel, of several
SIZE, SMALL = 13, 10
LABEL_LETTERS, HEAD_LETTERS = 26, 20
BAR_HEIGHT, GAP, LEADING = 18, 8, 15
COLUMNS_HEIGHT, PANEL_HEIGHT, HEAD, FOOT = 170, 72, 20, 20
APART, EDGE = 24, 4
MIDDLE = {"text_anchor": "middle"}
SLACK = 1.12  # a reader without our typeface has a wider one
FILLED = 0.72  # of the room that a column has, the column takes this much


def draw(chart: Chart, *, name: str, title: str, description: str) -> SafeString:
    """Return the chart with a title and a description; its names begin with `name`."""
    width, height, drawing = _drawn(chart, _("Break %(year)s"))
    return mark_safe(  # noqa: S308  (drawn here, its words escaped)
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" focusable="false" '
        f'aria-labelledby="{name}-title {name}-description" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FONT}" font-size="{SIZE}" fill="{INK}">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-description">{escape(description)}</desc>{drawing}</svg>'
    )


@lru_cache(maxsize=2048)
def _drawn(chart: Chart, break_words: str) -> tuple[int, int, str]:
    height, parts = _columns(chart, break_words) if chart.in_time else _bars(chart)
    return _width(chart), height, "".join(parts)


def _width(chart: Chart) -> int:
    return WIDTH if len(chart.panels) > 1 else NARROW


def _text(x: float, y: float, text: str, **attributes: str | int) -> str:
    more = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<text x="{x:.1f}" y="{y:.1f}"{more}>{escape(text)}</text>'


def _mark(x: float, y: float, width: float, height: float) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect {place} fill="{BAR}"/>'


def _largest(chart: Chart) -> int:
    return max(mark.value or 0 for panel in chart.panels for mark in panel.marks)


# Bars that lie.


def _bars(chart: Chart) -> tuple[int, list[str]]:
    labels = [lines_of(mark.label, LABEL_LETTERS) for mark in chart.panels[0].marks]
    left = 10 + SLACK * max(width_of(line, SIZE) for lines in labels for line in lines)
    tops, height = _rows(labels, _heads(chart))
    parts = [each for top, lines in tops for each in _label(left - 8, top, lines)]
    wide = (_width(chart) - left - APART * (len(chart.panels) - 1)) / len(chart.panels)
    for place, panel in enumerate(chart.panels):
        start = left + place * (wide + APART)
        parts += _head(panel, start)
        parts += _lying(panel, chart, start, wide, [top for top, _lines in tops])
    return height, parts


def _heads(chart: Chart) -> int:
    """Return the room over the panels: as many lines as the longest of their names has."""
    lines = max(len(lines_of(panel.name, HEAD_LETTERS)) for panel in chart.panels)
    return LEADING * lines + GAP if any(panel.name for panel in chart.panels) else 0


def _rows(labels: list[tuple[str, ...]], top: int) -> tuple[list[tuple[int, tuple[str, ...]]], int]:
    """Return the middle of each row with its label, and the height of all."""
    rows = []
    for lines in labels:
        room = max(BAR_HEIGHT, LEADING * len(lines)) + GAP
        rows.append((top + room // 2, lines))
        top += room
    return rows, top


def _label(right: float, middle: int, lines: tuple[str, ...]) -> Iterator[str]:
    first = middle - LEADING * (len(lines) - 1) / 2 + SIZE * 0.35
    for number, line in enumerate(lines):
        yield _text(right, first + LEADING * number, line, text_anchor="end")


def _head(panel: Panel, start: float) -> Iterator[str]:
    for number, line in enumerate(lines_of(panel.name, HEAD_LETTERS)):
        yield _text(start, LEADING * (number + 1) - 2, line, font_weight="bold")


def _lying(
    panel: Panel, chart: Chart, start: float, wide: float, middles: list[int]
) -> Iterator[str]:
    most = _largest(chart)
    longest = wide - width_of(words(most), SIZE) - 8
    for mark, middle in zip(panel.marks, middles, strict=True):
        length = longest * (mark.value or 0) / most
        if length:
            yield _mark(start, middle - BAR_HEIGHT / 2, length, BAR_HEIGHT)
        yield _text(start + length + 5, middle + SIZE * 0.35, words(mark.value))


# Columns that stand.


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a panel of columns is: its left, its top, and the room of the columns themselves."""

    x: int
    y: int
    wide: int
    high: int

    @property
    def base(self) -> int:
        return self.y + HEAD * 2 + self.high


def _columns(chart: Chart, break_words: str) -> tuple[int, list[str]]:
    if len(chart.panels) == 1:
        frame = _Frame(EDGE, 0, NARROW - 2 * EDGE, COLUMNS_HEIGHT)
        return frame.base + FOOT, list(_standing(chart.panels[0], chart, frame, break_words))
    wide, high = (WIDTH - APART) // 2, PANEL_HEIGHT + HEAD * 3 + FOOT
    parts = []
    for place, panel in enumerate(chart.panels):
        frame = _Frame(place % 2 * (wide + APART), place // 2 * high + HEAD, wide, PANEL_HEIGHT)
        parts.append(_text(frame.x, frame.y - 6, panel.name, font_weight="bold"))
        parts += _standing(panel, chart, frame, break_words)
    return high * ((len(chart.panels) + 1) // 2), parts


def _standing(panel: Panel, chart: Chart, frame: _Frame, break_words: str) -> Iterator[str]:
    step, most = frame.wide / len(panel.marks), _largest(chart)
    size = SMALL if step < width_of("0000", SIZE) + 4 else SIZE - 1
    yield f'<path d="M{frame.x} {frame.base}H{frame.x + frame.wide}" stroke="{LINE}"/>'
    for place, mark in enumerate(panel.marks):
        tall, middle = frame.high * (mark.value or 0) / most, frame.x + step * (place + 0.5)
        if tall:
            yield _mark(middle - step * FILLED / 2, frame.base - tall, step * FILLED, tall)
        yield _text(middle, frame.base - tall - 4, words(mark.value), **MIDDLE, font_size=size)
        if _is_labelled(panel, place, step, size):
            yield _text(middle, frame.base + size + 5, mark.label, **MIDDLE, font_size=size)
    for each in chart.breaks:
        yield from _dashed(each, frame.x + step * each.place, frame, break_words)


def _is_labelled(panel: Panel, place: int, step: float, size: int) -> bool:
    """Test if there is room for this label; the last one always has it."""
    widest = max(width_of(mark.label, size) for mark in panel.marks)
    every = -int(-(widest + 4) // step)
    return (len(panel.marks) - 1 - place) % every == 0


def _dashed(each: Break, x: float, frame: _Frame, break_words: str) -> Iterator[str]:
    top = frame.y + HEAD - 4
    line = f'stroke="{SOFT}" stroke-width="1.2" stroke-dasharray="4 3"'
    yield f'<path d="M{x:.1f} {top}V{frame.base + 4}" {line}/>'
    told = break_words % {"year": each.year}
    yield _text(x, top - 4, told, **MIDDLE, font_size=SMALL, fill=SOFT)
