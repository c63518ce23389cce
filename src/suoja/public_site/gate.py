"""Public pages know nobody: a session that a browser carries along is neither read nor renewed."""

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

from suoja.accounts.gate.middleware import STAFF_SITE


class StaffSessions(SessionMiddleware):
    """Open sessions under the address of the staff site only."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if _is_public(request):
            request.session = self.SessionStore()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if _is_public(request):
            # Not even our own next page needs to hear where a reader comes from.
            response.headers["Referrer-Policy"] = "no-referrer"
            return response
        return super().process_response(request, response)


def _is_public(request: HttpRequest) -> bool:
    return not request.path_info.startswith(STAFF_SITE)
