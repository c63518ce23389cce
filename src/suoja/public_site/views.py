"""Public pages."""

from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.gzip import gzip_page

from suoja.publication.choices import Format
from suoja.publication.models import Release
from suoja.publication.rendering import Report, printed, report_context
from suoja.publication.rendering.document import title_of

FILES = (Format.PDF, Format.CSV, Format.JSON)
MINUTES = 60

kept_for_a_while = cache_control(public=True, max_age=10 * MINUTES)


@never_cache  # a page about help leaves no copy on a device that somebody else may search
def front(request: HttpRequest) -> HttpResponse:
    return render(request, "public_site/front.html")


@kept_for_a_while
def reports(request: HttpRequest) -> HttpResponse:
    releases = Release.objects.published(datetime.now(UTC)).newest_first()
    named = [(release, title_of(release.months)) for release in releases]
    return render(request, "public_site/reports.html", {"releases": named, "files": FILES})


@kept_for_a_while
@gzip_page
def report(request: HttpRequest, period: str, version: int | None = None) -> HttpResponse:
    release = _published(period, version)
    shown = report_context(release, request.LANGUAGE_CODE)
    return render(request, "public_site/report.html", shown | {"release": release, "files": FILES})


@kept_for_a_while
def report_file(request: HttpRequest, period: str, version: int, kind: str) -> HttpResponse:
    if kind not in FILES:
        raise Http404
    file = printed(Report.of_release(_published(period, version)), kind, request.LANGUAGE_CODE)
    response = HttpResponse(file.content, content_type=file.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


def _published(period: str, version: int | None) -> Release:
    """Return the version in force, or the one that is named if it was ever published."""
    now, releases = datetime.now(UTC), Release.objects.all()
    if version is None:
        return get_object_or_404(releases.published(now), period=period)
    return get_object_or_404(releases.once_published(now), period=period, version=version)
