"""A code to come back with: offered after something was sent, kept when it is typed."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from suoja.core.sealing import TokenTooOld, grouped, make_token, read_token
from suoja.intake import letterbox
from suoja.intake.choices import Kind
from suoja.public_site.forms import CodeForm
from suoja.public_site.views.flood import stretched
from suoja.public_site.views.flow import step_page, words_of

CODE = "code"
MINUTES = 12 * 60  # whoever has the page sees the code itself; the time to learn it is theirs
SENT, CALL_SENT = "public_site/letters/sent.html", "public_site/letters/call_sent.html"
# Days and hours of a wish to be called, safe and never, in the words of its page.
Times = Mapping[str, list[list[str]]]


def offered(
    request: HttpRequest,
    sent: UUID,
    code: str,
    *,
    kind: str,
    times: Times | None = None,
    form: CodeForm | None = None,
) -> dict[str, object]:
    """Return what a page needs to offer a code; its form is sent to the contact flow."""
    token = {"sent": sent.hex, "code": code, "kind": kind, "times": times}
    return {
        "code": grouped(code),
        "times": times,
        "token": make_token(CODE, token),
        "form": form or CodeForm(words_of(request), "code", code=code),
    }


def keep_code(request: HttpRequest) -> HttpResponse | None:
    """Keep a code if it is typed as it was shown; return None if the page is too old to tell."""
    try:
        told = read_token(CODE, request.POST.get("token", ""), minutes=MINUTES)
    except TokenTooOld:
        return None
    sent, code, kind = UUID(told["sent"]), str(told["code"]), Kind(told["kind"])
    form = CodeForm(words_of(request), "code", request.POST, code=code)
    if not form.is_valid():
        offer = offered(request, sent, code, kind=kind, times=told["times"], form=form)
        return step_page(request, CALL_SENT if kind == Kind.CALL else SENT, offer)
    letterbox.keep_code(sent, stretched(request, code), at=datetime.now(UTC), kind=kind)
    return step_page(request, "public_site/letters/kept.html", {})
