"""The gate of the staff site: closed unless every proof is there, whatever the address."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import translation
from django.utils.cache import patch_cache_control

from suoja.accounts.gate.requests import gave_second_factor, signed_in_at
from suoja.accounts.models import Staff
from suoja.core.side import STAFF_SITE, is_staff_address

LONGEST_SESSION = timedelta(hours=8)
# Open at every step of signing in: leaving, choosing a language, proving again who one is.
ALWAYS_OPEN = frozenset(
    {"account_logout", "set_language", "account_reauthenticate", "mfa_reauthenticate"}
)

View = Callable[..., HttpResponseBase]


class StaffGate(LoginRequiredMiddleware):
    """Let nobody to a staff page without password, second factor and a young session."""

    def process_view(
        self, request: HttpRequest, view_func: View, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        if not is_staff_address(request.path_info):
            return None
        closed = super().process_view(request, view_func, view_args, view_kwargs)
        if closed or not isinstance(request.user, Staff):
            return closed
        return self._unproved(request, view_func) or self._unfinished(request, request.user)

    def handle_no_permission(self, request: HttpRequest, view_func: View) -> HttpResponseRedirect:
        """Ask to sign in, and lead on to the page; of a form that was sent, to where it was."""
        if request.method == "POST":
            return redirect_to_login(_sent_from(request))
        return super().handle_no_permission(request, view_func)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Leave nothing in the browser that its Back button shows after signing out."""
        if is_staff_address(request.path_info):
            patch_cache_control(response, no_store=True, private=True)
        return response

    def _unproved(self, request: HttpRequest, view_func: View) -> HttpResponseBase | None:
        """End a session that is too old, or that began before the second factor was set up."""
        began = signed_in_at(request)
        young = began is not None and datetime.now(UTC) - began < LONGEST_SESSION
        if young and (gave_second_factor(request) or not _has_second_factor(request.user)):
            return None
        logout(request)
        return self.handle_no_permission(request, view_func)

    def _unfinished(self, request: HttpRequest, staff: Staff) -> HttpResponseBase | None:
        """Send someone new to what is left to set up, whatever page was asked for."""
        step = _next_step(request, staff)
        match = request.resolver_match
        if step is None or match is None or match.view_name in ALWAYS_OPEN | {step}:
            return None
        return redirect(step)


def _next_step(request: HttpRequest, staff: Staff) -> str | None:
    if staff.must_change_password:
        return "account_change_password"
    if not gave_second_factor(request) or not _has_second_factor(staff):
        return "mfa_activate_totp"
    return None


def _sent_from(request: HttpRequest) -> str:
    """Return the page of ours that a form was on, or the first one."""
    page = urlsplit(request.headers.get("Referer", ""))
    ours = page.netloc == request.get_host() and page.path.startswith(STAFF_SITE)
    return page.path if ours else STAFF_SITE


def _has_second_factor(staff: Any) -> bool:
    return Authenticator.objects.filter(user=staff, type=Authenticator.Type.TOTP).exists()


class StaffLanguage:
    """Show staff pages in the language that the reader chose."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_staff_address(request.path_info) and isinstance(request.user, Staff):
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        return self.get_response(request)
