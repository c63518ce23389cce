"""The contact flow: a letter, a code, answers, a wish to be called.

All of it has one address, and each step is the answer to a form that was sent there, so a list of
visited pages has one line. What a step needs of the one before is sealed into its page: there is no
cookie, and nothing is kept for who does not send.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page

from suoja.core.sealing import (
    CodeKeys,
    TokenTooOld,
    grouped,
    keys_of,
    make_code,
    make_token,
    read_token,
)
from suoja.intake import letterbox
from suoja.intake.choices import Kind
from suoja.intake.letterbox import Sent
from suoja.public_site.forms import CodeForm, EraseForm, LetterForm, OpenForm
from suoja.public_site.rendering import letter_words
from suoja.public_site.views.flood import tray_of
from suoja.public_site.views.texts import text_context

CODE, MAILBOX = "code", "mailbox"
MINUTES = {CODE: 120, MAILBOX: 60}
Step = Callable[[HttpRequest], HttpResponse]


@never_cache
@gzip_page
@csrf_exempt  # nobody is known here: a form of another site could do no more than any visitor
def write(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001  (of the address)
    step = STEPS.get(request.POST.get("step", ""), _ask)
    return step(request)


def _ask(request: HttpRequest) -> HttpResponse:
    form = LetterForm(_words(request), "letter", initial={"spoken": request.LANGUAGE_CODE})
    return _letter_page(request, form, submission=uuid4().hex)


def _send(request: HttpRequest) -> HttpResponse:
    """Store a letter, then offer a code for its answer."""
    form = LetterForm(_words(request), "letter", request.POST)
    submission = request.POST.get("submission") or uuid4().hex
    if not form.is_valid():
        return _letter_page(request, form, submission=submission)
    letter = letterbox.drop_in(_sent(request, form, submission), at=datetime.now(UTC))
    return _offer_code(request, letter, make_code())


def _offer_code(
    request: HttpRequest, letter: UUID, code: str, form: CodeForm | None = None
) -> HttpResponse:
    context = {
        "code": grouped(code),
        "token": make_token(CODE, {"letter": letter.hex, "code": code}),
        "form": form or CodeForm(_words(request), "code", code=code),
    }
    return _page(request, "public_site/letters/sent.html", context)


def _keep_code(request: HttpRequest) -> HttpResponse:
    """Keep a code if it is typed as it was shown."""
    try:
        told = read_token(CODE, request.POST.get("token", ""), minutes=MINUTES[CODE])
    except TokenTooOld:
        return _ask(request)
    letter, code = UUID(told["letter"]), str(told["code"])
    form = CodeForm(_words(request), "code", request.POST, code=code)
    if not form.is_valid():
        return _offer_code(request, letter, code, form)
    tray_of(request)
    letterbox.keep_code(letter, keys_of(code), at=datetime.now(UTC))
    return _page(request, "public_site/letters/kept.html", {})


def _come_back(request: HttpRequest) -> HttpResponse:
    return _page(
        request, "public_site/letters/open.html", {"form": OpenForm(_words(request), "mailbox")}
    )


def _open(request: HttpRequest) -> HttpResponse:
    """Show the answers that lie under a code."""
    form = OpenForm(_words(request), "mailbox", request.POST)
    if form.is_valid():
        tray_of(request)
        keys = keys_of(form.cleaned_data["code"])
        if letterbox.knows(keys):
            return _mailbox(request, keys)
        form.add_error("code", form.faults["code_unknown"])
    return _page(request, "public_site/letters/open.html", {"form": form})


def _mailbox(request: HttpRequest, keys: CodeKeys, **forms: object) -> HttpResponse:
    words = _words(request)
    context = {
        "answers": letterbox.answers(keys),
        "token": make_token(MAILBOX, keys.written),
        "submission": uuid4().hex,
        "form": LetterForm(words, "letter"),
        "erase_form": EraseForm(words, "mailbox"),
        **forms,
    }
    return _page(request, "public_site/letters/mailbox.html", context)


def _write_again(request: HttpRequest) -> HttpResponse:
    """Store another letter of the one who has the code."""
    keys = _keys(request)
    if keys is None:
        return _too_old(request)
    form = LetterForm(_words(request), "letter", request.POST)
    submission = request.POST.get("submission") or uuid4().hex
    if not form.is_valid():
        return _mailbox(request, keys, form=form, submission=submission)
    letterbox.drop_in(_sent(request, form, submission), at=datetime.now(UTC), keys=keys)
    return _mailbox(request, keys, has_sent=True)


def _erase(request: HttpRequest) -> HttpResponse:
    """Destroy what lies under a code."""
    keys = _keys(request)
    if keys is None:
        return _too_old(request)
    form = EraseForm(_words(request), "mailbox", request.POST)
    if not form.is_valid():
        return _mailbox(request, keys, erase_form=form)
    letterbox.erase(keys, at=datetime.now(UTC))
    return _page(request, "public_site/letters/erased.html", {})


STEPS: Mapping[str, Step] = {
    "letter": _send,
    "code": _keep_code,
    "back": _come_back,
    "open": _open,
    "again": _write_again,
    "erase": _erase,
}


def _sent(request: HttpRequest, form: LetterForm, submission: str) -> Sent:
    return Sent(
        kind=Kind.LETTER,
        told=form.told(),
        language=request.LANGUAGE_CODE,
        submission=submission,
        tray=tray_of(request),
    )


def _keys(request: HttpRequest) -> CodeKeys | None:
    """Return the keys that the page was opened with, unless that was too long ago or erased."""
    try:
        written = read_token(MAILBOX, request.POST.get("token", ""), minutes=MINUTES[MAILBOX])
    except TokenTooOld:
        return None
    keys = CodeKeys.of(written)
    return keys if letterbox.knows(keys) else None


def _too_old(request: HttpRequest) -> HttpResponse:
    """Ask for the code again; what was typed stays on the page."""
    words = _words(request)
    form = OpenForm(words, "mailbox")
    context = {"form": form, "is_too_old": True, "typed": request.POST.get("message", "")}
    return _page(request, "public_site/letters/open.html", context)


def _letter_page(request: HttpRequest, form: LetterForm, *, submission: str) -> HttpResponse:
    return _page(
        request, "public_site/letters/letter.html", {"form": form, "submission": submission}
    )


def _words(request: HttpRequest) -> Mapping[str, Mapping[str, str]]:
    return letter_words(request.LANGUAGE_CODE)


def _page(request: HttpRequest, template: str, told: Mapping[str, object]) -> HttpResponse:
    context = {**text_context("write", request.LANGUAGE_CODE), "say": _words(request), **told}
    return render(request, template, context)
