"""The list of releases, where a new one is drafted."""

from datetime import UTC, datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, may, require
from suoja.core.errors import Refused
from suoja.publication import actions
from suoja.publication.forms import DraftForm
from suoja.publication.models import Release


def release_list(request: StaffRequest) -> HttpResponse:
    require(request.user, Permission.RELEASE_LIST)
    now, form = datetime.now(UTC), DraftForm(request.POST or None)
    if form.is_valid():
        try:
            release = actions.draft(**form.cleaned_data, by=request.user, at=now)
        except Refused as refused:
            form.add_error("period", str(refused))
        else:
            return redirect("publication:page", release.number)
    releases = Release.objects.with_people().newest_first()
    context = {
        "title": _("Reports"),
        "releases": [(one, one.is_under_embargo(now)) for one in releases],
        "form": form,
        "may_draft": may(request.user, Permission.RELEASE_DRAFT),
    }
    return render(request, "publication/list.html", context)
