"""Coming back with a code: answers are read, more is written, everything is erased."""

from datetime import UTC, datetime
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

from suoja.core.sealing import CodeKeys, TokenTooOld, make_token, read_token
from suoja.intake import letterbox
from suoja.public_site.forms import EraseForm, LetterForm, OpenForm
from suoja.public_site.views.flood import stretched
from suoja.public_site.views.flow import step_page, typed_letter, unsent_letter, words_of

MAILBOX = "mailbox"
MINUTES = 60
OPEN = "public_site/letters/open.html"


def come_back(request: HttpRequest) -> HttpResponse:
    return step_page(request, OPEN, {"form": OpenForm(words_of(request), "mailbox")})


def open_mailbox(request: HttpRequest) -> HttpResponse:
    """Show the answers that lie under a code."""
    code = OpenForm(words_of(request), "mailbox", request.POST)
    if code.is_valid():
        keys = stretched(request, code.cleaned_data["code"])
        if letterbox.knows(keys):
            return _mailbox(request, keys, **unsent_letter(request))
        code.add_error("code", code.faults["code_unknown"])
    return step_page(request, OPEN, {"form": code})


def _mailbox(request: HttpRequest, keys: CodeKeys, **forms: object) -> HttpResponse:
    words = words_of(request)
    context = {
        "answers": _answers(keys),
        "progress": letterbox.progress(keys),
        "token": make_token(MAILBOX, keys.written),
        "submission": uuid4().hex,
        "form": LetterForm(words, "letter"),
        "erase_form": EraseForm(words, "mailbox"),
        **forms,
    }
    return step_page(request, "public_site/letters/mailbox.html", context)


def _answers(keys: CodeKeys) -> list[tuple[datetime, str]]:
    told = letterbox.answers(keys)
    return [(hour, answer["text"]) for hour, answer in told if "text" in answer]


def write_again(request: HttpRequest) -> HttpResponse:
    """Store another letter of the one who has the code."""
    keys = _keys(request)
    if keys is None:
        return _too_old(request)
    letter = typed_letter(request)
    if not letter.is_whole:
        return _mailbox(request, keys, **letter.context)
    letterbox.drop_in(letter.sent, at=datetime.now(UTC), keys=keys)
    return _mailbox(request, keys, has_sent=True)


def erase(request: HttpRequest) -> HttpResponse:
    """Destroy what lies under a code."""
    keys = _keys(request)
    if keys is None:
        return _too_old(request)
    form = EraseForm(words_of(request), "mailbox", request.POST)
    if not form.is_valid():
        return _mailbox(request, keys, erase_form=form)
    letterbox.erase(keys, at=datetime.now(UTC))
    return step_page(request, "public_site/letters/erased.html", {})


def _keys(request: HttpRequest) -> CodeKeys | None:
    """Return the keys that the page was opened with, unless that was too long ago or erased."""
    try:
        written = read_token(MAILBOX, request.POST.get("token", ""), minutes=MINUTES)
    except TokenTooOld:
        return None
    keys = CodeKeys.of(written)
    return keys if letterbox.knows(keys) else None


def _too_old(request: HttpRequest) -> HttpResponse:
    """Ask for the code again; what was typed stays on the page."""
    form = OpenForm(words_of(request), "mailbox")
    return step_page(request, OPEN, {"form": form, "is_too_old": True})
