"""Going on duty, and what everybody else sees instead of letters."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import Refused
from suoja.intake import actions
from suoja.intake.forms import DutyForm
from suoja.intake.models import Duty

View = Callable[..., HttpResponse]


def on_duty(permission: Permission) -> Callable[[View], View]:
    """Let only those on duty see a page; others may say that they are, and lose no text."""

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: StaffRequest, **address: Any) -> HttpResponse:
            require(request.user, permission)
            at = datetime.now(UTC)
            if not actions.is_on_duty(by=request.user, at=at):
                return _page(request, DutyForm(at=at))
            return view(request, at=at, **address)

        return checked

    return decorate


def begin(request: StaffRequest) -> HttpResponse:
    require(request.user, Permission.LETTER_READ)
    at = datetime.now(UTC)
    form = DutyForm(request.POST or None, at=at)
    if form.is_valid():
        try:
            actions.begin_duty(until=form.ends_at(), by=request.user, at=at)
        except Refused as refused:
            form.add_error("until", str(refused))
        else:
            messages.success(request, _("You are on duty."))
            return redirect("intake:inbox")
    return _page(request, form)


@require_POST
def leave(request: StaffRequest) -> HttpResponse:
    actions.end_duty(by=request.user, at=datetime.now(UTC))
    messages.success(request, _("You are no longer on duty."))
    return redirect("intake:inbox")


def _page(request: StaffRequest, form: DutyForm) -> HttpResponse:
    context = {
        "title": _("Letters"),
        "form": form,
        "duties": Duty.objects.at(form.at).by_name(),
        "unsent": request.POST.get("text", ""),
    }
    return render(request, "intake/off_duty.html", context)
