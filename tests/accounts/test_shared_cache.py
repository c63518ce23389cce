"""What all processes remember together."""

import pytest
from django.core.cache import cache
from time_machine import Traveller

from at_once import at_once
from suoja.accounts.models import SharedValue


@pytest.mark.django_db
def test_a_value_is_kept_until_its_time_is_up(clock: Traveller) -> None:
    cache.set("answer", [42], timeout=60)
    kept = cache.get("answer")
    clock.shift(61)

    assert kept == [42]
    assert cache.get("answer") is None


@pytest.mark.django_db
def test_the_first_to_add_a_value_wins(clock: Traveller) -> None:
    assert cache.add("answer", 1, timeout=60)
    assert not cache.add("answer", 2, timeout=60)
    assert cache.get("answer") == 1


@pytest.mark.django_db
def test_after_its_time_a_value_can_be_added_again(clock: Traveller) -> None:
    cache.add("answer", 1, timeout=60)
    clock.shift(61)

    assert cache.add("answer", 2, timeout=60)


@pytest.mark.django_db
def test_a_value_without_a_time_stays(clock: Traveller) -> None:
    cache.set("answer", 1, timeout=None)
    clock.shift(10**8)

    assert cache.get("answer") == 1


@pytest.mark.django_db
def test_a_value_is_forgotten_when_asked() -> None:
    cache.set("answer", 1)

    assert cache.delete("answer")
    assert not cache.delete("answer")
    assert cache.get("answer", "gone") == "gone"


@pytest.mark.django_db
def test_everything_is_forgotten_when_asked() -> None:
    cache.set("answer", 1)
    cache.clear()

    assert not SharedValue.objects.exists()


@pytest.mark.django_db
def test_what_is_over_is_swept_away(clock: Traveller) -> None:
    cache.set("old", 1, timeout=60)
    clock.shift(61)
    cache.set("new", 1, timeout=60)

    assert [row.key for row in SharedValue.objects.all()] == [":1:new"]


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_adds() -> None:
    assert at_once(8, lambda: cache.add("answer", 1, timeout=60)).count(True) == 1
