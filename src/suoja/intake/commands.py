"""What is done on the terminal of the staff side: keys of those on duty, and old forms."""

from argparse import Namespace
from datetime import UTC, datetime

from django.conf import settings

from suoja.core.command import Command, no_arguments
from suoja.core.errors import Refused
from suoja.core.sealing import make_duty_key
from suoja.intake import actions


def _make_key(_: Namespace) -> int:
    """Make a new pair of keys; what was sealed with earlier ones still opens."""
    if settings.SITE == "public":
        raise Refused("Keys are made on the staff side; copy duty.pub from there.")
    public = make_duty_key()
    print(
        "From now on letters are sealed to a new key; earlier letters still open.\n"
        f"Copy {settings.SUOJA_HOME / 'duty.pub'} to the public side:\n  {public}"
    )
    return 0


def _forget(_: Namespace) -> int:
    """Destroy what had its time."""
    if settings.SITE == "public":
        raise Refused("Old forms are destroyed from the staff side; the public side sees none.")
    print(f"{actions.forget_expired(at=datetime.now(UTC))} old forms, pages and files destroyed.")
    return 0


COMMANDS = (
    Command(
        "duty-key",
        "Make a new key for letters, beside the earlier ones. Example: suoja duty-key",
        no_arguments,
        _make_key,
    ),
    Command(
        "forget",
        "Destroy saved forms after 14 days, pages that nobody asked for after two hours and files "
        "whose letter never came after a day; have it run every hour. Example: suoja forget",
        no_arguments,
        _forget,
    ),
)
