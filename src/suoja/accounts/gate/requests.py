"""What a request says about who asks, and how lately they proved it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponseBase

from suoja.accounts.models import Staff
from suoja.core.errors import NotAllowed

RECENTLY = timedelta(minutes=5)

_Arguments = ParamSpec("_Arguments")
_Answer = TypeVar("_Answer", bound=HttpResponseBase)


class StaffRequest(HttpRequest):
    """A request that passed the gate: somebody of the staff is signed in."""

    user: Staff


def staff_of(request: HttpRequest) -> Staff:
    """Return who asks, where a view of django-allauth knows only somebody."""
    if not isinstance(request.user, Staff):
        raise NotAllowed
    return request.user


def _proofs(request: HttpRequest) -> list[dict[str, Any]]:
    """Return each password and code given in this session, oldest first."""
    user = request.user if isinstance(request.user, Staff) else None
    return get_authentication_records(request, user)


def signed_in_at(request: HttpRequest) -> datetime | None:
    return next((_moment(proof) for proof in _proofs(request)), None)


def gave_second_factor(request: HttpRequest) -> bool:
    """Test if a code was given in this very session, not only set up in another."""
    return any(proof["method"] == "mfa" for proof in _proofs(request))


def proved_recently(request: HttpRequest) -> bool:
    return any(datetime.now(UTC) - _moment(proof) < RECENTLY for proof in _proofs(request))


def require_recent_authentication(
    view: Callable[Concatenate[StaffRequest, _Arguments], _Answer],
) -> Callable[Concatenate[StaffRequest, _Arguments], _Answer]:
    """Ask for a code again before this page, unless one was given in the last five minutes.

    A form that was sent is kept, and done once the code is right.
    """

    @wraps(view)
    def guarded(
        request: StaffRequest, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs
    ) -> _Answer:
        if not proved_recently(request):
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    return guarded


def _moment(proof: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(proof["at"], UTC)
