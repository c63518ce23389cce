"""What pages and the report cost on the caseload that SUOJA_HOME names."""

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cast import client_of
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.clients.models import Spell
from suoja.core.calendar import Period
from suoja.publication.choices import Policy
from suoja.statistics.collect import collect
from suoja.statistics.tables import build

TURNS, CLIENTS = 15, 5


def addresses() -> Iterator[tuple[str, list[str]]]:
    """Yield each page with the addresses to ask for it."""
    newest = Spell.objects.select_related("person").order_by("-started_on", "pk")[:CLIENTS]
    listed = reverse("clients:list")
    yield "desk", [reverse("staff_site:desk")]
    yield "referrals", [reverse("referrals:list")]
    yield "clients", [listed]
    yield "clients by name", [f"{listed}?{urlencode({'q': newest[0].person.family_name})}"]
    yield "one client", [reverse("clients:page", args=[spell.person.number]) for spell in newest]


def ask(client: Client, address: str) -> None:
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status_code}")


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask(client, address)
    return len(captured)


def seconds_of(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def page(client: Client, asked: list[str]) -> dict[str, float]:
    """Return the most queries of a page, asked for at several addresses, and its median time."""
    queries = [queries_of(client, address) for address in asked]
    turns = [address for address in asked for _ in range(TURNS // len(asked))]
    times = [seconds_of(partial(ask, client, address)) for address in turns]
    return {"queries": max(queries), "milliseconds": round(statistics.median(times) * 1000, 1)}


def costs() -> dict[str, Any]:
    director = Staff.objects.filter(role=Role.DIRECTOR, is_active=True).earliest("pk")
    client = client_of(director)
    pages = {name: page(client, asked) for name, asked in addresses()}
    report = seconds_of(lambda: build(collect(), Period.parse("2020"), Policy.STRICT))
    return {"pages": pages, "report_seconds": round(report, 2)}
