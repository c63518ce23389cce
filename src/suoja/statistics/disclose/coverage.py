"""What part of the data a folder is about: it is kept in the folder, for the releases to come."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from suoja.statistics.disclose.data import Data
from suoja.statistics.disclose.folder import AUDIT, WRITTEN_BY
from suoja.statistics.disclose.spec import Spec

COVERS = "covers"
# Of each variable the columns, the finest first, and the categories that each had.
Coverage = Mapping[str, Mapping[str, list[str]]]


def coverage(spec: Spec, data: Data) -> Coverage:
    """Return which categories there were, whether or not a table shows them."""
    columns = dict(zip(data.columns, zip(*data.lines, strict=True), strict=True))
    return {
        variable.name: {level: sorted(set(columns[level])) for level in variable.levels}
        for variable in spec.variables
    }


def covered(path: Path, spec: Spec) -> Iterator[tuple[str, list[str]]]:
    """Yield the categories that an earlier file was about: of each variable, by the finest column
    that the spec has too. Nothing if the folder of the file does not tell.
    """
    for levels in _stored(path.with_name(AUDIT)).values():
        known = (column for column in levels if spec.position_of(column) is not None)
        for column in list(known)[:1]:
            yield column, levels[column]


def _stored(path: Path) -> Coverage:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    ours = isinstance(found, dict) and found.get("written_by") == WRITTEN_BY
    stored: Coverage = found.get(COVERS, {}) if ours else {}
    return stored
