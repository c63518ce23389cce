"""The annex: all definitions, the symbols, the sources, and which version this is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suoja.publication.choices import Policy
from suoja.publication.rendering.report import Report
from suoja.publication.rendering.texts import SOURCES, SYMBOLS
from suoja.publication.rendering.titles import break_words
from suoja.statistics.measures import ALL

TITLES = {measure.id: measure.title for measure in ALL}


@dataclass(frozen=True, slots=True)
class Definition:
    """What a measure counts, as the report froze it, and when its series break."""

    title: str
    text: str
    breaks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """What a reader looks up."""

    definitions: tuple[Definition, ...]
    symbols: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]


def annex_of(report: Report) -> Annex:
    """Return the annex in the language that is active."""
    return Annex(
        definitions=tuple(_definitions(report)),
        symbols=tuple((sign, str(meaning)) for sign, meaning in SYMBOLS),
        sources=tuple(map(str, SOURCES)),
        versions=tuple(_versions(report)),
    )


def _definitions(report: Report) -> Iterator[Definition]:
    """Yield each measure once, in the order of the chapters."""
    seen = set()
    for table in (table for _chapter, tables in report.chapters() for table in tables):
        if table.population in seen:
            continue
        seen.add(table.population)
        title = str(TITLES.get(table.population, table.title))
        notes = tuple(map(break_words, table.breaks))
        yield Definition(title, str(table.definition), notes)


def _versions(report: Report) -> Iterator[tuple[str, str]]:
    yield _("Version"), str(report.version)
    yield _("Dated"), date_format(report.dated, "DATE_FORMAT")
    yield _("Protection of small groups"), str(Policy(report.policy).label)
    if report.preliminary:
        yield _("Status"), _("Not published")
    if report.version > 1:
        yield _("Corrects"), _("Version %(version)s") % {"version": report.version - 1}
