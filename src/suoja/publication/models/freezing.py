"""Tables as bytes: the same tables give the same bytes, and the bytes give the tables again.

Titles and definitions are kept in every language: a definition that is worded anew does not
change what an old report says it counted.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.functional import Promise, lazy
from django.utils.translation import get_language, override

from suoja.core.calendar import Period
from suoja.statistics.choices import Counts, Status
from suoja.statistics.tables import Cell, SeriesBreak, Table

FORMAT = 1
SOURCE_LANGUAGE = "en"


def freeze(tables: Iterable[Table]) -> bytes:
    """Return the tables, with the statuses and values they have, as canonical JSON."""
    content = {"format": FORMAT, "tables": [_frozen(table) for table in tables]}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def thaw(content: bytes) -> tuple[Table, ...]:
    """Read what `freeze` wrote; raise ValueError for any other format."""
    stored = json.loads(content)
    if stored["format"] != FORMAT:
        raise ValueError(f"Tables of format {stored['format']} cannot be read.")
    return tuple(map(_thawed, stored["tables"]))


def _frozen(table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "title": _in_each_language(table.title),
        "definition": _in_each_language(table.definition),
        "population": table.population,
        "period": [table.period.first, table.period.last],
        "dimensions": table.dimensions,
        "margins": table.margins,
        "counts": table.counts.value,
        "open_list": sorted(table.open_list),
        "breaks": [[each.year, _in_each_language(each.note)] for each in table.breaks],
        "cells": [_frozen_cell(cell, table.dimensions) for cell in table.cells],
    }


def _frozen_cell(cell: Cell, dimensions: Sequence[str]) -> list[Any]:
    return [[cell.categories[each] for each in dimensions], cell.value, cell.status.value]


def _thawed(stored: Mapping[str, Any]) -> Table:
    dimensions = tuple(stored["dimensions"])
    return Table(
        id=stored["id"],
        title=_in_this_language(stored["title"]),
        definition=_in_this_language(stored["definition"]),
        population=stored["population"],
        period=Period(*stored["period"]),
        dimensions=dimensions,
        margins=tuple(stored["margins"]),
        counts=Counts(stored["counts"]),
        open_list=frozenset(stored["open_list"]),
        breaks=tuple(SeriesBreak(year, _in_this_language(note)) for year, note in stored["breaks"]),
        cells=tuple(
            Cell(dict(zip(dimensions, categories, strict=True)), value, Status(status))
            for categories, value, status in stored["cells"]
        ),
    )


def _in_each_language(text: str | Promise) -> dict[str, str]:
    return {language: _in(language, text) for language, _ in settings.LANGUAGES}


def _in(language: str, text: str | Promise) -> str:
    with override(language):
        return str(text)


def _chosen(texts: tuple[tuple[str, str], ...]) -> str:
    language = (get_language() or SOURCE_LANGUAGE)[:2]
    return dict(texts).get(language, texts[0][1])


_of_language = lazy(_chosen, str)


def _in_this_language(texts: Mapping[str, str]) -> str | Promise:
    return _of_language(tuple(texts.items()))
