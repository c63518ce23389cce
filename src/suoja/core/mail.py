"""Where mail goes: a server or a folder, named by one address in `SUOJA_MAIL`."""

from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from suoja.core.errors import Refused

SUBMISSION = 587
PATIENCE = 20
EXAMPLES = "smtp+tls://user:password@mail.example:587 or file:///var/mail/suoja"


def connection_to(address: str) -> BaseEmailBackend:
    """Return the way to a mail server, or to a folder; nothing is connected yet."""
    backend, options = _way_to(_parts_of(address))
    connection: BaseEmailBackend = get_connection(
        f"django.core.mail.backends.{backend}.EmailBackend", **options
    )
    return connection


def sender_of(address: str) -> str:
    """Return from whom mail comes: the user of the server, and nobody who says more."""
    parts = _parts_of(address)
    user, host = unquote(parts.username or "no-reply"), parts.hostname or "localhost"
    return user if "@" in user else f"{user}@{host}"


def _parts_of(address: str) -> SplitResult:
    if not address:
        raise Refused(f"Say in SUOJA_MAIL where mail goes, such as {EXAMPLES}.")
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  (raises if it is no number)
    except ValueError as error:
        raise Refused(f"SUOJA_MAIL is not understood. Write it as {EXAMPLES}.") from error
    return parts


def _way_to(parts: SplitResult) -> tuple[str, dict[str, Any]]:
    if parts.scheme == "file" and parts.path.startswith("/"):
        return "filebased", {"file_path": unquote(parts.path)}
    if parts.scheme == "smtp+tls" and parts.hostname:
        return "smtp", {
            "host": parts.hostname,
            "port": parts.port or SUBMISSION,
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_tls": True,
            "timeout": PATIENCE,
        }
    raise Refused(f"SUOJA_MAIL is not understood. Write it as {EXAMPLES}.")
