"""One table over all published reports: of each time, what the newest report says.

The numbers of a time come from one release, so that they still add up. A time of which nothing is
published anywhere is left out. Whole years and half-years stand apart: they cannot be compared.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period, months_between
from suoja.publication.models import Release
from suoja.publication.rendering.document import Section, section_of
from suoja.publication.rendering.grid import TIMES
from suoja.publication.rendering.pages import section_context
from suoja.publication.rendering.published import Published
from suoja.publication.rendering.report import CHAPTERS
from suoja.statistics.choices import TOTAL
from suoja.statistics.tables import Cell, Table

KINDS: Mapping[int, tuple[str, Promise]] = {
    12: ("years", _("Whole years")),
    6: ("half_years", _("Half-years")),
}
OTHER_KIND = ("others", _("Other periods"))
FEWEST_PANELS, MOST_PANELS = 2, 16


@dataclass(frozen=True, slots=True)
class Source:
    """The release from which the numbers of some times come."""

    times: str
    published: Published


def chapters(published: Sequence[Published]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the titles of chapters, each with the names and titles of its tables."""
    titles = {name: str(table.title) for each in reversed(published) for name, table in _of(each)}
    found = [(str(chapter.title), _titled(chapter.tables, titles)) for chapter in CHAPTERS]
    return [(title, tables) for title, tables in found if tables]


def series_page(published: Sequence[Published], table_id: str) -> dict[str, Any] | None:
    """Return what the page of a series shows; None if no release has such a table.

    `published` are the releases in force, the newest first.
    """
    found = [each for each in published if table_id in each.tables]
    if not found:
        return None
    newest, groups = found[0].tables[table_id], list(_groups(found, table_id))
    return {
        "title": str(newest.title),
        "definition": str(newest.definition),
        "measure": newest.population,
        "groups": groups,
        "span": groups[0]["span"] if groups else "",
    }


def _groups(found: Sequence[Published], table_id: str) -> Iterator[dict[str, Any]]:
    by_kind: dict[tuple[str, Promise], list[Published]] = {}
    for each in found:
        by_kind.setdefault(_kind(each.release), []).append(each)
    for (code, title), members in sorted(by_kind.items(), key=_longest_first):
        chosen = _chosen(members, table_id)
        if chosen:
            span = _span(min(chosen), max(chosen))
            table = replace(_joined(chosen, table_id), id=f"{table_id}_{code}")
            section = _section(replace(table, title=f"{title}, {span}"))
            yield {
                "section": section_context(section),
                "sources": list(_sources(chosen)),
                "span": span,
            }


def _longest_first(member: tuple[tuple[str, Promise], object]) -> int:
    return [*KINDS.values(), OTHER_KIND].index(member[0])


def _kind(release: Release) -> tuple[str, Promise]:
    period: Period = release.months
    return KINDS.get(len(months_between(period.first, period.last)), OTHER_KIND)


def _chosen(members: Sequence[Published], table_id: str) -> dict[str, Published]:
    """Return, for each time, the newest release that publishes anything of it."""
    chosen: dict[str, Published] = {}
    for each in members:
        table = each.tables[table_id]
        for cell in table.cells:
            if not cell.hidden and _time(table, cell) != TOTAL:
                chosen.setdefault(_time(table, cell), each)
    return dict(sorted(chosen.items()))


def _joined(chosen: Mapping[str, Published], table_id: str) -> Table:
    newest = max(chosen.items())[1].tables[table_id]
    code = _time_code(newest)
    own = tuple(each for each in newest.dimensions if each != code)
    return replace(
        newest,
        dimensions=(code, *own),
        margins=own,
        cells=tuple(_cells(chosen, table_id, code)),
        breaks=tuple(dict.fromkeys(b for p in chosen.values() for b in p.tables[table_id].breaks)),
    )


def _cells(chosen: Mapping[str, Published], table_id: str, code: str) -> Iterator[Cell]:
    for time, each in chosen.items():
        table = each.tables[table_id]
        for cell in table.cells:
            if _time(table, cell) == time:
                yield replace(cell, categories={**cell.categories, code: time})


def _time_code(table: Table) -> str:
    return next((each for each in table.dimensions if each in TIMES), "year")


def _time(table: Table, cell: Cell) -> str:
    """Return the time that a cell is of: its own, or the period of its table."""
    return cell.categories.get(_time_code(table), str(table.period))


def _section(table: Table) -> Section:
    """Leave the chart out where it has one column only, or no panels that anyone compares."""
    section = section_of(table)
    times = {cell.categories[table.dimensions[0]] for cell in table.cells}
    panels = [row for row in section.grid.parts if any(row.values)]
    compared = FEWEST_PANELS <= len(panels) <= MOST_PANELS
    drawn = len(times) > 1 and (len(table.dimensions) == 1 or compared)
    return section if drawn else replace(section, chart=None)


def _sources(chosen: Mapping[str, Published]) -> Iterator[Source]:
    for _digest, run in groupby(chosen.items(), key=lambda each: each[1].digest):
        times = list(run)
        yield Source(_span(times[0][0], times[-1][0]), times[0][1])


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _of(published: Published) -> list[tuple[str, Table]]:
    return list(published.tables.items())


def _titled(names: Sequence[str], titles: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, titles[name]) for name in names if name in titles]
