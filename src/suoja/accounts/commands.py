"""`suoja staff add` and `suoja code`."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt

from suoja.accounts import actions
from suoja.accounts.choices import Role
from suoja.accounts.models import ExampleMarker
from suoja.core.command import Command
from suoja.core.errors import Refused


def _add_staff_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["add"], help="open an account")
    parser.add_argument("username", metavar="NAME", help="user name, such as aino")
    parser.add_argument("--role", required=True, choices=Role.values, help="what they are here for")
    parser.add_argument("--display-name", help="the name that others see")


def _run_staff(arguments: Namespace) -> int:
    newcomer = actions.add_at_terminal(
        username=arguments.username,
        display_name=arguments.display_name or arguments.username,
        role=Role(arguments.role),
        at=datetime.now(UTC),
    )
    print(f"User name:          {newcomer.staff.username}")
    print(f"Temporary password: {newcomer.password}")
    print("It is shown this once. Signing in asks for a new one, and for a second factor.")
    return 0


def _add_code_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("username", metavar="NAME", help="user name, such as aino")


def _run_code(arguments: Namespace) -> int:
    if not ExampleMarker.objects.exists():
        raise Refused("Codes are printed for the example's made-up staff only.")
    print(_current_code(arguments.username))
    return 0


def _current_code(username: str) -> str:
    authenticator = Authenticator.objects.filter(
        user__username=username, type=Authenticator.Type.TOTP
    ).first()
    if authenticator is None:
        raise Refused(f"Nobody called {username} has a second factor here.")
    secret = decrypt(authenticator.data["secret"])
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


COMMANDS = (
    Command(
        "staff",
        "Open an account for somebody of the staff, such as the first administrator. "
        "Example: suoja staff add aino --role administrator",
        _add_staff_arguments,
        _run_staff,
    ),
    Command(
        "code",
        "Print the code that signing in asks for next, on an example database only. "
        "Example: suoja code aino",
        _add_code_arguments,
        _run_code,
    ),
)
