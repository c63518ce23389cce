"""The two sides of the house: what each serves, and what the public one must not have.

Both run from one code base, each as a process of its own; `SUOJA_SITE` says which one this is.
"""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.checks import CheckMessage, Warning  # noqa: A004

from suoja.core.sealing.duty import PRIVATE
from suoja.core.vault.master import KEY_STORE, MASTER_KEY

STAFF_SITE = "/staff/"
BOTH, PUBLIC = "both", "public"
# Whoever breaks into the public side finds none of these.
OF_THE_STAFF_SIDE = (MASTER_KEY, KEY_STORE, PRIVATE)


def is_staff_address(path: str) -> bool:
    return path.startswith(STAFF_SITE)


def is_served(path: str) -> bool:
    """Test if this side has anything at an address."""
    return settings.SITE == BOTH or is_staff_address(path) != (settings.SITE == PUBLIC)


def is_for_staff(path: str) -> bool:
    """Test if whoever asks for an address is of the staff, whether or not it is served."""
    return is_staff_address(path) if settings.SITE == BOTH else settings.SITE != PUBLIC


def keys_that_lie_elsewhere(**_: object) -> list[CheckMessage]:
    """Warn of keys of the staff side in the folder of the public side."""
    return list(_misplaced()) if settings.SITE == PUBLIC else []


def _misplaced() -> Iterator[CheckMessage]:
    home = Path(settings.SUOJA_HOME)
    for name in OF_THE_STAFF_SIDE:
        if (home / name).exists():
            yield Warning(
                f"{home / name} belongs to the staff side, and this is the public side.",
                hint="Move it to the staff side; what it opens may have been read by others.",
                id="suoja.W001",
            )
