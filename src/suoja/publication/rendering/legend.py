"""What goes with a table wherever it goes: what it counts, whence it comes, how to read it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from suoja.publication.rendering.cube import Cube
from suoja.publication.rendering.report import Report
from suoja.publication.rendering.titles import counted_words, period_words, title_of
from suoja.statistics.choices import Counts
from suoja.statistics.tables import SeriesBreak, Table


@dataclass(frozen=True, slots=True)
class Legend:
    """Words in the active language; `symbol` explains two points and is empty if there are none."""

    title: str
    definition: str
    unit: str
    symbol: str
    omission: str
    breaks: tuple[tuple[int, str], ...]
    source: str
    period: str
    version: str
    cite: str

    @property
    def notes(self) -> tuple[str, ...]:
        """Return all that a reader has to know, the definition first."""
        said = (self.definition, self.symbol, self.omission, *(note for _year, note in self.breaks))
        return tuple(filter(None, said))


def legend_of(table: Table, cube: Cube, report: Report) -> Legend:
    """Return the legend of a table of this report."""
    return Legend(
        title=_title(table, cube),
        definition=str(table.definition),
        unit=_unit(table.counts),
        symbol=how_hidden() if cube.hides else "",
        omission=how_omitted() if table.open_list else "",
        breaks=tuple((each.year, str(each.note)) for each in _breaks(table, cube)),
        source=office(),
        period=period_words(table.period),
        version=version_of(report),
        cite=f"{office()}: {_title(table, cube)}. {_edition(report)}.",
    )


def office() -> str:
    """Return who is responsible for the numbers."""
    return _("National Assistance System for Victims of Human Trafficking")


def how_hidden() -> str:
    """Say what the two points mean."""
    return _(
        "Two points (..) mean that a number is not shown, so that nobody can be recognised. "
        "Some larger numbers are not shown either, because a hidden one could be worked out "
        "from them. A zero means nobody."
    )


def how_omitted() -> str:
    """Say that a list may be shorter than the world, and never why: some left out are large."""
    return _("Groups that are not listed are not shown; they are part of the total.")


def version_of(report: Report) -> str:
    """Return number and date of the version, and whether it is out."""
    told = {"version": report.version, "date": date_format(report.dated, "DATE_FORMAT")}
    words = _("Version %(version)s, %(date)s") % told
    return f"{words}. {_('Not published')}" if report.preliminary else words


def cite_report(report: Report) -> str:
    """Return how to cite the whole report."""
    return f"{office()}: {_edition(report)}."


def _edition(report: Report) -> str:
    return f"{title_of(report.period)}. {version_of(report)}"


def _title(table: Table, cube: Cube) -> str:
    """Return the title with its period, unless the table tells the time itself."""
    if any(axis.is_time for axis in cube.axes):
        return str(table.title)
    return f"{table.title}, {counted_words(table.population, table.period)}"


def _unit(counts: Counts) -> str:
    if counts == Counts.PERSONS:
        return pgettext("unit", "Persons")
    return pgettext("unit", "Cases") if counts == Counts.CASES else pgettext("unit", "Number")


def _breaks(table: Table, cube: Cube) -> Iterator[SeriesBreak]:
    """Yield the breaks that lie between two years of the table."""
    codes = [code for axis in cube.axes if axis.code == "year" for code in axis.codes]
    years = [int(code[:4]) for code in codes if code[:4].isdigit()]
    return (each for each in table.breaks if years and min(years) < each.year <= max(years))
