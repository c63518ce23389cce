"""What is done with a conversation from its page."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission
from suoja.core.errors import OutOfReach, Refused
from suoja.intake import actions
from suoja.intake.forms import AnswerForm, LinkForm
from suoja.intake.models import Conversation
from suoja.intake.views.duty import on_duty
from suoja.intake.views.page import page_of


@require_POST
@on_duty(Permission.LETTER_ANSWER)
def answer(request: StaffRequest, number: int, *, at: datetime) -> HttpResponse:
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer(number, form.cleaned_data["text"], by=request.user, at=at)
        except Refused as refused:
            form.add_error("text", str(refused))
        else:
            messages.success(request, _("The answer is in the mailbox."))
            return redirect("intake:page", number)
    return page_of(request, number, form, at=at)


@require_POST
@on_duty(Permission.LETTER_ANSWER)
def close(request: StaffRequest, number: int, *, at: datetime) -> HttpResponse:
    try:
        actions.close(number, by=request.user, at=at)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("intake:page", number)
    messages.success(request, _("L-%(number)s is closed.") % {"number": number})
    return redirect("intake:inbox")


@require_POST
@on_duty(Permission.LETTER_ANSWER)
def link(request: StaffRequest, number: int, *, at: datetime) -> HttpResponse:
    """Take another conversation of the same person into this one."""
    form = LinkForm(request.POST)
    if form.is_valid():
        other = form.cleaned_data["other"]
        try:
            actions.link(other, into=number, by=request.user, at=at)
        except Refused as refused:
            form.add_error("other", str(refused))
        else:
            said = _("L-%(other)s is part of this conversation now.") % {"other": other}
            messages.success(request, said)
            return redirect("intake:page", number)
    return page_of(request, number, form, at=at)


@on_duty(Permission.LETTER_ERASE)
def erase(request: StaffRequest, number: int, *, at: datetime) -> HttpResponse:
    """Ask whether it is meant, then erase."""
    conversation = Conversation.objects.filter(number=number).first()
    if conversation is None:
        raise OutOfReach
    if request.method == "POST":
        actions.erase(number, by=request.user, at=at)
        messages.success(request, _("%(number)s is erased.") % {"number": conversation})
        return redirect("intake:inbox")
    context = {
        "title": _("Erase %(number)s") % {"number": conversation},
        "conversation": conversation,
        "count": conversation.messages.count(),
    }
    return render(request, "intake/erase.html", context)
