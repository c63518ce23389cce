"""Saying that the person of a referral was known before."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import Refused
from suoja.persons import actions as persons
from suoja.referrals import actions
from suoja.referrals.forms.page import RecogniseForm
from suoja.referrals.models import Referral
from suoja.referrals.views.registration import in_words


def recognise(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.REFERRAL_ASSESS)
    at = datetime.now(UTC)
    referral = actions.open_referral(number, by=request.user, at=at)
    form = RecogniseForm(request.POST or None)
    if form.is_valid():
        known = form.cleaned_data["known"]
        try:
            actions.recognise(referral, known, by=request.user, at=at)
        except Refused as refused:
            form.add_error("known", str(refused))
        else:
            messages.success(request, _("The referral is of %(person)s now.") % {"person": known})
            return redirect("referrals:page", number)
    context = {
        "title": _("This is a known person"),
        "form": form,
        "referral": referral,
        "alike": _alike(request, referral, at),
    }
    return render(request, "referrals/recognise.html", context)


def _alike(request: StaffRequest, referral: Referral, at: datetime) -> list[str]:
    """Say who has a name or a birth date like the person of the referral."""
    found = persons.same_as(referral.person, by=request.user, at=at)
    return [in_words(person) for person in found if person != referral.person]
