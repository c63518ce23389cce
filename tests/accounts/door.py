"""The door of the staff site, as the tests of signing in try it."""

from django.test import Client

from cast import PASSWORD
from suoja.core.models import AuditEntry

SIGN_IN, CODE, OWN = "/staff/sign-in/", "/staff/sign-in/code/", "/staff/accounts/own/"
WRONG_CODE = "000000"


def give_password(
    client: Client, username: str = "aino", password: str = PASSWORD, **meta: str
) -> int:
    sent = {"login": username, "password": password}
    return client.post(SIGN_IN, sent, **meta).status_code


def give_code(client: Client, code: str) -> int:
    return client.post(CODE, {"code": code}).status_code


def is_in(client: Client) -> bool:
    return client.get(OWN).status_code == 200


def failures() -> list[tuple[str, str, str]]:
    """Return who, on which account and why, of each failed attempt."""
    entries = AuditEntry.objects.filter(verb="fail_to_sign_in").order_by("sequence")
    return [(entry.by, entry.subject_id, entry.detail["reason"]) for entry in entries]
