"""One table over all published reports."""

from django.http import Http404, HttpRequest, HttpResponse

from suoja.public_site.views.answers import in_force, kept_for_a_while, page
from suoja.publication.rendering.published import with_tables
from suoja.publication.rendering.series import chapters, series_page


@kept_for_a_while
def series_list(request: HttpRequest) -> HttpResponse:
    releases = in_force()
    context = {"chapters": chapters(with_tables(releases))}
    return page(request, "public_site/series_list.html", context, releases)


@kept_for_a_while
def series(request: HttpRequest, table_id: str) -> HttpResponse:
    releases = in_force()
    shown = series_page(with_tables(releases), table_id)
    if shown is None:
        raise Http404
    return page(request, "public_site/series.html", shown | {"table_id": table_id}, releases)
