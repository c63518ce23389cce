"""The letter to who asked for a number: as plain text, and as PDF for screen readers (PDF/UA-1)."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.resources import files

import typst
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.publication.choices import LetterFormat, Policy
from suoja.publication.models import Answer, Release
from suoja.publication.rendering.as_pdf import fonts
from suoja.publication.rendering.files import Printed
from suoja.publication.rendering.grid import words
from suoja.publication.rendering.legend import office
from suoja.publication.rendering.texts import POLICIES
from suoja.publication.rendering.titles import counted_words, title_of
from suoja.statistics.asking import Question
from suoja.statistics.choices import Answering
from suoja.statistics.labels import dimension_label, label
from suoja.statistics.questions import askable

TEMPLATE = files("suoja.publication") / "rendering" / "letter.typ"
MAIL = (
    "ihmiskauppa.auttamisjarjestelma@migri.fi"  # rule R039; the helpline is for those who seek help
)


@dataclass(frozen=True, slots=True)
class Letter:
    """What the letter says, in one language; `points` are headings with their texts."""

    lang: str
    office: str
    title: str
    head: str
    recipient: str
    number: str
    said: tuple[str, ...]
    points: tuple[tuple[str, str], ...]


def letter_file(
    answer: Answer, report: Release | None, language: str, kind: str, address: str
) -> Printed:
    """Return the letter as a file; `address` is where the public reads the statistics."""
    with override(language):
        letter = _letter(answer, report, language, address)
    name = f"suoja-answer-{answer.number}-{language}"
    if kind == LetterFormat.TEXT:
        text = _as_text(letter).encode()
        return Printed(text, "text/plain; charset=utf-8", f"{name}.txt")
    return Printed(_as_pdf(letter, answer.asked_at), "application/pdf", f"{name}.pdf")


def question_words(question: Question) -> str:
    """Return a question in words: what is counted, when, and of which group."""
    measure = askable()[question.measure][0]
    filters = (
        f"{dimension_label(code)}: {label(code, of)}" for code, of in question.filters.items()
    )
    return "; ".join([f"{measure.title}, {_when(question)}", *filters])


def outcome_words(answer: Answer) -> tuple[str, ...]:
    """Say what became of the question, without the number itself."""
    if answer.outcome == Answering.ANSWERED:
        return ()
    why = _(
        "This number is not given: with it persons could be recognised, or a number that is "
        "hidden could be worked out. Which of the two it is cannot be said without telling "
        "about the number itself."
    )
    if answer.outcome == Answering.REFUSED:
        return (why,)
    instead = {"question": question_words(answer.replied)}
    if answer.replied.filters:
        return why, _("What can be given instead: %(question)s.") % instead
    return why, _(
        "What can be given instead is the number of all together: %(question)s."
    ) % instead


def _when(question: Question) -> str:
    return counted_words(question.measure, question.period)


def _letter(answer: Answer, report: Release | None, language: str, address: str) -> Letter:
    dated = date_format(localtime(answer.asked_at), "DATE_FORMAT")
    return Letter(
        lang=language,
        office=office(),
        title=_("Answer to a question about statistics"),
        head=_("Answer %(number)s, %(date)s") % {"number": answer.number, "date": dated},
        recipient=answer.recipient,
        number="" if answer.value is None else words(answer.value),
        said=(
            _("You asked: %(question)s.") % {"question": question_words(answer.asked)},
            *outcome_words(answer),
        ),
        points=tuple(_points(answer, report, dated, address)),
    )


def _points(
    answer: Answer, report: Release | None, dated: str, address: str
) -> list[tuple[str, str]]:
    measure = askable()[answer.replied.measure][0]
    given = answer.value is not None
    return [
        (_("What is counted"), str(measure.definition)),
        (_("When"), capfirst(_when(answer.replied))),
        *(
            [(_("Source"), _source(report, dated)), (_("How to cite"), _cite(answer, dated))]
            * given
        ),
        (_("How people are protected"), _protection()),
        (_("What is published"), address),
        (_("Contact"), f"{office()}, {MAIL}"),
    ]


def _source(report: Release | None, dated: str) -> str:
    if report is not None:
        told = {"report": title_of(report.months), "version": report.version}
        return _("%(report)s, version %(version)s, which tells this number too.") % told
    return _(
        "The client records of the National Assistance System for Victims of Human Trafficking, "
        "counted on %(date)s or before. No report published by then tells this number."
    ) % {"date": dated}


def _cite(answer: Answer, dated: str) -> str:
    told = {
        "office": office(),
        "question": question_words(answer.replied),
        "number": answer.number,
        "date": dated,
    }
    return _("%(office)s: %(question)s. Answer %(number)s, %(date)s.") % told


def _protection() -> str:
    together = _(
        "Every number given is protected together with all that were given before, so that no "
        "small number can be worked out from them."
    )
    return f"{POLICIES[Policy.STRICT]} {together}"


def _as_text(letter: Letter) -> str:
    number = [letter.number] if letter.number else []
    points = [f"{name}: {text}" for name, text in letter.points]
    parts = [letter.office, letter.head, letter.recipient, letter.title, *letter.said]
    return "\n\n".join([*parts, *number, *points]) + "\n"


def _as_pdf(letter: Letter, dated: datetime) -> bytes:
    return typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        font_paths=fonts(),
        sys_inputs={"letter": json.dumps(asdict(letter), ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=int(dated.astimezone(UTC).timestamp()),
    )
