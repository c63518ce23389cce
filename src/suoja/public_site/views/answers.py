"""What all public pages share: which releases there are, and how long an answer may be kept."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.http import http_date
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page

from suoja.publication.models import Release
from suoja.publication.models.release import ReleaseQuerySet
from suoja.publication.rendering import Printed

MINUTES = 60
View = Callable[..., HttpResponse]


def kept_for_a_while(view: View) -> Callable[..., HttpResponseBase]:
    """Let everybody keep the answer, ask later whether it changed, and get it small."""
    return cache_control(public=True, max_age=10 * MINUTES)(gzip_page(conditional_page(view)))


def in_force() -> list[Release]:
    """Return of each period the version that readers are shown, the newest period first."""
    return list(_releases().published(datetime.now(UTC)).newest_first())


def ever_published() -> list[Release]:
    """Return all versions that readers have ever been shown, the newest first."""
    return list(_releases().once_published(datetime.now(UTC)).newest_first())


def published(period: str, version: int | None) -> Release:
    """Return the version in force, or the one that is named if it was ever published."""
    now, releases = datetime.now(UTC), _releases()
    if version is None:
        return get_object_or_404(releases.published(now), period=period)
    return get_object_or_404(releases.once_published(now), period=period, version=version)


def _releases() -> ReleaseQuerySet:
    return Release.objects.for_readers()


def page(
    request: HttpRequest, template: str, context: Mapping[str, object], releases: Iterable[Release]
) -> HttpResponse:
    """Return a page that changes when one of the releases does."""
    answer = render(request, template, context)
    return _dated(answer, releases)


def download(file: Printed, releases: Iterable[Release]) -> HttpResponse:
    """Return a file to take home."""
    answer = HttpResponse(file.content, content_type=file.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return _dated(answer, releases)


def _dated(answer: HttpResponse, releases: Iterable[Release]) -> HttpResponse:
    moments = [each.public_from for each in releases if each.public_from]
    if moments:
        answer["Last-Modified"] = http_date(max(moments).timestamp())
    return answer
