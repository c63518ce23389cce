"""Asking for a number on behalf of somebody outside, and the letter that answers."""

from datetime import UTC, datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.accounts.choices import Language
from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, require
from suoja.core.calendar import Period, helsinki_date
from suoja.core.errors import OutOfReach, Refused
from suoja.core.paging import page_number, take_part
from suoja.publication import actions
from suoja.publication.choices import LetterFormat
from suoja.publication.forms import MeasureForm, QuestionForm
from suoja.publication.models import Answer
from suoja.publication.rendering.letter import letter_file, outcome_words, question_words
from suoja.publication.rendering.titles import counted_words, title_of
from suoja.statistics.choices import Answering
from suoja.statistics.questions import askable

TONES = {Answering.ANSWERED: "good", Answering.COARSER: "wait", Answering.REFUSED: "calm"}


def ask(request: StaffRequest) -> HttpResponse:
    """Ask in two steps: what is counted and when, then of which group."""
    require(request.user, Permission.NUMBER_ASK)
    today = helsinki_date(datetime.now(UTC))
    chosen = MeasureForm(request.GET if "measure" in request.GET else None, today=today)
    if not chosen.is_valid():
        context = {"title": _("Ask for a number"), "form": chosen}
        return render(request, "publication/ask.html", context)
    return _ask_of(request, chosen.cleaned_data["measure"], chosen.cleaned_data["period"])


def _ask_of(request: StaffRequest, measure: str, period: str) -> HttpResponse:
    """Show the second step, or answer what was typed in it."""
    months = Period.parse(period)
    form = QuestionForm(request.POST or None, measure=measure, period=months)
    if form.is_valid():
        try:
            reply = actions.answer_question(
                **form.cleaned_data, by=request.user, at=datetime.now(UTC)
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("publication:answer", reply.number)
    context = {
        "title": _("Ask for a number"),
        "form": form,
        "measure": askable()[measure][0],
        "period": counted_words(measure, months),
    }
    return render(request, "publication/ask_of.html", context)


def answers(request: StaffRequest) -> HttpResponse:
    """List what was asked, the newest first."""
    require(request.user, Permission.NUMBER_ASK)
    found = Answer.objects.with_people().newest_first()
    part = take_part(found, page_number(request.GET.get("page", "")))
    rows = [
        (each, question_words(each.asked), TONES[Answering(each.outcome)]) for each in part.rows
    ]
    context = {"title": _("Answers"), "rows": rows, "part": part}
    return render(request, "publication/answers.html", context)


def find(number: int) -> Answer:
    answer = Answer.objects.with_people().filter(number=number).first()
    if answer is None:
        raise OutOfReach
    return answer


def answer_page(request: StaffRequest, number: int) -> HttpResponse:
    """Show what became of a question, with the letters that are ready to send."""
    require(request.user, Permission.NUMBER_ASK)
    answer = find(number)
    report = answer.report(datetime.now(UTC))
    context = {
        "title": _("Answer %(number)s") % {"number": answer.number},
        "answer": answer,
        "question": question_words(answer.asked),
        "replied": question_words(answer.replied),
        "said": outcome_words(answer),
        "tone": TONES[Answering(answer.outcome)],
        "definition": askable()[answer.replied.measure][0].definition,
        "report": report,
        "report_title": title_of(report.months) if report else "",
        "languages": Language.choices,
        "kinds": LetterFormat.choices,
    }
    return render(request, "publication/answer.html", context)


def letter(request: StaffRequest, number: int, language: str, kind: str) -> HttpResponse:
    """Hand over the letter in a language."""
    require(request.user, Permission.NUMBER_ASK)
    if language not in Language.values or kind not in LetterFormat.values:
        raise OutOfReach
    answer = find(number)
    with override(language):
        address = request.build_absolute_uri(reverse("public_site:statistics"))
    report = answer.report(answer.asked_at)
    file = letter_file(answer, report, language, kind, address)
    named = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.content_type, headers=named)
