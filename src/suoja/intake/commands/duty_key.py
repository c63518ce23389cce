"""The keys of those on duty, from the terminal of the staff side."""

from argparse import Namespace

from django.conf import settings

from suoja.core.command import Command, no_arguments
from suoja.core.errors import Refused
from suoja.core.sealing import make_duty_key


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


DUTY_KEY = Command(
    "duty-key",
    "Make a new key for letters, beside the earlier ones. Example: suoja duty-key",
    no_arguments,
    _make_key,
)
