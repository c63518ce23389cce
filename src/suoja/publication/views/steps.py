"""The steps of a release, each one action."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suoja.accounts.gate import StaffRequest, require_recent_authentication
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import OutOfReach, Refused
from suoja.publication import actions
from suoja.publication.checks import differences_of
from suoja.publication.forms import (
    CorrectionForm,
    ExplanationForm,
    FindingForm,
    ForewordForm,
    PublishForm,
)
from suoja.publication.models import Release
from suoja.publication.views.page import find, page_of

Act = Callable[..., object]


@require_POST
def draft_again(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_DRAFT)
    return _step(request, number, actions.draft_again, _("The draft is counted anew."))


@require_POST
def check(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_CHECK)
    return _step(request, number, actions.check, _("The release is checked."))


@require_POST
@require_recent_authentication
def call_back(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_PUBLISH)
    return _step(request, number, actions.call_back, _("The release is called back."))


@require_POST
@require_recent_authentication
def publish(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_PUBLISH)
    form = PublishForm(request.POST)
    return _with_words(request, find(number), form, actions.publish, _("The release is approved."))


@require_POST
def send_back(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_CHECK)
    form, done = FindingForm(request.POST), _("The release is a draft again.")
    return _with_words(request, find(number), form, actions.send_back, done)


@require_POST
def write_foreword(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_DRAFT)
    form, done = ForewordForm(request.POST), _("The foreword is written.")
    return _with_words(request, find(number), form, actions.write_foreword, done)


@require_POST
def explain(request: StaffRequest, number: int, table: str, year: str) -> HttpResponse:
    require(request.user, Permission.RELEASE_DRAFT)
    release = find(number)
    known = {(each.table, each.year): each for each in differences_of(release)}
    difference = known.get((table, year))
    if difference is None:
        raise OutOfReach
    form, done = ExplanationForm(request.POST, difference=difference), _("It is explained.")
    return _with_words(request, release, form, actions.explain_difference, done)


@require_POST
def correct(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_DRAFT)
    form, done = CorrectionForm(request.POST), _("The next version is drafted.")
    return _with_words(request, find(number), form, actions.correct, done)


def _step(request: StaffRequest, number: int, act: Act, done: str) -> HttpResponse:
    """Take a step that nothing has to be typed for, and go back to the release."""
    try:
        act(find(number), by=request.user, at=datetime.now(UTC))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect("publication:page", number)


def _with_words(
    request: StaffRequest, release: Release, form: Form, act: Act, done: str
) -> HttpResponse:
    """Take a step with what was typed, or show the page with it if it is refused."""
    if form.is_valid():
        try:
            result = act(release, **form.cleaned_data, by=request.user, at=datetime.now(UTC))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, done)
            following = result if isinstance(result, Release) else release
            return redirect("publication:page", following.number)
    return page_of(request, release, form)
