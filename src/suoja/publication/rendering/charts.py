"""Charts as Vega-Lite specifications. A hidden number has two points and no mark of any size."""

import textwrap
from collections.abc import Sequence
from typing import Any

from suoja.publication.rendering.grid import TIMES, Grid, Row, words
from suoja.statistics.tables import Table

Spec = dict[str, Any]
Datum = dict[str, str | int | None]
Column = tuple[int, str]

BAR, INK, LINE = "#0b5a5e", "#14211f", "#dae2e0"
WIDTH = 640
LETTER = 7
LABEL_LETTERS = 36
HEAD_LETTERS = 22
GAP = 40  # between panels: the number at the end of the longest bar stands in it
FEWEST = 2
LINES = "split(datum.label, '\\n')"
BANDS = {"type": "band", "paddingInner": 0.3, "paddingOuter": 0.15}
LOOK = {
    "aria": False,  # the title, the description and the table beside the chart say it better
    "background": None,
    "font": "Noto Sans, system-ui, sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "labelFontSize": 12,
        "labelLimit": 0,
        "domainColor": LINE,
        "ticks": False,
        "title": None,
    },
    "header": {
        "labelColor": INK,
        "labelFontSize": 12,
        "labelFontWeight": "bold",
        "labelExpr": LINES,
        "labelLimit": 0,
        "title": None,
    },
    "bar": {"color": BAR},
    "text": {"color": INK, "fontSize": 12},
}


def chart_of(table: Table, grid: Grid) -> Spec | None:
    """Return the chart of a table, or None where it would show no more than the numbers."""
    in_time = bool(TIMES & set(table.dimensions))
    if len(table.dimensions) == 1:
        return _columns(grid.parts) if in_time else _bars(_shown(grid.parts))
    columns, rows = _drawn(grid), _shown(grid.parts)
    if not table.dimensions or not columns or len(rows) < FEWEST:
        return None
    return _panels_in_time(columns, rows) if in_time else _panels_of_bars(columns, rows)


def _bars(rows: Sequence[Row]) -> Spec | None:
    if not _worth_drawing(rows):
        return None
    data = [_datum(row.label, row.values[0]) for row in rows]
    return _whole(_lying(rows) | _fitted(_steps(rows)), data)


def _columns(rows: Sequence[Row]) -> Spec | None:
    if not _worth_drawing(rows):
        return None
    data = [_datum(row.label, row.values[0]) for row in rows]
    return _whole(_standing() | _fitted(200), data)


def _panels_of_bars(columns: Sequence[Column], rows: Sequence[Row]) -> Spec:
    """Return a panel for each column, side by side."""
    data = [_datum(row.label, row.values[place], name) for place, name in columns for row in rows]
    letters = max(len(line) for row in rows for line in _wrapped(row.label).split("\n"))
    width = (WIDTH - LETTER * letters - GAP * len(columns)) // len(columns)
    panel = _lying(rows) | {"width": width, "height": _steps(rows)}
    facet = {"column": _panel([name for _, name in columns])}
    return _whole({"facet": facet, "spec": panel, "spacing": GAP}, data)


def _panels_in_time(columns: Sequence[Column], rows: Sequence[Row]) -> Spec:
    """Return a panel for each row that has something to draw, two in a line."""
    drawn = [row for row in rows if any(row.values[place] for place, _ in columns)]
    data = [_datum(name, row.values[place], row.label) for row in drawn for place, name in columns]
    panel = _standing(fontSize=9) | {"width": (WIDTH - GAP) // 2, "height": 80}
    facet = _panel([row.label for row in drawn])
    return _whole({"facet": facet, "columns": 2, "spec": panel, "spacing": 16}, data)


def _whole(spec: Spec, data: Sequence[Datum]) -> Spec:
    return {"data": {"values": list(data)}, **spec, "config": LOOK}


def _fitted(height: object) -> Spec:
    size = {"type": "fit-x", "contains": "padding"}
    return {"width": WIDTH, "height": height, "autosize": size}


def _panel(names: Sequence[str]) -> Spec:
    order = [textwrap.fill(name, HEAD_LETTERS) for name in names]
    return {"field": "panel", "type": "nominal", "sort": order, "title": None}


def _lying(rows: Sequence[Row]) -> Spec:
    # A label of two lines is lifted so that its middle stands beside the bar.
    lift = {"condition": {"test": "indexof(datum.label, '\\n') > 0", "value": -7}, "value": 0}
    axis = {"labelExpr": LINES, "labelPadding": 8, "labelOffset": lift}
    order = [_wrapped(row.label) for row in rows]
    place = {"field": "label", "type": "nominal", "sort": order, "axis": axis, "scale": BANDS}
    return _layers({"y": place}, "x", align="left", baseline="middle", dx=4)


def _standing(**text: int) -> Spec:
    axis = {"labelAngle": 0, "labelPadding": 6, "labelOverlap": True}
    place = {"field": "label", "type": "nominal", "sort": None, "axis": axis, "scale": BANDS}
    return _layers({"x": place}, "y", align="center", baseline="bottom", dy=-3, **text)


def _layers(place: Spec, size: str, **text: str | int) -> Spec:
    """Return a bar for each published number, and at its end the number or two points."""
    length = {"field": "value", "type": "quantitative", "axis": None}
    end = {**length, "field": "end"}
    bars = {"transform": [{"filter": "datum.value > 0"}], "mark": "bar"}
    return {
        "layer": [
            {
                "mark": {"type": "text", **text},
                "encoding": {**place, size: end, "text": {"field": "words"}},
            },
            {**bars, "encoding": {**place, size: length}},
        ]
    }


def _datum(label: str, value: int | None, panel: str = "") -> Datum:
    # A hidden number stands where a zero stands, and says that it is not one.
    return {
        "label": _wrapped(label),
        "panel": textwrap.fill(panel, HEAD_LETTERS),
        "value": value,
        "end": value or 0,
        "words": words(value),
    }


def _steps(rows: Sequence[Row]) -> Spec:
    return {"step": 32 if any("\n" in _wrapped(row.label) for row in rows) else 24}


def _wrapped(label: str) -> str:
    return textwrap.fill(label, LABEL_LETTERS)


def _worth_drawing(rows: Sequence[Row]) -> bool:
    return len(rows) >= FEWEST and any(row.values[0] for row in rows)


def _shown(rows: Sequence[Row]) -> list[Row]:
    """Leave out who is nobody, for all to see: published zeros all along the row."""
    return [row for row in rows if any(value != 0 for value in row.values)]


def _drawn(grid: Grid) -> list[Column]:
    """Return the columns, without the total, in which there is something to draw."""
    names = list(enumerate(grid.columns))[: -1 if grid.total_last else None]
    return [column for column in names if any(row.values[column[0]] for row in grid.parts)]
