"""A wish to be called: when it is safe, and what may be said to whom."""

from datetime import UTC, datetime
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

from suoja.core.sealing import make_code
from suoja.intake import letterbox
from suoja.intake.choices import Kind
from suoja.intake.letterbox import Sent
from suoja.public_site.forms import CallForm
from suoja.public_site.views.codes import CALL_SENT, offered
from suoja.public_site.views.flood import tray_of
from suoja.public_site.views.flow import step_page, words_of

CALL = "public_site/letters/call.html"


def ask_for_call(request: HttpRequest) -> HttpResponse:
    form = CallForm(words_of(request), at=datetime.now(UTC))
    return step_page(request, CALL, {"form": form, "submission": uuid4().hex})


def send_wish(request: HttpRequest) -> HttpResponse:
    """Store a wish to be called, then say when we call and offer a code."""
    tray, at = tray_of(request), datetime.now(UTC)
    form = CallForm(words_of(request), request.POST, at=at)
    submission = request.POST.get("submission") or uuid4().hex
    if not form.is_valid():
        return step_page(request, CALL, {"form": form, "submission": submission})
    wish = Sent(
        kind=Kind.CALL,
        told=form.told(),
        language=request.LANGUAGE_CODE,
        submission=submission,
        tray=tray,
    )
    stored = letterbox.drop_in(wish, at=at)
    offer = offered(request, stored, make_code(), kind=Kind.CALL, times=form.times())
    return step_page(request, CALL_SENT, offer)
