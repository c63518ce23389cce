"""What a page shows when an action was not done and the page had no better place for it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from suoja.core.errors import NotAllowed, OutOfReach, Refused

_PAGES: dict[type[Exception], tuple[str, int]] = {
    OutOfReach: ("404.html", 404),
    NotAllowed: ("403.html", 403),
    Refused: ("409.html", 409),
}


class RefusalMiddleware:
    """Turn refusals into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response.content = render(request, "405.html").content
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        page = _PAGES.get(type(exception))
        if page is None:
            return None
        template, status = page
        return render(request, template, {"reason": exception}, status=status)
