"""Reports, as pages and as files."""

from django.http import Http404, HttpRequest, HttpResponse

from suoja.public_site.views.answers import download, in_force, kept_for_a_while, page, published
from suoja.publication.choices import Format
from suoja.publication.rendering import file_of
from suoja.publication.rendering.document import title_of
from suoja.publication.rendering.kept import edition_of, kept_context

FILES = (Format.PDF, Format.ZIP, Format.CSV, Format.JSON)


@kept_for_a_while
def reports(request: HttpRequest) -> HttpResponse:
    releases = in_force()
    named = [(release, title_of(release.months)) for release in releases]
    return page(request, "public_site/reports.html", {"releases": named, "files": FILES}, releases)


@kept_for_a_while
def report(request: HttpRequest, period: str, version: int | None = None) -> HttpResponse:
    release = published(period, version)
    shown = kept_context(edition_of(release), request.LANGUAGE_CODE)
    context = {**shown, "release": release, "files": FILES, "is_version": version is not None}
    return page(request, "public_site/report.html", context, in_force())


@kept_for_a_while
def report_file(request: HttpRequest, period: str, version: int, kind: str) -> HttpResponse:
    if kind not in FILES:
        raise Http404
    release = published(period, version)
    return download(file_of(release, kind, request.LANGUAGE_CODE), [release])
