"""What charts are drawn with: colours, sizes, the room they have, and the marks themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import escape

from suoja.publication.rendering.charts import Chart
from suoja.publication.rendering.lettering import lines_of

BAR, INK, LINE, SOFT = "#0b5a5e", "#14211f", "#dae2e0", "#465552"
SIZE, SMALL = 13, 10
LEADING, GAP, APART, EDGE = 15, 8, 24, 4
MIDDLE = {"text_anchor": "middle"}
BOLD = 0.65 * SIZE  # an ordinary letter in bold
SLACK = 1.12  # a reader without our typeface has a wider one


@dataclass(frozen=True, slots=True)
class Layout:
    """The room that a chart has; `abreast` are the panels of columns beside each other."""

    name: str
    width: int
    abreast: int
    labels_above: bool = False


BESIDE = Layout("beside", 420, 1)  # in print, beside a table of one column
WIDE = Layout("wide", 720, 2)  # the whole line
NARROW = Layout("narrow", 288, 1, labels_above=True)  # a phone: one panel under another


def text(x: float, y: float, words: str, **attributes: str | int) -> str:
    """Return a line of text that stands on y."""
    more = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<text x="{x:.1f}" y="{y:.1f}"{more}>{escape(words)}</text>'


def mark(x: float, y: float, width: float, height: float) -> str:
    """Return a bar or a column."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect {place} fill="{BAR}"/>'


def head(x: float, top: float, name: str, wide: float) -> Iterator[str]:
    """Yield the name of a panel in bold, on as many lines as it needs."""
    for number, line in enumerate(_head_lines(name, wide)):
        yield text(x, top + LEADING * (number + 1) - 2, line, font_weight="bold")


def room_of_heads(chart: Chart, wide: float) -> int:
    """Return the room over the panels: as many lines as the longest of their names has."""
    return LEADING * max(len(_head_lines(panel.name, wide)) for panel in chart.panels)


def _head_lines(name: str, wide: float) -> tuple[str, ...]:
    return lines_of(name, int(wide / BOLD)) if name else ()


def largest(chart: Chart) -> int:
    """Return the number that has the longest bar."""
    return max(each.value or 0 for panel in chart.panels for each in panel.marks)
