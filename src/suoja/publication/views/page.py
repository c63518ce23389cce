"""One release: what the public would see, and what can be done with it."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suoja.accounts.gate import StaffRequest, require_recent_authentication
from suoja.accounts.permissions import Permission, may, require
from suoja.core.errors import OutOfReach
from suoja.publication import actions
from suoja.publication.checks import Difference, checks_of, differences_of
from suoja.publication.choices import Format, Status
from suoja.publication.forms import (
    CorrectionForm,
    ExplanationForm,
    FindingForm,
    ForewordForm,
    PublishForm,
)
from suoja.publication.models import Foreword, Release
from suoja.publication.rendering import Report, file_of, report_context
from suoja.publication.rendering.internal import hidden_lines
from suoja.publication.views.reasons import next_step, why_not
from suoja.statistics.choices import TOTAL


def find(number: int) -> Release:
    release = Release.objects.with_people().filter(number=number).first()
    if release is None:
        raise OutOfReach
    return release


def release_page(request: StaffRequest, number: int) -> HttpResponse:
    require(request.user, Permission.RELEASE_LIST)
    return page_of(request, find(number))


def page_of(request: StaffRequest, release: Release, refused: Form | None = None) -> HttpResponse:
    """Show a release, with what was typed if it was refused."""
    now = datetime.now(UTC)
    is_draft = release.status == Status.DRAFT
    checks = checks_of(release) if is_draft else ()
    context = report_context(release, get_language() or "en") | {
        "release": release,
        "under_embargo": release.is_under_embargo(now),
        "next_step": next_step(release, checks, at=now),
        "checks": checks,
        "differences": list(_differences(release, refused)),
        "references": list(_references(release)) if is_draft else (),
        "forms": _forms(release, refused),
        "form": refused,
        "why_not": why_not(release, request.user, checks, at=now),
        "formats": [one for one in Format if one != Format.TEXT],
        "may_see_true_values": may(request.user, Permission.REPORT_INTERNAL),
    }
    return render(request, "publication/page.html", context)


def _forms(release: Release, refused: Form | None) -> dict[str, Form]:
    """Return the forms of the page by their names; the refused one keeps what was typed."""
    forms = (
        ForewordForm(initial=Foreword.objects.newest_of(release)),
        FindingForm(),
        PublishForm(),
        CorrectionForm(),
        *([refused] if refused else []),
    )
    return {type(form).__name__.removesuffix("Form").lower(): form for form in forms}


def _differences(
    release: Release, refused: Form | None
) -> Iterator[tuple[Difference, ExplanationForm]]:
    """Yield each difference with the form in which it is explained."""
    for each in differences_of(release):
        form = ExplanationForm(difference=each, initial={"text": each.explanation})
        if isinstance(refused, ExplanationForm) and refused.difference == each:
            form = refused
        yield each, form


def _references(release: Release) -> Iterator[tuple[str, str, int]]:
    """Yield what a foreword can refer to: the total of each table, where it is shown."""
    for table in Report.of_release(release).tables:
        totals = [cell for cell in table.cells if set(cell.categories.values()) <= {TOTAL}]
        for cell in totals:
            if cell.value is not None:
                yield f"{{{table.id}}}", str(table.title), cell.value


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
    file = file_of(find(number), format_, get_language() or "en")
    named = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.content_type, headers=named)
