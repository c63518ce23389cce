"""What published reports told differently: each needs an explanation.

Only shown numbers are compared, so a difference is one that every reader can find.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from suoja.core.calendar import Period
from suoja.publication.models import Explanation, Release
from suoja.publication.rendering.grid import words
from suoja.publication.rendering.published import with_tables
from suoja.statistics.choices import TOTAL
from suoja.statistics.labels import label
from suoja.statistics.tables import Cell, Table

YEAR = "year"
# Two halves of a year add up to the year: of each flow the first table tells the total.
FLOWS = ("new_clients_by_sex", "referrals_by_referrer")

Tables = Mapping[str, Table]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two published numbers of a year that should be one; `explanation` is empty at first.

    There is one for each table and year: the total, or else the first part that differs.
    """

    table: str
    year: str
    before: int
    after: int
    title: str = field(compare=False)
    said: str = field(compare=False)
    explanation: str = field(default="", compare=False)

    @property
    def key(self) -> str:
        return f"{self.table}-{self.year}"


def differences_of(release: Release) -> tuple[Difference, ...]:
    """Return every difference to what other reports say, explained or not."""
    approved = list(Release.objects.approved().newest_first())
    before, (first, second, year) = report_before(release, approved), _of_year(release, approved)
    if before is None and None in (first, second, year):
        return ()
    involved = [one for one in (before, first, second, year, release) if one is not None]
    tables = {one.release.pk: one.tables for one in with_tables(list(dict.fromkeys(involved)))}
    found: list[Difference] = []
    if before is not None:
        found += _in_series(before.period, tables[before.pk], tables[release.pk])
    if first is not None and second is not None and year is not None:
        found += _of_halves(tables[first.pk], tables[second.pk], tables[year.pk])
    written = _explained(release)
    return tuple(replace(each, explanation=written.get(each, "")) for each in found)


def report_before(release: Release, approved: Iterable[Release]) -> Release | None:
    """Return of the reports, the newest first, the next on earlier, but the same, months."""
    earlier = (one for one in approved if one.last_month < release.last_month)
    months = _months(release.months)
    return next((one for one in earlier if _months(one.months) == months), None)


def _months(period: Period) -> tuple[int, int]:
    """Return which months of a year, or of how many years, a period covers."""
    start = period.year * 100
    return period.first - start, period.last - start


def _of_year(release: Release, approved: Iterable[Release]) -> list[Release | None]:
    """Return both halves of the release's year and the year itself; None if not published."""
    year = release.months.year
    known = {one.period: one for one in approved} | {release.period: release}
    return [known.get(period) for period in (f"{year}-H1", f"{year}-H2", str(year))]


def _in_series(period: str, before: Tables, after: Tables) -> Iterator[Difference]:
    """Yield the years of a series that the report on an earlier period told differently."""
    for name, table in after.items():
        if name in before and YEAR in table.dimensions:
            for year, (cell, old, new) in _differing(before[name], table).items():
                said = {"earlier": period, "before": words(old), "after": words(new)}
                sentence = _("The report on %(earlier)s said %(before)s; this one says %(after)s.")
                yield Difference(name, year, old, new, _title(table, cell), sentence % said)


def _differing(before: Table, after: Table) -> dict[str, tuple[Cell, int, int]]:
    """Return what differs in each year of a series: the total, or else the first part."""
    known = {_at(cell): cell.value for cell in before.cells}
    found: dict[str, tuple[Cell, int, int]] = {}
    for cell in sorted(after.cells, key=_detail):
        year, old, new = cell.categories[YEAR], known.get(_at(cell)), cell.value
        if year != TOTAL and old is not None and new is not None and old != new:
            found.setdefault(year, (cell, old, new))
    return found


def _detail(cell: Cell) -> int:
    """Return by how many dimensions a cell is broken down."""
    return sum(category != TOTAL for category in cell.categories.values())


def _at(cell: Cell) -> frozenset[tuple[str, str]]:
    return frozenset(cell.categories.items())


def _parts(cell: Cell) -> list[str]:
    """Return in words by what a cell of a year is broken down: a total by nothing."""
    chosen = [each for each in cell.categories.items() if each[0] != YEAR and each[1] != TOTAL]
    return [str(label(*each)) for each in chosen]


def _title(table: Table, cell: Cell) -> str:
    return ", ".join((str(table.title), *_parts(cell)))


def _of_halves(first: Tables, second: Tables, year: Tables) -> Iterator[Difference]:
    """Yield the flows of a year that are not what its two halves add up to."""
    for name in FLOWS:
        one, other, whole = (tables[name].value() for tables in (first, second, year))
        if one is None or other is None or whole is None or one + other == whole:
            continue
        table = year[name]
        said = {"halves": words(one + other), "year": words(whole)}
        sentence = _(
            "The reports on its halves add up to %(halves)s; that on the year says %(year)s."
        )
        yield Difference(
            name, str(table.period), one + other, whole, str(table.title), sentence % said
        )


def _explained(release: Release) -> dict[Difference, str]:
    """Return the texts by the numbers that they are written for."""
    written = Explanation.objects.filter(release=release).order_by("pk")
    return {
        Difference(one.table, one.year, one.before, one.after, title="", said=""): one.text
        for one in written
    }
