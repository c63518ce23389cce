"""The steps of a release, each one action."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suoja.accounts.gate import StaffRequest, require_recent_authentication
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import Refused
from suoja.publication import actions
from suoja.publication.forms import CorrectionForm, FindingForm
from suoja.publication.models import Release
from suoja.publication.views.page import find, page_of


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
def publish(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_PUBLISH)
    return _step(request, number, actions.publish, _("The release is published."))


@require_POST
def send_back(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_CHECK)
    release, form = find(number), FindingForm(request.POST)
    if form.is_valid():
        try:
            actions.send_back(release, **form.cleaned_data, by=request.user, at=datetime.now(UTC))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The release is a draft again."))
            return redirect("publication:page", number)
    return page_of(request, release, finding=form)


@require_POST
def correct(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_DRAFT)
    release, form = find(number), CorrectionForm(request.POST)
    if form.is_valid():
        try:
            following = actions.correct(
                release, **form.cleaned_data, by=request.user, at=datetime.now(UTC)
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("publication:page", following.number)
    return page_of(request, release, correction=form)


def _step(
    request: StaffRequest, number: int, act: Callable[..., Release], done: str
) -> HttpResponse:
    """Take a step that nothing has to be typed for, and go back to the release."""
    try:
        act(find(number), by=request.user, at=datetime.now(UTC))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect("publication:page", number)
