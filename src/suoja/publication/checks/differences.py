"""Totals that the report before told differently: each needs an explanation."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from suoja.core.calendar import Period
from suoja.publication.models import Explanation, Release, ReleaseContent
from suoja.statistics.choices import TOTAL
from suoja.statistics.tables import Table, by_id

YEAR = "year"


@dataclass(frozen=True, slots=True)
class Difference:
    """One total of a year that both reports show; `explanation` is empty until one is written."""

    table: str
    year: str
    before: int
    after: int
    title: str = field(compare=False)
    earlier: Release = field(compare=False)
    explanation: str = field(compare=False)

    @property
    def key(self) -> str:
        return f"{self.table}-{self.year}"


def differences_of(release: Release) -> tuple[Difference, ...]:
    """Return every total that differs from the report before, explained or not."""
    earlier = report_before(release)
    if earlier is None:
        return ()
    content = ReleaseContent.objects.public_side()
    old, new = (by_id(content.newest_of(one).tables) for one in (earlier, release))
    explained = _explained(release)
    shared = [table for name, table in new.items() if name in old]
    return tuple(
        Difference(table.id, year, before, after, str(table.title), earlier, explanation)
        for table in shared
        for year, before, after in _differing(old[table.id], table)
        for explanation in [explained.get((table.id, year, before, after), "")]
    )


def report_before(release: Release) -> Release | None:
    """Return the newest approved report on an earlier period of the same months of the year."""
    approved = Release.objects.approved().filter(last_month__lt=release.last_month)
    months = _months(release.months)
    alike = (one for one in approved.newest_first() if _months(one.months) == months)
    return next(alike, None)


def _months(period: Period) -> tuple[int, int]:
    """Return which months of a year, or of how many years, a period covers."""
    start = period.year * 100
    return period.first - start, period.last - start


def _differing(before: Table, after: Table) -> Iterator[tuple[str, int, int]]:
    old = dict(_totals(before))
    for year, value in _totals(after):
        if old.get(year, value) != value:
            yield year, old[year], value


def _totals(table: Table) -> Iterator[tuple[str, int]]:
    """Yield the years of a series, each with its total where that is shown."""
    for cell in table.cells:
        year, value = cell.categories.get(YEAR, TOTAL), cell.public().value
        others = {category for name, category in cell.categories.items() if name != YEAR}
        if year != TOTAL and others <= {TOTAL} and value is not None:
            yield year, value


def _explained(release: Release) -> dict[tuple[str, str, int, int], str]:
    written = Explanation.objects.filter(release=release).order_by("pk")
    return {(one.table, one.year, one.before, one.after): one.text for one in written}
