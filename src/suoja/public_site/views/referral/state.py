"""What travels in the page: the form as it is filled in so far."""

from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from django.http import HttpRequest

from suoja.core.calendar import helsinki_date
from suoja.core.sealing import make_token, read_token
from suoja.public_site.forms.referral import FORMS, sent_form
from suoja.public_site.rules.filled import Filled

REFERRAL = "referral"
MINUTES = 12 * 60  # twenty-four persons take a working day
NAMES = {each.name for each in fields(Filled)}


def today() -> date:
    return helsinki_date(datetime.now(UTC))


def new() -> Filled:
    return Filled(submission=uuid4().hex)


def filled_in(request: HttpRequest) -> Filled:
    """Return the form that came with a page, or a new one; raise TokenTooOld if it is too old."""
    if "state" not in request.POST:
        return new()
    return restored(read_token(REFERRAL, request.POST["state"], minutes=MINUTES))


def restored(told: dict[str, Any]) -> Filled:
    return Filled(**{name: value for name, value in told.items() if name in NAMES})


def token_of(filled: Filled) -> str:
    return make_token(REFERRAL, asdict(filled))


def take_typed(request: HttpRequest, filled: Filled) -> None:
    """Keep what was typed on the page, whatever button was pressed."""
    place = filled.place
    if "typed" in request.POST and place.page in FORMS:
        form = sent_form(filled, place, request.POST, today=today())
        filled.keep(place, form.kept())
