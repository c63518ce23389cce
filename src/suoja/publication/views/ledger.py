"""The ledger: what has been told to whom."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, may, require
from suoja.core.paging import page_number, take_part
from suoja.publication.models import LedgerEntry


def ledger(request: StaffRequest) -> HttpResponse:
    """List the entries, the newest first, with how many numbers each told."""
    require(request.user, Permission.LEDGER_READ)
    found = LedgerEntry.objects.with_people().order_by("-number")
    part = take_part(found, page_number(request.GET.get("page", "")))
    context = {
        "title": _("Ledger"),
        "rows": [(entry, len(entry.statements)) for entry in part.rows],
        "part": part,
        "may_read_releases": may(request.user, Permission.RELEASE_LIST),
        "may_read_answers": may(request.user, Permission.NUMBER_ASK),
    }
    return render(request, "publication/ledger.html", context)
