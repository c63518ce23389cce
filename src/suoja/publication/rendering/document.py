"""A report in one language: chapters of sections, each with words, numbers and a chart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, override

from suoja.publication.rendering.annex import Annex, annex_of
from suoja.publication.rendering.changes import listed, unlisted_words
from suoja.publication.rendering.comparison import Comparison, comparison_of
from suoja.publication.rendering.foreword import filled, paragraphs
from suoja.publication.rendering.grid import words
from suoja.publication.rendering.report import Report
from suoja.publication.rendering.section import Section, section_of
from suoja.publication.rendering.sentences import sentences
from suoja.publication.rendering.texts import LIMITS, protection
from suoja.publication.rendering.titles import period_words, title_of
from suoja.statistics.labels import label
from suoja.statistics.tables import by_id

__all__ = ["Document", "Part", "Section", "document", "period_words", "section_of", "title_of"]

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
class Part:
    """A chapter with its sections."""

    id: str
    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything that is printed, in the order in which it is."""

    language: str
    report: Report
    title: str
    period: str
    dated: str
    foreword: tuple[str, ...]
    key_figures: tuple[tuple[str, int | None], ...]
    changes: tuple[tuple[str, str, str, str], ...]
    changes_unlisted: tuple[str, ...]
    parts: tuple[Part, ...]
    comparison: Comparison | None
    limits: tuple[str, ...]
    protection: tuple[str, ...]
    annex: Annex


def document(report: Report, language: str) -> Document:
    """Return the report in this language."""
    with override(language):
        return Document(
            language=language,
            report=report,
            title=title_of(report.period),
            period=period_words(report.period),
            dated=date_format(report.dated, "DATE_FORMAT"),
            foreword=paragraphs(filled(report.foreword.get(language, ""), report, language)),
            key_figures=tuple(_key_figures(report)),
            changes=tuple(_changes(report)),
            changes_unlisted=tuple(unlisted_words(report.changes)),
            parts=tuple(_parts(report)),
            comparison=comparison_of(report),
            limits=tuple(map(str, LIMITS)),
            protection=protection(report.policy),
            annex=annex_of(report),
        )


def _key_figures(report: Report) -> Iterator[tuple[str, int | None]]:
    known = by_id(report.tables)
    for table, categories, name in KEY_FIGURES:
        if table in known:
            yield str(name), known[table].value(**categories)


def _parts(report: Report) -> Iterator[Part]:
    """Yield the chapters; the first table of a population tells how many it is."""
    told: set[str] = set()
    for chapter, tables in report.chapters():
        found = []
        for table in tables:
            first = table.population not in told
            told.add(table.population)
            found.append(section_of(table, sentences(table, report.tables, first=first)))
        yield Part(chapter.id, str(chapter.title), tuple(found))


def _changes(report: Report) -> Iterator[tuple[str, str, str, str]]:
    for change in listed(report.changes):
        where = ", ".join(str(label(*each)) for each in change.categories.items())
        yield str(change.table.title), where, words(change.before), words(change.after)
