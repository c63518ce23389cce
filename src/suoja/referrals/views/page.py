"""One referral: what is known, what happened, and what can be done."""

from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, may, require
from suoja.core.calendar import MAJORITY, helsinki_date
from suoja.core.errors import Refused
from suoja.referrals import actions, rules
from suoja.referrals.choices import Status
from suoja.referrals.forms.children import ChildForm
from suoja.referrals.forms.page import QuestionForm
from suoja.referrals.models import Referral
from suoja.referrals.views.story import everything_of, story_of


def referral_page(request: StaffRequest, number: int) -> HttpResponse:
    referral = actions.open_referral(number, by=request.user, at=datetime.now(UTC))
    return _page(request, referral, QuestionForm())


@require_POST
def assess(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.REFERRAL_ASSESS)
    referral = actions.open_referral(number, by=request.user, at=datetime.now(UTC))
    try:
        actions.assess(referral, by=request.user, at=datetime.now(UTC))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The referral is under assessment."))
    return redirect("referrals:page", number)


@require_POST
def withdraw_consent(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.REFERRAL_ASSESS)
    referral = actions.open_referral(number, by=request.user, at=datetime.now(UTC))
    try:
        actions.withdraw_consent(referral, by=request.user, at=datetime.now(UTC))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The withdrawal is recorded."))
    return redirect("referrals:page", number)


@require_POST
def ask_for_more(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.REFERRAL_ASSESS)
    at = datetime.now(UTC)
    referral = actions.open_referral(number, by=request.user, at=at)
    form = QuestionForm(request.POST)
    if form.is_valid():
        try:
            actions.ask_for_more(referral, form.cleaned_data["question"], by=request.user, at=at)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("What is asked is noted."))
            return redirect("referrals:page", number)
    return _page(request, referral, form)


def add_child(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.REFERRAL_REGISTER)
    at = datetime.now(UTC)
    referral = actions.open_referral(number, by=request.user, at=at)
    form = ChildForm(request.POST or None)
    if form.is_valid():
        child = form.details(of_parent=referral.person.nationality)
        try:
            actions.add_child(referral, child, by=request.user, at=at)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The child is listed."))
            return redirect("referrals:page", number)
    context = {"title": _("Add a child"), "form": form, "referral": referral}
    return render(request, "referrals/add_child.html", context)


def _page(request: StaffRequest, referral: Referral, form: QuestionForm) -> HttpResponse:
    age = referral.person.age_on(helsinki_date(datetime.now(UTC)))
    context = {
        "title": str(referral),
        "form": form,
        "referral": referral,
        "age": age,
        "minor": age is not None and age < MAJORITY,
        "story": story_of(referral),
        **everything_of(referral),
        **_actions(request, referral),
    }
    return render(request, "referrals/page.html", context)


def _actions(request: StaffRequest, referral: Referral) -> dict[str, Any]:
    """Return what this member of staff may do, and why it cannot be done now."""
    status, withdrawn = referral.status, referral.consent_withdrawn_at is not None
    decision = Status.WITHDRAWN if withdrawn else Status.DECIDED_POSITIVE
    return {
        "may_register": may(request.user, Permission.REFERRAL_REGISTER),
        "may_assess": may(request.user, Permission.REFERRAL_ASSESS),
        "may_decide": may(request.user, Permission.REFERRAL_DECIDE),
        "why_not_assess": rules.why_not_move(status, Status.UNDER_ASSESSMENT),
        "why_not_ask": rules.why_not_move(status, Status.MORE_INFORMATION_ASKED),
        "why_not_withdraw": rules.why_not_withdraw(status=status, consent_withdrawn=withdrawn),
        "why_not_recognise": rules.why_not_recognise(status=status, same=False, open_referral=None),
        "why_not_add_child": rules.why_not_add_child(status),
        "why_not_decide": rules.why_not_move(status, decision),
    }
