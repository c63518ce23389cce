"""Saving a form under a code, going on with it, and deleting what was saved."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse

from suoja.core.sealing import (
    CodeKeys,
    TokenTooOld,
    grouped,
    make_code,
    make_token,
    read_token,
)
from suoja.intake import letterbox
from suoja.public_site.forms import CodeForm, OpenForm
from suoja.public_site.rules.filled import Filled
from suoja.public_site.views.flood import stretched
from suoja.public_site.views.flow import words_of
from suoja.public_site.views.referral.showing import page, show
from suoja.public_site.views.referral.state import restored

CODE = "referral.code"
MINUTES = 120


def save_form(request: HttpRequest, filled: Filled, _told: str) -> HttpResponse:
    """Save under the code that is known; else show one and have it typed."""
    if filled.saved:
        return _save(request, filled)
    code = make_code()
    return _show_code(request, filled, code, CodeForm(words_of(request), "code", code=code))


def _show_code(request: HttpRequest, filled: Filled, code: str, form: CodeForm) -> HttpResponse:
    shown = {"code": grouped(code), "token": make_token(CODE, code), "form": form}
    return page(request, "public_site/referral/save.html", filled, **shown)


def keep(request: HttpRequest, filled: Filled, _told: str) -> HttpResponse:
    """Save the form under a code if it is typed as it was shown."""
    try:
        code = read_token(CODE, request.POST.get("token", ""), minutes=MINUTES)
    except TokenTooOld:
        return save_form(request, filled, "")
    form = CodeForm(words_of(request), "code", request.POST, code=code)
    if not form.is_valid():
        return _show_code(request, filled, code, form)
    filled.saved = stretched(request, code).written
    return _save(request, filled)


def _save(request: HttpRequest, filled: Filled) -> HttpResponse:
    keys = CodeKeys.of(filled.saved)
    until = letterbox.keep_draft(keys, filled.to_keep, at=datetime.now(UTC))
    return page(request, "public_site/referral/saved.html", filled, until=until)


def resume(request: HttpRequest, filled: Filled, _told: str) -> HttpResponse:
    """Ask for the code of a form that was saved."""
    return page(
        request,
        "public_site/referral/resume.html",
        filled,
        form=OpenForm(words_of(request), "mailbox"),
    )


def open_saved(request: HttpRequest, filled: Filled, _told: str) -> HttpResponse:
    """Go on with the form that lies under a code."""
    form = OpenForm(words_of(request), "mailbox", request.POST)
    if form.is_valid():
        keys = stretched(request, form.cleaned_data["code"])
        told = letterbox.draft(keys, at=datetime.now(UTC))
        if told is not None:
            return show(request, restored({**told, "saved": keys.written}))
        form.add_error("code", form.faults["code_unknown"])
    return page(request, "public_site/referral/resume.html", filled, form=form)


def forget(request: HttpRequest, filled: Filled, _told: str) -> HttpResponse:
    """Delete what was saved; the form goes on in the page."""
    if filled.saved:
        letterbox.forget_draft(CodeKeys.of(filled.saved))
        filled.saved = ""
    return page(request, "public_site/referral/forgotten.html", filled)
