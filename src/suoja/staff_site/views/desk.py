"""The page on which the day begins."""

from datetime import UTC, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, may, require
from suoja.core.calendar import helsinki_date
from suoja.referrals import actions as referrals
from suoja.staff_site.views.waiting import (
    identification_for,
    letters_for,
    periods_for,
    referrals_for,
    releases_for,
)


def desk(request: StaffRequest) -> HttpResponse:
    require(request.user, Permission.DESK_SEE)
    at, staff = datetime.now(UTC), request.user
    today = helsinki_date(at)
    heaps = list(referrals_for(staff, today))
    shown = [row.referral for heap in heaps for row in heap.rows]
    named = may(staff, Permission.REFERRAL_READ)
    if named and shown:
        referrals.record_listing(shown, by=staff, at=at)
    others = [
        *letters_for(staff),
        *periods_for(staff, today),
        *identification_for(staff),
        *releases_for(staff),
    ]
    context = {
        "title": _("Desk"),
        "today": today,
        "referrals": heaps,
        "others": others,
        "named": named,
        "may_register": may(staff, Permission.REFERRAL_REGISTER),
    }
    return render(request, "staff_site/desk.html", context)
