"""All languages are complete: nothing is left in the language that it was written in."""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.publication.checks.check import Check
from suoja.publication.checks.prints import Answer
from suoja.publication.rendering import Report
from suoja.statistics.tables import Table

SOURCE = settings.LANGUAGE_CODE
LANGUAGES = [code for code, _name in settings.LANGUAGES]
FEWEST_WORDS = 3  # shorter ones may well be names


def languages_complete(report: Report, answers: Mapping[str, Answer]) -> Check:
    """Check titles, definitions, notes, sentences and the foreword."""
    found = (*_texts(report.tables), *_sentences(answers), *_forewords(report.foreword))
    return Check("languages", _("All languages are complete"), tuple(dict.fromkeys(found)))


def _texts(tables: tuple[Table, ...]) -> Iterator[str]:
    for table in tables:
        notes = [each.note for each in table.breaks]
        for text in (table.title, table.definition, *notes):
            yield from _untranslated(table.id, {one: _in(one, text) for one in LANGUAGES})


def _in(language: str, text: str | Promise) -> str:
    with override(language):
        return str(text)


def _untranslated(where: str, texts: Mapping[str, str]) -> Iterator[str]:
    for language, text in texts.items():
        if language != SOURCE and text in {"", texts[SOURCE]}:
            said = {"where": where, "language": language, "text": texts[SOURCE]}
            yield _("%(where)s has no words in %(language)s for: %(text)s") % said


def _sentences(answers: Mapping[str, Answer]) -> Iterator[str]:
    """Yield each sentence that another language says in the very same words."""
    for where, prose in answers[SOURCE].prose.items():
        said = [text for text in prose if text.endswith(".") and text.count(" ") >= FEWEST_WORDS]
        for language, answer in answers.items():
            same = set(said) & set(answer.prose.get(where, ()))
            for text in sorted(same) if language != SOURCE else ():
                yield from _untranslated(where, {SOURCE: text, language: text})


def _forewords(foreword: Mapping[str, str]) -> Iterator[str]:
    for language in LANGUAGES:
        if foreword and language not in foreword:
            yield _("The foreword is missing in %(language)s.") % {"language": language}
