"""One table with its sentences, its chart, its definition and its notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from suoja.publication.rendering.charts import Chart, chart_of, is_cut, only_in_table
from suoja.publication.rendering.drawing import BESIDE, WIDE, Layout
from suoja.publication.rendering.grid import TIMES, Grid, lay_out, words
from suoja.publication.rendering.legend import how_omitted
from suoja.publication.rendering.sentences import Sentence
from suoja.publication.rendering.svg import draw, draw_for_pages
from suoja.publication.rendering.titles import break_words, counted_words
from suoja.statistics.tables import Table

MOST_IN_WORDS = 24


@dataclass(frozen=True, slots=True)
class Section:
    """One table, what it says, and a chart if one says more than the numbers.

    `table_id` is the table's own name; `id` is the anchor on a page. `chart_notes` are for who
    sees the chart.
    """

    id: str
    table_id: str
    title: str
    caption: str
    definition: str
    grid: Grid
    chart: Chart | None
    description: str
    notes: tuple[str, ...]
    chart_notes: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()

    @property
    def has_hidden(self) -> bool:
        """Test if the reader has to be told what two points mean."""
        return any(None in row.values for row in self.grid.rows)

    @property
    def all_notes(self) -> tuple[str, ...]:
        """Return the notes of the table and of its chart, if it has one."""
        return (*(self.chart_notes if self.chart else ()), *self.notes)

    @property
    def layout(self) -> Layout:
        """Return the room of the chart in print: beside a table of one column, or the line."""
        is_narrow = len(self.grid.columns) == 1 and self.chart and len(self.chart.panels) == 1
        return BESIDE if is_narrow else WIDE

    def svg(self) -> str:
        """Return the chart for print, drawn when it is asked for; nothing if there is none."""
        return draw(self.chart, self.layout, **self._told()) if self.chart else ""

    def picture(self) -> str:
        """Return the chart for pages, for small and for large windows."""
        return draw_for_pages(self.chart, **self._told()) if self.chart else ""

    def _told(self) -> dict[str, str]:
        return {"name": self.id, "title": self.title, "description": self.description}


def section_of(table: Table, sentences: Iterable[Sentence] = ()) -> Section:
    """Return one table with its words and its chart, in the language that is active."""
    grid = lay_out(table)
    return Section(
        id=table.id.replace("_", "-"),
        table_id=table.id,
        sentences=tuple(sentence.text for sentence in sentences),
        title=str(table.title),
        caption=_caption(table),
        definition=str(table.definition),
        grid=grid,
        chart=chart_of(table, grid),
        description=_description(table, grid),
        notes=tuple(_notes(table)),
        chart_notes=tuple(_chart_notes(table, grid)),
    )


def _caption(table: Table) -> str:
    if TIMES & set(table.dimensions):
        return str(table.title)
    return f"{table.title}, {counted_words(table.population, table.period)}"


def _description(table: Table, grid: Grid) -> str:
    """Say what the chart shows, number by number if there are not too many, and where it breaks."""
    return " ".join([_shown(grid), *_breaks(table)])


def _shown(grid: Grid) -> str:
    said = [f"{row.label}: {words(row.values[0])}" for row in grid.parts]
    if len(grid.columns) > 1 or len(said) > MOST_IN_WORDS:
        return _("Chart of the numbers in the table that follows it.")
    return _("Bar chart. %(numbers)s.") % {"numbers": "; ".join(said)}


def _chart_notes(table: Table, grid: Grid) -> Iterator[str]:
    if not TIMES & set(table.dimensions) and is_cut(grid):
        yield _("The chart shows the largest of the groups that are listed, the table all of them.")
    missing = only_in_table(table, grid)
    if missing:
        yield _("In the table only, as no number above zero is shown: %(groups)s.") % {
            "groups": "; ".join(missing)
        }


def _notes(table: Table) -> Iterator[str]:
    if table.open_list:
        yield how_omitted()
    yield from _breaks(table)


def _breaks(table: Table) -> Iterator[str]:
    first, last = _years(table)
    for each in table.breaks:
        if first < each.year <= last:
            yield break_words(each)


def _years(table: Table) -> tuple[int, int]:
    """Return the first and the last year of a series; a single period cannot hold a break."""
    if "year" not in table.dimensions:
        return table.period.year, table.period.year
    years = [cell.categories["year"][:4] for cell in table.cells]
    numbers = [int(year) for year in years if year.isdigit()]
    return min(numbers), max(numbers)
