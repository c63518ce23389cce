"""Levels and changes: how many, and how many before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from suoja.core.calendar import Period
from suoja.publication.rendering.grid import words
from suoja.publication.rendering.sentences.sentence import Sentence
from suoja.publication.rendering.sentences.subjects import SUBJECTS, subject_of
from suoja.publication.rendering.sentences.times import when, window_of
from suoja.statistics.choices import TOTAL
from suoja.statistics.tables import Cell, Table

YEAR = "year"
YEARS_WORTH_TELLING = 3


@dataclass(frozen=True, slots=True)
class Point:
    """A number of a series and its time in words."""

    cell: Cell
    when: str
    year: int

    @property
    def value(self) -> int | None:
        return self.cell.value


def series_of(table: Table, tables: Iterable[Table]) -> Table | None:
    """Return the series over the years of what the table counts, if the report has one."""
    for each in tables:
        if each.dimensions == (YEAR,) and each.population == table.population:
            return each
    return None


def points_of(series: Table) -> list[Point]:
    """Return the numbers of a series in the order of time."""
    (code,) = series.dimensions
    windows = [(cell, cell.categories[code]) for cell in series.public().cells]
    return [
        Point(cell, when(window_of(name), series.population), window_of(name).year)
        for cell, name in windows
        if name != TOTAL
    ]


def level(table: Table, period: Period) -> Sentence | None:
    """Tell how many there are; None if the table has no total or no words."""
    total = total_of(table)
    if total is None:
        return None
    return _level(table, Point(total, when(period, table.population), period.year))


def change(series: Table) -> Sentence | None:
    """Tell how the last number of a series differs from the one before."""
    points = points_of(series)
    if len(points) < 2:
        return _level(series, points[-1]) if points else None
    return _change(series, points[-2], points[-1])


def comparison(tables: Iterable[Table]) -> tuple[Sentence, ...]:
    """Tell the changes of all series over the years."""
    return tuple(sentence for each in all_series(tables) if (sentence := change(each)))


def all_series(tables: Iterable[Table]) -> list[Table]:
    """Return the series over the years, in the order in which a case goes."""
    found = [each for each in tables if each.dimensions == (YEAR,)]
    order = list(SUBJECTS)
    return sorted(
        (each for each in found if each.population in SUBJECTS),
        key=lambda each: order.index(each.population),
    )


def course(series: Table) -> Iterator[Sentence]:
    """Tell a series as a whole: its first and its last number, and if the last is an extreme."""
    broken = [each.year for each in series.breaks]
    points = points_of(series)
    run = _comparable(points, broken)
    if len(run) < len(points) and len(run) > 1:
        yield Sentence(
            _("Numbers before %(year)s cannot be compared with later ones.")
            % {"year": run[0].year},
            names=(str(run[0].year),),
        )
    if len(run) < YEARS_WORTH_TELLING:
        return
    told = (_change(series, run[0], run[-1]), _extreme(run) if YEAR in series.dimensions else None)
    yield from (sentence for sentence in told if sentence)


def total_of(table: Table) -> Cell | None:
    """Return the total as the public sees it."""
    try:
        return table.cell().public()
    except KeyError:
        return None


def _level(table: Table, now: Point) -> Sentence | None:
    subject = subject_of(table.population)
    if subject is None:
        return None
    said = {"subject": subject, "now": words(now.value), "later": now.when}
    if now.value is None:
        return _sentence(_("The number of %(subject)s %(later)s is not shown."), said, now)
    return _sentence(_("The number of %(subject)s was %(now)s %(later)s."), said, now)


def _change(series: Table, before: Point, now: Point) -> Sentence | None:
    subject = subject_of(series.population)
    if subject is None or before.value is None or now.value is None:
        return _level(series, now)
    said = {
        "subject": subject,
        "before": words(before.value),
        "then": before.when,
        "now": words(now.value),
        "later": now.when,
    }
    if any(before.year < each.year <= now.year for each in series.breaks):
        return _sentence(_not_comparable(), said, now, before)
    return _sentence(_direction(before.value, now.value), said, before, now)


def _not_comparable() -> str:
    return _(
        "The number of %(subject)s was %(now)s %(later)s. It cannot be compared with the "
        "number %(then)s, because the way of counting has changed."
    )


def _direction(before: int, now: int) -> str:
    if now > before:
        return _("The number of %(subject)s rose from %(before)s %(then)s to %(now)s %(later)s.")
    if now < before:
        return _("The number of %(subject)s fell from %(before)s %(then)s to %(now)s %(later)s.")
    return _("The number of %(subject)s was %(now)s both %(then)s and %(later)s.")


def _sentence(template: str, said: dict[str, str], *points: Point) -> Sentence:
    cells = tuple(point.cell for point in points if point.value is not None)
    return Sentence(template % said, cells, tuple(point.when for point in points))


def _comparable(points: Sequence[Point], broken: Iterable[int]) -> list[Point]:
    """Return the numbers since the last break."""
    since = max((year for year in broken if year <= points[-1].year), default=0) if points else 0
    return [point for point in points if point.year >= since]


def _extreme(run: Sequence[Point]) -> Sentence | None:
    """Tell if the last number is larger or smaller than each one before, all being published."""
    values = [point.value for point in run if point.value is not None]
    if len(values) < len(run):
        return None
    *earlier, now = values
    said = {"year": run[0].year}
    cells = tuple(point.cell for point in run)
    if now > max(earlier):
        text = _("That is the largest number in this series since %(year)s.") % said
    elif now < min(earlier):
        text = _("That is the smallest number in this series since %(year)s.") % said
    else:
        return None
    return Sentence(text, cells, (str(run[0].year),))
