"""Pages that answer a form are shown once, by way of a redirect.

A browser that shows the answer to a form keeps what was sent, on the disk too, to send it
again. Led on to a page that it asks for, it keeps nothing. That page waits sealed; the key is in
a cookie that is gone when the page is shown, and who opens the address later finds an empty form.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from nacl.utils import random

from suoja.intake import letterbox
from suoja.intake.letterbox import PAGE_KEY_BYTES

COOKIE = "__Host-step" if settings.OVER_HTTPS else "step"
View = Callable[..., HttpResponse]


def shown_once(view: View) -> View:
    """Show what answers a form by way of a redirect to the same address."""

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        if request.method == "POST":
            return _led_on(request, view(request, *args, **named))
        kept = _kept(request)
        response = view(request, *args, **named) if kept is None else HttpResponse(kept)
        if COOKIE in request.COOKIES:
            response.delete_cookie(COOKIE, samesite="Strict")
        return response

    return shown


def forget_page(request: HttpRequest) -> None:
    """Destroy the page that waits for this browser; leaving never fails for it."""
    with suppress(DatabaseError):
        _kept(request)


def _led_on(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    if answer.status_code != HTTPStatus.OK:
        return answer
    key = random(PAGE_KEY_BYTES)
    letterbox.keep_page(key, answer.content, at=datetime.now(UTC))
    onward = HttpResponseRedirect(request.path, status=HTTPStatus.SEE_OTHER)
    onward.set_cookie(
        COOKIE, key.hex(), secure=settings.OVER_HTTPS, httponly=True, samesite="Strict"
    )
    return onward


def _kept(request: HttpRequest) -> bytes | None:
    try:
        key = bytes.fromhex(request.COOKIES.get(COOKIE, ""))
    except ValueError:
        return None
    return letterbox.take_page(key) if len(key) == PAGE_KEY_BYTES else None
