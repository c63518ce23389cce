"""Tables, sentences, charts and files agree: every number is that of the frozen tables."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from suoja.publication.checks.check import Check
from suoja.publication.checks.comparing import Wrong
from suoja.publication.checks.prints import Answer
from suoja.publication.rendering import Report
from suoja.publication.rendering.foreword import why_not
from suoja.publication.rendering.grid import HIDDEN


def numbers_agree(report: Report, answers: Mapping[str, Answer]) -> Check:
    """Check every number in text, page, charts, CSV and JSON, and what the foreword refers to."""
    found = (*_missing(report), *_wrong(answers), *_in_foreword(report))
    return Check("numbers", _("Tables, sentences, charts and files agree"), found)


def _missing(report: Report) -> Iterator[str]:
    if not report.tables:
        yield _("The report has no tables.")


def _wrong(answers: Mapping[str, Answer]) -> Iterator[str]:
    for language, answer in answers.items():
        for file, wrong in answer.wrong:
            yield _sentence(f"{file}, {language}", wrong)


def _sentence(file: str, wrong: Wrong) -> str:
    said = {
        "file": file,
        "place": " / ".join(filter(None, (wrong.table, *wrong.place))),
        "printed": HIDDEN if wrong.printed is None else wrong.printed,
        "frozen": HIDDEN if wrong.frozen is None else wrong.frozen,
    }
    return _("%(file)s: %(place)s is printed as %(printed)s, the table says %(frozen)s.") % said


def _in_foreword(report: Report) -> Iterator[str]:
    for language, text in report.foreword.items():
        reason = why_not(text, report)
        if reason is not None:
            said = {"language": language, "reason": reason}
            yield _("Foreword, %(language)s: %(reason)s") % said
