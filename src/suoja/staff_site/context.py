"""What every staff page knows beside its own."""

from collections.abc import Callable

from django.http import HttpRequest

from suoja.accounts.models import Staff
from suoja.staff_site.navigation import Entry, entries_for, entry_of

Way = tuple[Entry, bool]


def navigation(request: HttpRequest) -> dict[str, Callable[[], list[Way]]]:
    """Give templates the ways and which of them is here; public pages never ask for it."""
    return {"navigation": lambda: _ways(request)}


def _ways(request: HttpRequest) -> list[Way]:
    if not isinstance(request.user, Staff):
        return []
    match = request.resolver_match
    here = entry_of(match.view_name) if match else None
    return [(entry, entry is here) for entry in entries_for(request.user)]
