"""The whole report as open data: every table in every format, explained to people and programs."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from django.utils.translation import override

from suoja.publication.choices import TableFormat
from suoja.publication.rendering import as_csv, readme
from suoja.publication.rendering.archive import packed
from suoja.publication.rendering.cube import Cube, cube_of
from suoja.publication.rendering.files import KINDS, Kind
from suoja.publication.rendering.legend import legend_of, office
from suoja.publication.rendering.report import Report
from suoja.publication.rendering.titles import title_of
from suoja.statistics.choices import Status
from suoja.statistics.tables import Table

PATHS = {kind: f"{kind}/{{table}}.{how.ending}" for kind, how in KINDS.items()}


def write(report: Report, language: str) -> bytes:
    """Return the ZIP: a folder for each format, a page for people and an index for programs."""
    with override(language):
        files = dict(_files(report, language))
        index = json.dumps(_index(report, language, files), ensure_ascii=False, indent=1) + "\n"
        said = readme.write(report, list(PATHS.values()))
    first = {"README.txt": said, "datapackage.json": index.encode()}
    return packed((first | files).items(), dated=report.dated)


def path_of(kind: str, table_id: str) -> str:
    """Return where a table lies in the package."""
    return PATHS[TableFormat(kind)].format(table=table_id)


def _files(report: Report, language: str) -> Iterator[tuple[str, bytes]]:
    for kind, how in KINDS.items():
        for table in report.tables:
            yield path_of(kind, table.id), how.write(table, report, language)


def _index(report: Report, language: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the description that Data Package asks for."""
    return {
        "profile": "data-package",
        "name": f"suoja-{report.period}-v{report.version}".lower().replace("..", "-"),
        "title": title_of(report.period),
        "version": str(report.version),
        "created": f"{report.dated.isoformat()}T12:00:00Z",
        "language": language,
        "sources": [{"title": office()}],
        "resources": [each for table in report.tables for each in _resources(table, report, files)],
    }


def _resources(
    table: Table, report: Report, files: Mapping[str, bytes]
) -> Iterator[dict[str, Any]]:
    """Yield the files of a table; the columns of the one that has any are described."""
    cube = cube_of(table)
    title = legend_of(table, cube, report).title
    told = {"title": title, "description": str(table.definition)}
    for kind, how in KINDS.items():
        path = PATHS[kind].format(table=table.id)
        named = {"name": f"{table.id}-{kind}", "path": path, "format": how.ending}
        yield named | told | _measured(how, files[path]) | _described(kind, cube)


def _measured(how: Kind, content: bytes) -> dict[str, Any]:
    return {
        "mediatype": how.content_type.partition(";")[0],
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }


def _described(kind: TableFormat, cube: Cube) -> dict[str, Any]:
    if kind != TableFormat.CSV:
        return {}
    return {"profile": "tabular-data-resource", "schema": _schema(as_csv.columns(cube.axes))}


def _schema(columns: list[str]) -> dict[str, Any]:
    *words, value, status = columns
    statuses = [Status.PUBLISHED.value, Status.HIDDEN.value]
    return {
        "fields": [
            *({"name": name, "type": "string"} for name in words),
            {"name": value, "type": "integer"},
            {"name": status, "type": "string", "constraints": {"enum": statuses}},
        ],
        "missingValues": [""],
    }
