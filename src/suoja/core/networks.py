"""Where requests come from, told apart without being kept."""

import hmac
import ipaddress
import os
from collections import Counter
from datetime import datetime
from enum import IntEnum
from threading import BoundedSemaphore, Lock
from time import sleep

from django.conf import settings
from django.http import HttpRequest

_HOME_NETWORK = 64  # a household or an office has all addresses behind this many bits of IPv6
BUCKET_BYTES = 2  # so few that nobody finds an address by trying them all
SECONDS = 0.5


def network_of(request: HttpRequest) -> str:
    """Return the network that a request comes from: an address of IPv4, or a home of IPv6."""
    address = ipaddress.ip_address(_address_of(request))
    if address.version == 6:
        address = ipaddress.ip_network((address, _HOME_NETWORK), strict=False).network_address
    return str(address)


def _address_of(request: HttpRequest) -> str:
    """Return the address that the nearest of our own proxies saw."""
    told = request.headers.get("X-Forwarded-For", "").split(",")
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if proxies and len(told) >= proxies:
        return told[-proxies].strip()
    return str(request.META["REMOTE_ADDR"])


class Load(IntEnum):
    """How much comes from one network within an hour."""

    USUAL = 0
    MUCH = 60
    FLOOD = 240


class Flood:
    """Counts what networks send, in memory, under a key that is thrown away every hour."""

    def __init__(self, *, most_waiting: int) -> None:
        self._hour: datetime | None = None
        self._key = b""
        self._counts: Counter[bytes] = Counter()
        self._lock = Lock()
        self._waiting = BoundedSemaphore(most_waiting)

    def note(self, network: str, *, at: datetime) -> Load:
        """Count one more and return how much that makes."""
        with self._lock:
            self._begin_hour(at.replace(minute=0, second=0, microsecond=0))
            bucket = hmac.digest(self._key, network.encode(), "sha256")[:BUCKET_BYTES]
            self._counts[bucket] += 1
            return max(load for load in Load if load < self._counts[bucket])

    def slow_down(self) -> None:
        """Let a sender wait a little, unless so many wait that others would have to."""
        if not self._waiting.acquire(blocking=False):
            return
        try:
            sleep(SECONDS)
        finally:
            self._waiting.release()

    def _begin_hour(self, hour: datetime) -> None:
        if hour != self._hour:
            self._hour, self._key = hour, os.urandom(32)
            self._counts.clear()
