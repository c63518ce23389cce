"""Invented persons, for researchers to try their programs on."""

from django.http import Http404, HttpRequest, HttpResponse

from suoja.public_site.views.answers import download, in_force, kept_for_a_while, page, published
from suoja.publication.rendering import test_files as files
from suoja.publication.rendering.published import with_tables


@kept_for_a_while
def test_files(request: HttpRequest) -> HttpResponse:
    releases = in_force()
    offered = [(each, files.persons_in(each)) for each in with_tables(releases)]
    context = {"offered": [(each, persons) for each, persons in offered if persons]}
    return page(request, "public_site/test_files.html", context, releases)


@kept_for_a_while
def test_file(request: HttpRequest, period: str, version: int) -> HttpResponse:
    release = published(period, version)
    (of_release,) = with_tables([release])
    if not files.persons_in(of_release):
        raise Http404
    return download(files.test_file(of_release, request.LANGUAGE_CODE), [release])
