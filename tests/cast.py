"""The people who appear in every test, and how they sign in."""

import time
from datetime import UTC, datetime
from functools import cache

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import encrypt
from django.contrib.auth.hashers import make_password
from django.test import Client

from suoja.accounts.choices import Role
from suoja.accounts.models import Staff

PASSWORD = "four calm words together"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

NAMES = {
    Role.ADVISER: "Aino Adviser",
    Role.DIRECTOR: "Daniel Director",
    Role.OPERATOR: "Olli Outsider",
    Role.SOCIAL_COUNSELLOR: "Sanni Counsellor",
    Role.NURSE: "Niilo Nurse",
    Role.EXPERT: "Eeva Expert",
    Role.STATISTICIAN: "Taavi Statistician",
    Role.COORDINATOR: "Kerttu Coordinator",
    Role.DATA_PROTECTION_OFFICER: "Tyyne Officer",
    Role.ADMINISTRATOR: "Alma Administrator",
}


@cache
def hashed_password() -> str:
    """Return the hash of everybody's password, made once because it takes its time."""
    return make_password(PASSWORD)


def make_staff(role: Role, *, second_factor: bool = True, **changed: object) -> Staff:
    """Return the member of the cast who has this role, ready to sign in."""
    name = NAMES[role]
    fields = {
        "username": name.split()[0].lower(),
        "display_name": name,
        "role": role,
        "password": hashed_password(),
    }
    staff = Staff.objects.create(**{**fields, **changed})
    if second_factor:
        give_second_factor(staff)
    return staff


def give_second_factor(staff: Staff) -> None:
    data = {"secret": encrypt(SECRET)}
    Authenticator.objects.create(user=staff, type=Authenticator.Type.TOTP, data=data)
    RecoveryCodes.activate(staff)


def code_at(moment: datetime | None = None, secret: str = SECRET) -> str:
    """Return what the authenticator app shows, now or at a moment."""
    seconds = time.time() if moment is None else moment.timestamp()
    return format_hotp_value(hotp_value(secret, int(seconds) // 30))


def sign_in(
    client: Client, staff: Staff, *, methods: tuple[str, ...] = ("password", "mfa")
) -> None:
    """Put this client where both pages of signing in would have left it."""
    client.force_login(staff)
    at = datetime.now(UTC).timestamp()
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": one, "at": at} for one in methods]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(staff.pk)
    session.save()


def client_of(staff: Staff) -> Client:
    """Return a browser in which this member of staff is signed in with the second factor."""
    client = Client()
    sign_in(client, staff)
    return client
