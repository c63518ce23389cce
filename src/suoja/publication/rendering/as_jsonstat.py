"""A table as a dataset of JSON-stat 2.0."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.publication.rendering.cube import Axis, Cube, cube_of
from suoja.publication.rendering.legend import Legend, legend_of
from suoja.publication.rendering.report import Report
from suoja.statistics.choices import Status
from suoja.statistics.tables import Table


def write_table(table: Table, report: Report, language: str) -> bytes:
    """Return the dataset; the value of a hidden cell is null and its status says so."""
    with override(language):
        cube = cube_of(table)
        dataset = _dataset(cube, legend_of(table, cube, report), report)
        dataset["extension"] = _extension(table, report, language)
    return (json.dumps(dataset, ensure_ascii=False) + "\n").encode()


def _dataset(cube: Cube, legend: Legend, report: Report) -> dict[str, Any]:
    return {
        "version": "2.0",
        "class": "dataset",
        "label": legend.title,
        "source": legend.source,
        "updated": report.dated.isoformat(),
        "note": [*legend.notes, legend.cite],
        "id": [axis.code for axis in cube.axes],
        "size": list(cube.sizes),
        "role": _roles(cube),
        "dimension": {axis.code: _dimension(axis) for axis in cube.axes},
        "value": list(cube.values),
        "status": _statuses(cube),
    }


def _roles(cube: Cube) -> dict[str, list[str]]:
    times = [axis.code for axis in cube.axes if axis.is_time]
    return {"time": times} if times else {}


def _dimension(axis: Axis) -> dict[str, Any]:
    words = dict(zip(axis.codes, axis.words, strict=True))
    return {"label": axis.label, "category": {"index": list(axis.codes), "label": words}}


def _statuses(cube: Cube) -> Mapping[str, str]:
    """Return the places of the hidden cells; all others are published."""
    hidden = Status.HIDDEN.value
    return {str(place): hidden for place, value in enumerate(cube.values) if value is None}


def _extension(table: Table, report: Report, language: str) -> dict[str, Any]:
    return {
        "table": table.id,
        "population": table.population,
        "period": str(table.period),
        "report": str(report.period),
        "version": report.version,
        "published": not report.preliminary,
        "language": language,
        "status": {"label": {Status.HIDDEN.value: _("Not shown, to protect people")}},
    }
