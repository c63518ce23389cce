"""Everything is printed in every language, read back, and held against the frozen tables."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings
from django.utils.translation import override

from suoja.publication.checks import comparing
from suoja.publication.checks.comparing import Tables, Wrong
from suoja.publication.checks.page import Page
from suoja.publication.checks.reading import key_figures, read_csv, read_json, read_text
from suoja.publication.choices import Format
from suoja.publication.rendering import Report, printed
from suoja.publication.rendering.document import document
from suoja.statistics.tables import by_id

READ = (Format.JSON, Format.CSV, Format.HTML, Format.TEXT)
KEPT = 8

Files = Mapping[Format, bytes]
Found = Iterator[tuple[str, Iterator[Wrong]]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one language prints wrongly, each with the file it is in, and its prose by table."""

    wrong: tuple[tuple[str, Wrong], ...]
    prose: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Work:
    """What is printed; it is the same work if its tables and words are the same."""

    tables: str
    words: Hashable
    report: Report = field(compare=False)


def answers(report: Report, digest: str) -> Mapping[str, Answer]:
    """Return by language what was found; `digest` is that of the frozen tables.

    Printing and reading everything takes seconds, so the last answers are kept.
    """
    words = (tuple(report.foreword.items()), report.correction, report.version, report.dated)
    return _answers(_Work(digest, words, report))


@lru_cache(maxsize=KEPT)
def _answers(work: _Work) -> Mapping[str, Answer]:
    tables = by_id(table.public() for table in work.report.tables)
    languages = [language for language, _name in settings.LANGUAGES]
    return {
        language: read_back(work.report, files_of(work.report, language), language, tables)
        for language in languages
    }


def files_of(report: Report, language: str) -> dict[Format, bytes]:
    """Return the files that are read back."""
    return {kind: printed(report, kind, language).content for kind in READ}


def read_back(report: Report, files: Files, language: str, tables: Tables) -> Answer:
    """Return what the files of a language say, and where that is not what the tables do."""
    with override(language):
        page = Page(files[Format.HTML], {name.replace("_", "-"): name for name in tables})
        found = [*_in_files(files, tables), *_in_page(page, tables)]
        found += _in_charts(report, language, tables)
        wrong = tuple((file, one) for file, each in found for one in each)
    return Answer(wrong, {name: tuple(prose) for name, prose in page.prose.items()})


def _in_files(files: Files, tables: Tables) -> Found:
    dimensions = {name: table.dimensions for name, table in tables.items()}
    titles = {name: str(table.title) for name, table in tables.items()}
    text = files[Format.TEXT]
    yield "JSON", comparing.in_codes(read_json(files[Format.JSON]), tables)
    yield "CSV", comparing.in_codes(read_csv(files[Format.CSV], dimensions), tables)
    yield "text", comparing.in_words(read_text(text, titles), tables)
    yield "text", comparing.in_figures(key_figures(text), tables)


def _in_page(page: Page, tables: Tables) -> Found:
    yield "HTML", comparing.in_words(page.tables, tables)
    yield "HTML", comparing.in_figures(page.figures, tables)
    year = max((table.period.year for table in tables.values()), default=0)
    for name, prose in page.prose.items():
        yield "HTML", comparing.in_prose(name, prose, tables, year)


def _in_charts(report: Report, language: str, tables: Tables) -> Found:
    for part in document(report, language).parts:
        for section in part.sections:
            if section.chart is not None:
                table = tables[section.id.replace("-", "_")]
                yield "SVG", comparing.in_chart(section.chart, section.grid.columns, table)
