"""A report in one language: chapters of sections, each with words, numbers and a chart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from suoja.core.calendar import Period
from suoja.publication.rendering.charts import Chart, chart_of
from suoja.publication.rendering.grid import TIMES, Grid, lay_out, words
from suoja.publication.rendering.report import Report
from suoja.publication.rendering.svg import draw
from suoja.statistics.labels import label
from suoja.statistics.tables import Table, by_id

MOST_IN_WORDS = 24
YEAR_MONTHS = 12

# Table, category and what a reader calls it.
KEY_FIGURES: tuple[tuple[str, Mapping[str, str], Promise], ...] = (
    ("referrals_by_referrer", {}, gettext_lazy("Referrals")),
    ("new_clients_by_sex", {}, gettext_lazy("New clients")),
    ("exploited_in_finland_by_form", {}, gettext_lazy("New clients exploited in Finland")),
    ("stock_by_sex", {}, gettext_lazy("Clients at the end of the period")),
    (
        "stock_by_category",
        {"category": "dependent_child"},
        gettext_lazy("Dependent children beside them"),
    ),
    ("stock_by_category", {}, gettext_lazy("Clients and children together")),
)


@dataclass(frozen=True, slots=True)
class Section:
    """One table, and the chart that goes before it if one says more than the numbers."""

    id: str
    title: str
    caption: str
    definition: str
    grid: Grid
    chart: Chart | None
    description: str
    notes: tuple[str, ...]

    def svg(self) -> str:
        """Return the chart, drawn when it is asked for; nothing if there is none."""
        if self.chart is None:
            return ""
        return draw(self.chart, name=self.id, title=self.title, description=self.description)


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter with its sections."""

    id: str
    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that is printed, in the order in which it is."""

    language: str
    report: Report
    title: str
    period: str
    dated: str
    key_figures: tuple[tuple[str, int | None], ...]
    parts: tuple[Part, ...]
    changes: tuple[tuple[str, str, str, str], ...]


def document(report: Report, language: str) -> Document:
    """Return the report in this language."""
    with override(language):
        return Document(
            language=language,
            report=report,
            title=title_of(report.period),
            period=period_words(report.period),
            dated=date_format(report.dated, "DATE_FORMAT"),
            key_figures=tuple(_key_figures(report)),
            parts=tuple(_parts(report)),
            changes=tuple(_changes(report)),
        )


def title_of(period: Period) -> str:
    """Return what a report on this period is called."""
    months = (period.last // 100 - period.first // 100) * YEAR_MONTHS + (
        period.last - period.first
    ) % 100
    if str(period) == str(period.year):
        return _("Annual report %(year)s") % {"year": period.year}
    if months == YEAR_MONTHS // 2 - 1:
        return _("Half-year report, %(period)s") % {"period": period_words(period)}
    return _("Report, %(period)s") % {"period": period_words(period)}


def period_words(period: Period) -> str:
    """Return the year, or the first and the last day."""
    if str(period) == str(period.year):
        return str(period)
    return "–".join(date_format(day, "DATE_FORMAT") for day in (period.first_day, period.last_day))


def _key_figures(report: Report) -> Iterator[tuple[str, int | None]]:
    known = by_id(report.tables)
    for table, categories, name in KEY_FIGURES:
        if table in known:
            yield str(name), known[table].value(**categories)


def _parts(report: Report) -> Iterator[Part]:
    for chapter, tables in report.chapters():
        yield Part(chapter.id, str(chapter.title), tuple(map(section_of, tables)))


def section_of(table: Table) -> Section:
    """Return one table with its words and its chart, in the language that is active."""
    grid = lay_out(table)
    return Section(
        id=table.id.replace("_", "-"),
        title=str(table.title),
        caption=_caption(table),
        definition=str(table.definition),
        grid=grid,
        chart=chart_of(table, grid),
        description=_description(grid),
        notes=tuple(_notes(table, grid)),
    )


def _caption(table: Table) -> str:
    if TIMES & set(table.dimensions):
        return str(table.title)
    return f"{table.title}, {period_words(table.period)}"


def _description(grid: Grid) -> str:
    """Say what the chart shows, number by number if there are not too many."""
    said = [f"{row.label}: {words(row.values[0])}" for row in grid.parts]
    if len(grid.columns) > 1 or len(said) > MOST_IN_WORDS:
        return _("Chart of the numbers in the table that follows it.")
    return _("Bar chart. %(numbers)s.") % {"numbers": "; ".join(said)}


def _notes(table: Table, grid: Grid) -> Iterator[str]:
    if any(None in row.values for row in grid.rows):
        yield _("Two points mean that a number is not shown, to protect people.")
    if table.open_list:
        yield _("Groups too small to show are left out; they are part of the total.")
    first, last = _years(table)
    yield from (str(each.note) for each in table.breaks if first < each.year <= last)


def _years(table: Table) -> tuple[int, int]:
    """Return the first and the last year of a series; a single period cannot hold a break."""
    if "year" not in table.dimensions:
        return table.period.year, table.period.year
    years = [cell.categories["year"][:4] for cell in table.cells]
    numbers = [int(year) for year in years if year.isdigit()]
    return min(numbers), max(numbers)


def _changes(report: Report) -> Iterator[tuple[str, str, str, str]]:
    for change in report.changes:
        where = ", ".join(str(label(*each)) for each in change.categories.items())
        yield str(change.table.title), where, words(change.before), words(change.after)
