"""Noting on the page of a conversation what came of a call."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission
from suoja.core.errors import Refused
from suoja.intake import actions
from suoja.intake.choices import Outcome
from suoja.intake.forms import CallForm
from suoja.intake.views.duty import on_duty
from suoja.intake.views.page import page_of


@require_POST
@on_duty(Permission.LETTER_ANSWER)
def note_call(request: StaffRequest, number: int, *, at: datetime) -> HttpResponse:
    """Note it; who was not reached goes on waiting in the inbox."""
    form = CallForm(request.POST, outcomes=list(Outcome), at=at)
    if form.is_valid():
        outcome = Outcome(form.cleaned_data["outcome"])
        try:
            actions.note_call(
                number, outcome=outcome, called_at=form.made_at(), by=request.user, at=at
            )
        except Refused as refused:
            form.add_error("outcome", str(refused))
        else:
            messages.success(
                request, _("The call is noted: %(outcome)s.") % {"outcome": outcome.label}
            )
            reached = outcome == Outcome.REACHED
            return redirect("intake:page", number) if reached else redirect("intake:inbox")
    return page_of(request, number, form, at=at)
