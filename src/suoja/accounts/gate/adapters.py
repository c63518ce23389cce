"""How django-allauth is told our rules."""

import base64
from datetime import UTC, datetime
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from suoja.accounts import actions
from suoja.accounts.choices import Failure
from suoja.accounts.gate.requests import proved_recently
from suoja.accounts.gate.sessions import SessionStore
from suoja.core.networks import network_of
from suoja.core.vault import open_for_program, seal_for_program

_PURPOSE = "second factor"


class AccountAdapter(DefaultAccountAdapter):
    """Passwords: no sign-up, no mail, every attempt in the audit."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return a keyed hash of the network: attempts are counted, addresses are not kept."""
        network = network_of(request)
        return salted_hmac("suoja.network", network, algorithm="sha256").hexdigest()[:32]

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count per account and network: someone elsewhere cannot lock the owner out."""
        return f"{credentials['username'].lower()}:{self.get_client_ip(request)}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            self._note(Failure.TOO_MANY_ATTEMPTS, credentials)
            raise

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Treat a closed account like a wrong password: who tries learns nothing."""
        user = super().authenticate(request, **credentials)
        if user is None or user.is_active:
            return user
        self._note(Failure.INACTIVE, credentials)
        return None

    def authentication_failed(
        self,
        request: HttpRequest,  # noqa: ARG002  (the name is part of the call)
        **credentials: Any,
    ) -> None:
        self._note(Failure.WRONG_PASSWORD, credentials)

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        SessionStore.clear_expired()
        actions.note_sign_in(by=user, at=datetime.now(UTC))

    def set_password(self, user: Any, password: str) -> None:
        actions.change_password(user, password, at=datetime.now(UTC))

    def is_reauthentication_required(self, **_: Any) -> bool:
        """Let a fresh sign-in count as proof, so that nobody gives a password twice in a row."""
        return not proved_recently(context.request)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Offer the code first: a browser may have the password in memory."""
        return super().get_reauthentication_methods(user)[::-1]

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing: our pages speak for themselves."""

    @staticmethod
    def _note(reason: Failure, credentials: dict[str, Any]) -> None:
        username = credentials["username"].lower()
        actions.note_failure(reason, username=username, at=datetime.now(UTC))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors lie sealed in the database."""

    def encrypt(self, text: str) -> str:
        return base64.b64encode(seal_for_program(_PURPOSE, text.encode())).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return open_for_program(_PURPOSE, base64.b64decode(encrypted_text)).decode()
