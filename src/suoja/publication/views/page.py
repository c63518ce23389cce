"""One release: what the public would see, and what can be done with it."""

from datetime import UTC, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suoja.accounts.gate import StaffRequest, require_recent_authentication
from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, may, require
from suoja.core.errors import OutOfReach
from suoja.publication import actions, rules
from suoja.publication.choices import Format
from suoja.publication.forms import CorrectionForm, FindingForm
from suoja.publication.models import Release
from suoja.publication.rendering import Report, printed, report_context
from suoja.publication.rendering.internal import hidden_lines
from suoja.publication.rules import Reason

ANY_TEXT = "."


def find(number: int) -> Release:
    release = Release.objects.with_people().filter(number=number).first()
    if release is None:
        raise OutOfReach
    return release


def release_page(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_LIST)
    return page_of(request, find(number))


def page_of(
    request: StaffRequest,
    release: Release,
    *,
    finding: FindingForm | None = None,
    correction: CorrectionForm | None = None,
) -> HttpResponse:
    """Show a release, with what was typed if it was refused."""
    context = report_context(release, get_language() or "en") | {
        "release": release,
        "finding_form": finding or FindingForm(),
        "correction_form": correction or CorrectionForm(),
        "form": finding or correction,
        "why_not": why_not(release, request.user),
        "formats": [one for one in Format if one != Format.TEXT],
        "may_see_true_values": may(request.user, Permission.REPORT_INTERNAL),
    }
    return render(request, "publication/page.html", context)


def why_not(release: Release, staff: Staff) -> dict[str, Reason]:
    """Return for each step why this person may not take it now; None where they may."""
    status = release.status
    is_open = Release.objects.of(release.months).being_prepared().exists()
    at = datetime.now(UTC)
    embargo = release.is_under_embargo(at)
    drafter = release.drafted_by_id
    reasons = {
        "draft_again": (Permission.RELEASE_DRAFT, rules.why_not_draft_again(status)),
        "check": (
            Permission.RELEASE_CHECK,
            rules.why_not_check(status, drafter=drafter, checker=staff.pk),
        ),
        "send_back": (Permission.RELEASE_CHECK, rules.why_not_send_back(status, ANY_TEXT)),
        "publish": (Permission.RELEASE_PUBLISH, rules.why_not_publish(status, at=at)),
        "call_back": (
            Permission.RELEASE_PUBLISH,
            rules.why_not_call_back(status, under_embargo=embargo),
        ),
        "correct": (
            Permission.RELEASE_DRAFT,
            rules.why_not_correct(status, ANY_TEXT, is_open=is_open, under_embargo=embargo),
        ),
    }
    return {
        step: reason if may(staff, permission) else _("This is for others than your role.")
        for step, (permission, reason) in reasons.items()
    }


@require_recent_authentication
def true_values(request: StaffRequest, number: int) -> HttpResponse:
    """Show what the release hides; that it was looked at is recorded."""
    require(request.user, Permission.REPORT_INTERNAL)
    release = find(number)
    tables = actions.open_true_values(release, by=request.user, at=datetime.now(UTC))
    hidden = hidden_lines(tables)
    context = {
        "title": _("What %(release)s hides") % {"release": release},
        "release": release,
        "hidden": hidden,
        "cells": sum(len(table.cells) for table in tables),
    }
    return render(request, "publication/true_values.html", context)


def download(request: StaffRequest, number: int, format_: str) -> HttpResponse:
    """Hand over a release as a file, in the language of the page it was asked on."""
    require(request.user, Permission.RELEASE_LIST)
    if format_ not in Format.values:
        raise OutOfReach
    report = Report.of_release(find(number))
    file = printed(report, format_, get_language() or "en")
    named = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.content_type, headers=named)
