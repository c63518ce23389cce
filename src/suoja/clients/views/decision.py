"""The page on which the director decides on a referral."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.clients.actions.family import admit_with_children
from suoja.clients.forms.decision import ADMITTED, Choice, DecisionForm
from suoja.clients.models import Spell
from suoja.clients.views.door import carried_out, now
from suoja.clients.views.story import told_of
from suoja.core.calendar import helsinki_date
from suoja.persons.models import Person
from suoja.referrals import actions as referrals
from suoja.referrals.choices import Outcome, Status
from suoja.referrals.models import Referral
from suoja.referrals.rules import why_not_move
from suoja.referrals.views.story import earlier_requests


def decide(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.REFERRAL_DECIDE)
    at = now()
    referral = referrals.open_referral(number, by=request.user, at=at)
    form = _form(request, referral, at)
    if carried_out(form, lambda: _carry_out(form, referral, by=request.user, at=at)):
        return _decided(request, form, referral)
    return _page(request, form, referral)


def _form(request: StaffRequest, referral: Referral, at: datetime) -> DecisionForm:
    listed = _children_with(referral)
    beginning = {
        "choice": Choice.LAPSED if referral.consent_withdrawn_at else None,
        "started_on": helsinki_date(at),
        "office": request.user.office,
        "children": [str(person.pk) for person in listed],
    }
    return DecisionForm(
        request.POST if request.method == "POST" else None,
        initial=beginning,
        listed=listed,
        told_before=referral.person.exploitations.exists(),
    )


def _children_with(referral: Referral) -> list[Person]:
    listed = referral.children.select_related("person").order_by("person__number")
    return [child.person for child in listed]


def _carry_out(form: DecisionForm, referral: Referral, *, by: Staff, at: datetime) -> None:
    choice, reasons = form.cleaned_data["choice"], form.cleaned_data["reasons"]
    if choice in ADMITTED:
        children, account = form.chosen_children(), form.account_of_victim()
        admit_with_children(referral, form.admission(), children, account=account, by=by, at=at)
    elif choice == Choice.NEGATIVE:
        ground = form.cleaned_data["ground"]
        referrals.decide(
            referral, Outcome.NEGATIVE, refusal_ground=ground, reasons=reasons, by=by, at=at
        )
    else:
        referrals.decide(referral, Outcome.LAPSED, reasons=reasons, by=by, at=at)


def _decided(request: StaffRequest, form: DecisionForm, referral: Referral) -> HttpResponse:
    messages.success(request, _("%(number)s is decided.") % {"number": referral})
    if form.cleaned_data["choice"] in ADMITTED:
        return redirect("clients:page", referral.person.number)
    return redirect("referrals:page", referral.number)


def _page(request: StaffRequest, form: DecisionForm, referral: Referral) -> HttpResponse:
    withdrawn = referral.consent_withdrawn_at is not None
    outcome = Status.WITHDRAWN if withdrawn else Status.DECIDED_POSITIVE
    context: dict[str, Any] = {
        "title": _("Decide on %(number)s") % {"number": referral},
        "form": form,
        "referral": referral,
        "why_not_decide": None if form.is_bound else why_not_move(referral.status, outcome),
        "age": referral.person.age_on(helsinki_date(now())),
        "earlier": earlier_requests(referral),
        "spells": Spell.objects.of(referral.person).order_by("spell_number"),
        "told": told_of(referral.person),
    }
    return render(request, "clients/decide.html", context)
