"""Public pages know nobody, and some of them speak more languages than the rest of the house."""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from suoja.core.side import is_served, is_staff_address
from suoja.public_site.choices import LANGUAGES
from suoja.public_site.rendering import pages


class OneSide:
    """Have nothing at the addresses of the other side."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_served(request.path_info):
            raise Http404
        response = self.get_response(request)
        if not is_staff_address(request.path_info):
            # Not even our own next page needs to hear where a reader comes from.
            response.headers["Referrer-Policy"] = "no-referrer"
        return response


class StaffSessions(SessionMiddleware):
    """Open sessions under the address of the staff site only."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if not is_staff_address(request.path_info):
            request.session = self.SessionStore()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not is_staff_address(request.path_info):
            return response
        return super().process_response(request, response)


class PublicLanguages(LocaleMiddleware):
    """Know the languages of the pages of text, which are more than those of the settings."""

    def process_request(self, request: HttpRequest) -> None:
        language = _language_of(request)
        if language is None:
            super().process_request(request)
            return
        translation.activate(language)
        request.LANGUAGE_CODE = language

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, told: Mapping[str, object]
    ) -> None:
        """Show a page under a language only if it is there in that language."""
        has_all = request.LANGUAGE_CODE in dict(settings.LANGUAGES)
        if not has_all and told.get("name") not in pages(request.LANGUAGE_CODE):
            raise Http404


def _language_of(request: HttpRequest) -> str | None:
    """Return the language of an address, or for the bare one the first that the reader wants."""
    first = request.path_info.split("/")[1]
    if first in LANGUAGES:
        return first
    if request.path_info != "/":
        return None
    wanted = parse_accept_lang_header(request.headers.get("accept-language", ""))
    return next((code for each, _ in wanted if (code := each.split("-")[0]) in LANGUAGES), None)
