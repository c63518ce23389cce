"""Who sends very much waits a little, and is read apart; nobody is refused."""

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest

from suoja.core.networks import Flood, Load, network_of
from suoja.core.sealing import CodeKeys, keys_of
from suoja.intake.choices import Tray

flood = Flood(most_waiting=settings.THREADS // 2)


def tray_of(request: HttpRequest) -> Tray:
    """Count what a network sends, slow it down if it is much, and return where it is read."""
    load = flood.note(network_of(request), at=datetime.now(UTC))
    if load is not Load.USUAL:
        flood.slow_down()
    return Tray.BULK if load is Load.FLOOD else Tray.USUAL


def stretched(request: HttpRequest, code: str) -> CodeKeys:
    """Return what a code yields; stretching one costs, and counts, as much as sending does."""
    tray_of(request)
    return keys_of(code)
