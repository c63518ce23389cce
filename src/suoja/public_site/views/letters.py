"""The contact flow: a letter, a code, answers, a wish to be called.

All of it has one address, so a list of visited pages has one line. What a step needs of the one
before is sealed into its page, and nothing is kept of who does not send.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page

from suoja.core.sealing import make_code
from suoja.intake import letterbox
from suoja.intake.choices import Kind
from suoja.public_site.views.calls import ask_for_call, send_wish
from suoja.public_site.views.codes import SENT, keep_code, offered
from suoja.public_site.views.flow import step_page, typed_letter, unsent_letter
from suoja.public_site.views.mailbox import come_back, erase, open_mailbox, write_again
from suoja.public_site.views.once import shown_once

Step = Callable[[HttpRequest], HttpResponse]
LETTER = "public_site/letters/letter.html"


@never_cache
@gzip_page
@shown_once
@csrf_exempt  # nobody is known here: a form of another site could do no more than any visitor
def write(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001  (of the address)
    step = STEPS.get(request.POST.get("step", ""), _ask)
    return step(request)


def _ask(request: HttpRequest, **told: object) -> HttpResponse:
    letter = unsent_letter(request)
    return step_page(request, LETTER, {**letter, **told})


def _send(request: HttpRequest) -> HttpResponse:
    """Store a letter, then offer a code for its answer."""
    letter = typed_letter(request)
    if not letter.is_whole:
        return step_page(request, LETTER, letter.context)
    stored = letterbox.drop_in(letter.sent, at=datetime.now(UTC))
    offer = offered(request, stored, make_code(), kind=Kind.LETTER)
    return step_page(request, SENT, offer)


def _keep_code(request: HttpRequest) -> HttpResponse:
    return keep_code(request) or _ask(request, is_code_lost=True)


STEPS: Mapping[str, Step] = {
    "letter": _send,
    "code": _keep_code,
    "back": come_back,
    "open": open_mailbox,
    "again": write_again,
    "erase": erase,
    "call": ask_for_call,
    "wish": send_wish,
}
