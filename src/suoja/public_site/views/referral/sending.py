"""Sending the form: once, however often it is pressed."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from suoja.core.sealing import CodeKeys, make_code
from suoja.intake import letterbox
from suoja.intake.choices import Kind
from suoja.intake.letterbox import Sent, hour_of
from suoja.public_site.choices.referral import Page
from suoja.public_site.forms.referral import missing
from suoja.public_site.forms.referral.told import told as told_by
from suoja.public_site.rules.filled import Filled
from suoja.public_site.views.codes import offered
from suoja.public_site.views.flood import tray_of
from suoja.public_site.views.referral.showing import page, show
from suoja.public_site.views.referral.state import today

HOUR = timedelta(hours=1)


def send(request: HttpRequest, filled: Filled, _told: str) -> HttpResponse:
    """Store the form if nothing is missing, and delete what was saved of it."""
    filled.at = Page.CHECK
    if Page.CONSENT not in filled.common or missing(filled, today=today()):
        return show(request, filled, is_incomplete=True)
    sent, at = _sent(request, filled), datetime.now(UTC)
    stored = letterbox.drop_in(sent, at=at)
    hour = hour_of(at)
    receipt = {
        "received": hour,
        "until": hour + HOUR,
        "tells_progress": sent.kind == Kind.REFERRAL,
        **_way_back(request, filled, stored, sent.kind, at),
    }
    return page(request, "public_site/referral/sent.html", None, **receipt)


def _sent(request: HttpRequest, filled: Filled) -> Sent:
    told = told_by(filled, today=today())
    return Sent(
        kind=Kind.CONSULTATION if filled.is_consultation else Kind.REFERRAL,
        told=told,
        language=request.LANGUAGE_CODE,
        submission=filled.submission,
        tray=tray_of(request),
        is_urgent=any(person["is_urgent"] for person in told.get("persons", [])),
    )


def _way_back(
    request: HttpRequest, filled: Filled, stored: UUID, kind: Kind, at: datetime
) -> dict[str, object]:
    """Offer a code for the answer; who saved the form under a code has one already."""
    if not filled.saved:
        return offered(request, stored, make_code(), kind=kind)
    keys = CodeKeys.of(filled.saved)
    letterbox.keep_code(stored, keys, at=at, kind=kind)
    letterbox.forget_draft(keys)
    return {"has_code": True}
