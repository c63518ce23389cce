"""Destroying what had its time, from the terminal of the staff side."""

from argparse import Namespace
from datetime import UTC, datetime

from django.conf import settings

from suoja.core.command import Command, no_arguments
from suoja.core.errors import Refused
from suoja.intake import actions


def _forget(_: Namespace) -> int:
    """Destroy what had its time."""
    if settings.SITE == "public":
        raise Refused("Old forms are destroyed from the staff side; the public side sees none.")
    print(f"{actions.forget_expired(at=datetime.now(UTC))} old forms, pages and files destroyed.")
    return 0


FORGET = Command(
    "forget",
    "Destroy saved forms after 14 days, pages that nobody asked for after two hours and files "
    "whose letter never came after a day; have it run every hour. Example: suoja forget",
    no_arguments,
    _forget,
)
