"""Nothing that somebody sent is lost or doubled, whatever happens to a worker meanwhile."""

import os
from collections import Counter
from pathlib import Path

import pytest
from django.test import Client

import cases
from promises.senders import send_all
from promises.sides_running import rows_in, running
from public_site.letter_flow import send
from suoja.intake import actions
from suoja.intake.choices import Tray
from suoja.intake.models import Conversation

pytestmark = pytest.mark.xdist_group("roles")
LETTERS = 1_000


@pytest.mark.thorough
def test_1000_letters_at_8_at_once_are_stored_once_each_though_a_worker_is_killed(
    tmp_path: Path,
) -> None:
    with running(f"suoja_load_{os.getpid()}", tmp_path, "--workers", "2") as side:
        before, workers = rows_in(side, "intake_arrival"), set(side.served.workers)
        send_all(side.served, range(LETTERS), kill_after=LETTERS // 2)
        assert rows_in(side, "intake_arrival") - before == LETTERS
        assert len(workers) == 2
        assert workers - set(side.served.workers)
        said = Counter(letter for letters in side.staff_work() for letter in letters)

    assert {said[f"Letter {number}"] for number in range(LETTERS)} == {1}


@pytest.mark.django_db
def test_60_letters_in_an_hour_from_one_address_all_land_in_the_usual_tray() -> None:
    for number in range(60):
        send(Client(REMOTE_ADDR="127.0.3.1"), f"Letter {number}")
    on_duty = {"by": cases.aino(), "at": cases.AT}
    actions.begin_duty(until=cases.AT.replace(hour=20), **on_duty)
    actions.list_inbox(**on_duty)

    assert Conversation.objects.in_tray(Tray.USUAL).count() == 60
