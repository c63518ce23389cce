"""Registering a referral."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, may, require
from suoja.core.errors import Refused
from suoja.intake.models import Message
from suoja.persons import actions as persons
from suoja.persons.models import Person
from suoja.referrals import actions
from suoja.referrals.forms.registration import KNOWN_GROUP, NEW_GROUP, RegistrationForm
from suoja.referrals.models import Referral
from suoja.referrals.rules import Origin


def register(request: StaffRequest) -> HttpResponse:
    require(request.user, Permission.REFERRAL_REGISTER)
    if request.method == "POST":
        return received(request, RegistrationForm(request.POST, at=datetime.now(UTC)))
    at = datetime.now(UTC)
    return form_page(request, RegistrationForm(initial=_beginning(request, at), at=at))


def _beginning(request: StaffRequest, at: datetime) -> dict[str, Any]:
    """Return what is known before anything is typed; of a group, all but the person."""
    here = localtime(at)
    known: dict[str, Any] = {
        "submission": uuid4(),
        "received_on": here.date(),
        "received_time": here.time(),
    }
    other = request.GET.get("beside", "")
    if other.isdecimal():
        known |= _as_in(actions.open_referral(int(other), by=request.user, at=at))
    return known


def _as_in(other: Referral) -> dict[str, Any]:
    """Return what two referrals of a group share: never the consent (edge case 15)."""
    here = localtime(other.received_at)
    return {
        "referrer": other.referrer,
        "organisation": other.organisation,
        "referrer_name": other.referrer_name,
        "manner": other.manner,
        "oral_ground": other.oral_ground,
        "received_on": here.date(),
        "received_time": here.time(),
        "group": KNOWN_GROUP,
        "group_number": str(other.group or ""),
    }


def received(
    request: StaffRequest,
    form: RegistrationForm,
    letter: Message | None = None,
    origin: Origin | None = None,
) -> HttpResponse:
    """Register what was typed, or show it again with what is wrong."""
    if "add_child" in request.POST:
        return form_page(request, form.with_one_more_child(), letter)
    if not form.is_valid():
        return form_page(request, form, letter)
    sent = Referral.objects.filter(submission=form.cleaned_data["submission"]).first()
    known = [] if sent else _known_like(request, form)
    if form.ask_who_it_is([(str(person.number), in_words(person)) for person in known]):
        return form_page(request, form, letter)
    try:
        referral = _register(request, form, known, origin)
    except Refused as refused:
        form.add_error(None, str(refused))
        return form_page(request, form, letter, sent=sent)
    return _registered(request, referral, letter)


def _known_like(request: StaffRequest, form: RegistrationForm) -> list[Person]:
    """Return who may be meant; who may not read referrals learns of nobody."""
    if not may(request.user, Permission.REFERRAL_READ):
        return []
    return persons.same_as(form.details(), by=request.user, at=form.at)


def in_words(person: Person) -> str:
    """Say enough of a known person to tell whether it is the same one."""
    born = person.birth_date
    day = _("born %(day)s") % {"day": date_format(born)} if born else _("birth date not known")
    requests = Referral.objects.of(person).oldest_first()
    earlier = [f"{referral} ({referral.get_status_display()})" for referral in requests]
    return " · ".join([str(person), person.name, day, *earlier])


def _register(
    request: StaffRequest, form: RegistrationForm, known: list[Person], origin: Origin | None
) -> Referral:
    details = form.details()
    chosen = (one for one in known if str(one.number) == form.cleaned_data["same_as"])
    return actions.register(
        next(chosen, details),
        form.registration(),
        contact=details,
        group=form.cleaned_data["group_number"],
        new_group=form.cleaned_data["group"] == NEW_GROUP,
        children=form.children_details(),
        submission=form.cleaned_data["submission"],
        origin=origin,
        by=request.user,
        at=form.at,
    )


def _registered(request: StaffRequest, referral: Referral, letter: Message | None) -> HttpResponse:
    """Lead to the referral; of persons who were named together, back to the others."""
    words = {"number": referral, "group": referral.group}
    said = _("Referral %(number)s is registered.")
    if referral.group:
        said = _("Referral %(number)s is registered in group %(group)s.")
    messages.success(request, said % words)
    if letter is not None and len(letter.parts) > 1:
        return redirect("intake:page", letter.conversation.number)
    if not may(request.user, Permission.REFERRAL_READ):
        return redirect("referrals:register")
    return redirect("referrals:page", referral.number)


def form_page(
    request: StaffRequest,
    form: RegistrationForm,
    letter: Message | None = None,
    *,
    sent: Referral | None = None,
) -> HttpResponse:
    """Show the form; `letter` is what it was filled in from."""
    context = {
        "title": _("New referral"),
        "form": form,
        "letter": letter.conversation if letter else None,
        "sent": sent if may(request.user, Permission.REFERRAL_READ) else None,
        "may_list": may(request.user, Permission.REFERRAL_LIST),
    }
    return render(request, "referrals/register.html", context)
