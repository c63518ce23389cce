"""Networks are told apart for an hour and never kept; nobody is refused for where they are."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.test import RequestFactory, override_settings

from suoja.core import networks
from suoja.core.networks import BUCKET_BYTES, Flood, Load, network_of

AT = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)
HERE = "203.0.113.7"


def test_sixty_letters_in_an_hour_are_nothing_unusual() -> None:
    flood = Flood(most_waiting=1)

    assert {flood.note(HERE, at=AT) for _ in range(60)} == {Load.USUAL}
    assert flood.note(HERE, at=AT) is Load.MUCH


def test_very_many_are_a_flood_and_others_are_not_part_of_it() -> None:
    flood = Flood(most_waiting=1)
    loads = [flood.note(HERE, at=AT) for _ in range(5_000)]

    assert loads[240] is loads[-1] is Load.FLOOD
    assert flood.note("198.51.100.4", at=AT) is Load.USUAL


def test_the_next_hour_begins_anew_under_another_key() -> None:
    flood = Flood(most_waiting=1)
    for _ in range(300):
        flood.note(HERE, at=AT)
    before = flood._key

    assert flood.note(HERE, at=AT + timedelta(hours=1)) is Load.USUAL
    assert flood._key != before


def test_what_is_remembered_could_be_thousands_of_networks() -> None:
    flood = Flood(most_waiting=1)
    flood.note(HERE, at=AT)

    assert BUCKET_BYTES == 2
    assert [len(bucket) for bucket in flood._counts] == [2]
    assert HERE.encode() not in repr(flood.__dict__).encode()


def test_only_so_many_wait_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    flood, meeting = Flood(most_waiting=1), Barrier(2, timeout=10)
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        meeting.wait()
        meeting.wait()

    monkeypatch.setattr(networks, "sleep", sleep)
    one = Thread(target=flood.slow_down)
    one.start()
    meeting.wait()
    flood.slow_down()
    meeting.wait()
    one.join()

    assert slept == [networks.SECONDS]


@pytest.mark.parametrize(
    ("address", "network"),
    [(HERE, HERE), ("2001:db8:1:2:aa::9", "2001:db8:1:2::"), ("2001:db8:1:2::1", "2001:db8:1:2::")],
)
def test_a_home_is_one_network(address: str, network: str) -> None:
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_who_names_another_address_is_not_believed_without_a_proxy_of_ours() -> None:
    request = RequestFactory().get(
        "/", REMOTE_ADDR=HERE, headers={"x-forwarded-for": "198.51.100.4, 192.0.2.1"}
    )

    assert network_of(request) == HERE
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        assert network_of(request) == "192.0.2.1"
