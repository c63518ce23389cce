"""Guessing: each account and each network has so many tries, and the owner gets in."""

import pytest
from django.test import Client
from time_machine import Traveller

from accounts.door import WRONG_CODE, failures, give_code, give_password
from at_once import at_once
from cast import code_at
from suoja.accounts.models import SharedValue, Staff
from suoja.core.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_the_sixth_wrong_password_in_five_minutes_is_not_looked_at(
    aino: Staff, client: Client, clock: Traveller
) -> None:
    for _ in range(5):
        give_password(client, password="not this one")

    assert give_password(client) == 200
    assert failures()[-1] == ("nobody", "aino", "too_many_attempts")


def test_five_minutes_later_the_owner_gets_in(
    aino: Staff, client: Client, clock: Traveller
) -> None:
    for _ in range(6):
        give_password(client, password="not this one")
    clock.shift(301)

    assert give_password(client) == 302


def test_an_attack_from_elsewhere_does_not_lock_the_owner_out(
    aino: Staff, client: Client, clock: Traveller
) -> None:
    for _ in range(30):
        give_password(Client(), password="not this one", REMOTE_ADDR="192.0.2.7")

    assert give_password(client) == 302


def test_the_sixth_wrong_code_in_five_minutes_is_not_looked_at(
    aino: Staff, client: Client, clock: Traveller
) -> None:
    give_password(client)
    for _ in range(5):
        give_code(client, WRONG_CODE)

    assert give_code(client, code_at()) == 200
    assert failures()[-1] == ("nobody", "aino", "too_many_attempts")


def test_many_names_from_one_network_are_slowed_down(client: Client, clock: Traveller) -> None:
    answers = [give_password(client, username=f"name{number}") for number in range(31)]

    assert answers[:30] == [200] * 30
    assert answers[30] == 429


def test_neighbours_in_one_network_are_counted_together(
    aino: Staff, client: Client, clock: Traveller
) -> None:
    for number in range(5):
        give_password(client, password="not this", REMOTE_ADDR=f"2001:db8:1:1::{number}")

    assert give_password(client, REMOTE_ADDR="2001:db8:1:1::ffff") == 200
    assert give_password(client, REMOTE_ADDR="2001:db8:1:2::ffff") == 302


def test_no_address_of_anybody_is_kept(aino: Staff, client: Client) -> None:
    give_password(client, password="not this one", REMOTE_ADDR="192.0.2.7")
    kept = [*SharedValue.objects.values_list("key", "value"), *AuditEntry.objects.values_list()]

    assert "192.0.2.7" not in str(kept)


@pytest.mark.django_db(transaction=True)
def test_guessing_in_parallel_gains_nothing(aino: Staff) -> None:
    at_once(16, lambda: give_password(Client(), password="not this one"))
    reasons = [reason for _, _, reason in failures()]

    assert 1 <= reasons.count("wrong_password") <= 5


@pytest.mark.django_db(transaction=True)
def test_one_code_in_two_places_at_once_works_in_one(aino: Staff) -> None:
    browsers = [Client(), Client(), Client()]
    for browser in browsers:
        give_password(browser)
    code, left = code_at(), iter(browsers)

    assert sorted(at_once(3, lambda: give_code(next(left), code))) == [200, 200, 302]
