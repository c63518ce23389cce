"""The report for scripts: codes and numbers, the same in every language."""

import json
from collections.abc import Iterable
from typing import Any

from suoja.core.calendar import Period
from suoja.publication.rendering.report import Report
from suoja.statistics.tables import Cell, Table


def write(report: Report, _language: str) -> bytes:
    """Return the report as JSON; the value of a hidden cell is null."""
    public = (table.public() for table in report.tables)
    return as_json(public, period=report.period, version=report.version)


def as_json(tables: Iterable[Table], *, period: Period, version: int) -> bytes:
    """Return tables as they are: whoever hands over true values gets them."""
    content = {
        "period": str(period),
        "version": version,
        "tables": [_table(table) for table in tables],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _table(table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "population": table.population,
        "dimensions": list(table.dimensions),
        "cells": [_cell(cell) for cell in table.cells],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "categories": dict(cell.categories),
        "value": cell.value,
        "status": str(cell.status.value),
    }
