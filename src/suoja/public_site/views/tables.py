"""One table of a report, as a page and as files."""

from django.http import Http404, HttpRequest, HttpResponse

from suoja.public_site.views.answers import download, in_force, kept_for_a_while, page, published
from suoja.publication.choices import TableFormat
from suoja.publication.rendering import table_of
from suoja.publication.rendering.table_page import table_page


@kept_for_a_while
def table(
    request: HttpRequest, period: str, table_id: str, version: int | None = None
) -> HttpResponse:
    release, releases = published(period, version), in_force()
    shown = table_page(release, releases, table_id)
    if shown is None:
        raise Http404
    context = shown | {"kinds": TableFormat, "is_version": version is not None}
    return page(request, "public_site/table.html", context, [release, *releases])


@kept_for_a_while
def table_file(
    request: HttpRequest, period: str, version: int, table_id: str, kind: str
) -> HttpResponse:
    if kind not in TableFormat.values:
        raise Http404
    release = published(period, version)
    try:
        file = table_of(release, table_id, kind, request.LANGUAGE_CODE)
    except KeyError as error:
        raise Http404 from error
    return download(file, [release])
