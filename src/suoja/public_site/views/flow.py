"""What the steps of the contact flow share: words, their page, and a letter as it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from suoja.intake.choices import Kind, Tray
from suoja.intake.letterbox import Sent
from suoja.public_site.forms import LetterForm
from suoja.public_site.rendering import letter_words
from suoja.public_site.views.files import Taken, came_before, take_files
from suoja.public_site.views.flood import tray_of
from suoja.public_site.views.texts import text_context

# What the form of a letter sends, without the files that are chosen there.
PARTS = ("message", "reach", "spoken", "place", "under_18", "arrived", "submission")


def words_of(request: HttpRequest) -> Mapping[str, Mapping[str, str]]:
    return letter_words(request.LANGUAGE_CODE)


def step_page(request: HttpRequest, template: str, told: Mapping[str, object]) -> HttpResponse:
    context = {
        **text_context("write", request.LANGUAGE_CODE),
        "say": words_of(request),
        "unsent": unsent(request).items(),
        **told,
    }
    return render(request, template, context)


def unsent(request: HttpRequest) -> dict[str, str]:
    """Return a letter that was typed and not sent: it goes along to the page that follows."""
    return {name: told for name in PARTS if (told := request.POST.get(name))}


def unsent_letter(request: HttpRequest) -> dict[str, object]:
    """Return the form of a letter with what was typed into it before."""
    told = unsent(request)
    return {
        "form": LetterForm(words_of(request), "letter", initial=told),
        "submission": told.get("submission") or uuid4().hex,
        "files": Taken(came_before(request)),
    }


@dataclass(frozen=True, slots=True)
class Typed:
    """A letter as it was typed, with what is wrong in it, or whole."""

    form: LetterForm
    submission: str
    files: Taken
    language: str
    tray: Tray

    @property
    def is_whole(self) -> bool:
        return not self.form.errors

    @property
    def context(self) -> dict[str, object]:
        return {"form": self.form, "submission": self.submission, "files": self.files}

    @property
    def sent(self) -> Sent:
        return Sent(
            kind=Kind.LETTER,
            told=self.form.told(),
            language=self.language,
            submission=self.submission,
            tray=self.tray,
            is_urgent=self.form.cleaned_data["under_18"],
            files=self.files.ids,
        )


def typed_letter(request: HttpRequest) -> Typed:
    """Read a letter; its files have arrived even if something else has to be put right."""
    tray = tray_of(request)
    form = LetterForm(words_of(request), "letter", request.POST)
    submission = request.POST.get("submission") or uuid4().hex
    files = take_files(request, submission, form.faults)
    for fault in files.faults:
        form.add_error("attached", fault)
    return Typed(form, submission, files, request.LANGUAGE_CODE, tray)
