"""The list of referrals."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, may, require
from suoja.core.calendar import MAJORITY, helsinki_date
from suoja.core.paging import page_number, take_part
from suoja.referrals import actions
from suoja.referrals.forms.listing import FilterForm
from suoja.referrals.models import Referral


@dataclass(frozen=True, slots=True)
class Row:
    """A referral as lists show it."""

    referral: Referral
    waits: int | None
    minor: bool
    name: str


def row_of(referral: Referral, *, today: date, named: bool) -> Row:
    age = referral.person.age_on(today)
    waits = (today - helsinki_date(referral.received_at)).days if referral.is_open else None
    return Row(
        referral=referral,
        waits=waits,
        minor=age is not None and age < MAJORITY,
        name=referral.person.name if named else "",
    )


def referral_list(request: StaffRequest) -> HttpResponse:
    require(request.user, Permission.REFERRAL_LIST)
    at = datetime.now(UTC)
    filters = FilterForm(request.GET)
    part = take_part(filters.found(), page_number(request.GET.get("page", "")))
    named = may(request.user, Permission.REFERRAL_READ)
    if named and part.rows:
        actions.record_listing(part.rows, by=request.user, at=at)
    today = helsinki_date(at)
    context = {
        "title": _("Referrals"),
        "filters": filters,
        "part": part,
        "rows": [row_of(referral, today=today, named=named) for referral in part.rows],
        "named": named,
        "may_register": may(request.user, Permission.REFERRAL_REGISTER),
    }
    return render(request, "referrals/list.html", context)
