"""What is new, for feed readers: Atom 1.0 with an entry for each published version."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.http import http_date
from django.utils.translation import gettext as _

from suoja.public_site.views.answers import ever_published, kept_for_a_while
from suoja.publication.models import Release
from suoja.publication.rendering.document import title_of
from suoja.publication.rendering.legend import office

EMPTY_SINCE = datetime(2026, 1, 1, tzinfo=UTC)


class Feed(Atom1Feed):
    """A feed that is as old as its newest entry, and no newer when it has none."""

    def latest_post_date(self) -> datetime:
        return max((each["updateddate"] for each in self.items), default=EMPTY_SINCE)


@kept_for_a_while
def feed(request: HttpRequest) -> HttpResponse:
    made = Feed(
        title=_("Statistics of the assistance system"),
        link=request.build_absolute_uri(reverse("public_site:statistics")),
        description="",
        subtitle=_("New and corrected reports on help for victims of human trafficking"),
        language=request.LANGUAGE_CODE,
        author_name=office(),
        feed_url=request.build_absolute_uri(reverse("public_site:feed")),
    )
    for release in sorted(ever_published(), key=_out, reverse=True):
        _add(made, release, request)
    answer = HttpResponse(made.writeString("utf-8"), content_type=made.content_type)
    answer["Last-Modified"] = http_date(made.latest_post_date().timestamp())
    return answer


def _add(made: Feed, release: Release, request: HttpRequest) -> None:
    named = {"period": release.period, "version": release.version}
    address = request.build_absolute_uri(reverse("public_site:report_version", kwargs=named))
    title = title_of(release.months)
    corrected = _("Corrected: %(title)s, version %(version)s")
    told = {"title": title, "version": release.version}
    made.add_item(
        title=corrected % told if release.correction else title,
        link=address,
        unique_id=address,
        # Read as HTML, what staff typed may not be taken for it.
        description=escape(release.correction or _("A new report with its tables and files.")),
        pubdate=_out(release),
        updateddate=_out(release),
    )


def _out(release: Release) -> datetime:
    return release.public_from or release.drafted_at
