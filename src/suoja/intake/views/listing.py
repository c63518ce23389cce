"""The inbox, and what is finished."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission
from suoja.core.paging import Part, page_number, take_part
from suoja.intake import actions
from suoja.intake.choices import Tray
from suoja.intake.models import Arrival, Conversation, ConversationQuerySet, Duty
from suoja.intake.views.duty import on_duty

FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Row:
    """A conversation as lists show it: nothing of what it says."""

    conversation: Conversation
    waits: timedelta


@on_duty(Permission.LETTER_READ)
def inbox(request: StaffRequest, tray: Tray, *, at: datetime) -> HttpResponse:
    found = actions.list_inbox(by=request.user, at=at)
    return _page(request, found.in_tray(tray), tab=tray, at=at)


@on_duty(Permission.LETTER_READ)
def finished(request: StaffRequest, *, at: datetime) -> HttpResponse:
    return _page(request, Conversation.objects.finished().newest_first(), tab=FINISHED, at=at)


def _page(
    request: StaffRequest, found: ConversationQuerySet, *, tab: str, at: datetime
) -> HttpResponse:
    part: Part[Conversation] = take_part(found, page_number(request.GET.get("page", "")))
    context = {
        "title": _("Letters"),
        "tab": tab,
        "counts": _unfinished(),
        "unreadable": Arrival.objects.filter(is_unreadable=True).count(),
        "part": part,
        "rows": [Row(one, at - one.waits_since) for one in part.rows],
        "duty": Duty.objects.at(at).filter(staff=request.user).first(),
    }
    return render(request, "intake/inbox.html", context)


def _unfinished() -> dict[str, int]:
    """Return how many conversations are not finished, by tray."""
    counted = Conversation.objects.unfinished().values_list("tray").annotate(Count("pk"))
    return {**dict.fromkeys(Tray.values, 0), **dict(counted.order_by("tray"))}
