"""The contact flow: a letter, a code, answers, a wish to be called.

All of it has one address, and each step is the answer to a form that was sent there, so a list of
visited pages has one line. What a step needs of the one before is sealed into its page: there is no
cookie, and nothing is kept for who does not send.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page

from suoja.core.sealing import TokenTooOld, grouped, keys_of, make_code, make_token, read_token
from suoja.intake import letterbox
from suoja.public_site.forms import CodeForm, LetterForm
from suoja.public_site.views.flood import tray_of
from suoja.public_site.views.flow import step_page, typed_letter, words_of
from suoja.public_site.views.mailbox import come_back, erase, open_mailbox, write_again

CODE = "code"
MINUTES = 120
Step = Callable[[HttpRequest], HttpResponse]


@never_cache
@gzip_page
@csrf_exempt  # nobody is known here: a form of another site could do no more than any visitor
def write(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001  (of the address)
    step = STEPS.get(request.POST.get("step", ""), _ask)
    return step(request)


def _ask(request: HttpRequest) -> HttpResponse:
    form = LetterForm(words_of(request), "letter", initial={"spoken": request.LANGUAGE_CODE})
    context = {"form": form, "submission": uuid4().hex}
    return step_page(request, "public_site/letters/letter.html", context)


def _send(request: HttpRequest) -> HttpResponse:
    """Store a letter, then offer a code for its answer."""
    letter = typed_letter(request)
    if not letter.is_whole:
        return step_page(request, "public_site/letters/letter.html", letter.context)
    stored = letterbox.drop_in(letter.sent, at=datetime.now(UTC))
    return _offer_code(request, stored, make_code())


def _offer_code(
    request: HttpRequest, letter: UUID, code: str, form: CodeForm | None = None
) -> HttpResponse:
    context = {
        "code": grouped(code),
        "token": make_token(CODE, {"letter": letter.hex, "code": code}),
        "form": form or CodeForm(words_of(request), "code", code=code),
    }
    return step_page(request, "public_site/letters/sent.html", context)


def _keep_code(request: HttpRequest) -> HttpResponse:
    """Keep a code if it is typed as it was shown."""
    try:
        told = read_token(CODE, request.POST.get("token", ""), minutes=MINUTES)
    except TokenTooOld:
        return _ask(request)
    letter, code = UUID(told["letter"]), str(told["code"])
    form = CodeForm(words_of(request), "code", request.POST, code=code)
    if not form.is_valid():
        return _offer_code(request, letter, code, form)
    tray_of(request)
    letterbox.keep_code(letter, keys_of(code), at=datetime.now(UTC))
    return step_page(request, "public_site/letters/kept.html", {})


STEPS: Mapping[str, Step] = {
    "letter": _send,
    "code": _keep_code,
    "back": come_back,
    "open": open_mailbox,
    "again": write_again,
    "erase": erase,
}
