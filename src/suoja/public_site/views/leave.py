"""The way out: a place that tells nothing, and nothing left here."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from suoja.public_site.views.once import forget_page


@require_safe
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """Send the reader to a neutral page elsewhere, and have the browser clear what is ours."""
    forget_page(request)
    return HttpResponse(
        status=HTTPStatus.SEE_OTHER,
        headers={
            "Location": settings.EXIT_TO,
            "Clear-Site-Data": '"cookies", "storage", "cache"',
            "X-Robots-Tag": "noindex",
        },
    )
