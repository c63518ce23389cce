"""The front of the statistics, and what explains them."""

from django.http import HttpRequest, HttpResponse

from suoja.public_site.choices import WORKED_EXAMPLE
from suoja.public_site.views.answers import in_force, kept_for_a_while, page
from suoja.publication.rendering.definitions import definitions as all_definitions
from suoja.publication.rendering.document import title_of
from suoja.publication.rendering.published import with_tables
from suoja.publication.rendering.texts import LIMITS

MOST_REPORTS = 4


@kept_for_a_while
def statistics(request: HttpRequest) -> HttpResponse:
    releases = in_force()
    newest = with_tables(releases[:1])
    context = {
        "newest": newest[0] if newest else None,
        "limits": LIMITS,
        "reports": [(each, title_of(each.months)) for each in releases[:MOST_REPORTS]],
    }
    return page(request, "public_site/statistics.html", context, releases)


@kept_for_a_while
def protection(request: HttpRequest) -> HttpResponse:
    return page(request, "public_site/protection.html", {"steps": WORKED_EXAMPLE}, ())


@kept_for_a_while
def definitions(request: HttpRequest) -> HttpResponse:
    releases = in_force()
    known = {table for each in with_tables(releases) for table in each.tables}
    context = {"measures": list(all_definitions(known))}
    return page(request, "public_site/definitions.html", context, releases)
