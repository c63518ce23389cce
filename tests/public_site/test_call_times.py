"""Days, hours and numbers are read as people type them, and by the clock that they see."""

import re
from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.test import Client

from intake.contacts import window
from public_site.call_flow import arrived, wish
from public_site.letter_flow import SAY, post
from suoja.public_site.forms.windows import read_time

pytestmark = pytest.mark.django_db


def test_a_time_that_comes_too_late_is_not_promised(
    client: Client, clock: time_machine.Traveller
) -> None:
    html = wish(client, safe_1_day="6", until="3")
    assert html.count(SAY["faults"]["safe_late"]) == 2

    assert SAY["call"]["sent"] in wish(client, safe_1_day="6", until="7")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("16:00", time(16)),
        ("16.00", time(16)),
        (" 16 : 00 ", time(16)),
        ("1600", time(16)),
        ("16", time(16)),
        ("9.30", time(9, 30)),
        ("١٦:٠٠", time(16)),
        ("१६:००", time(16)),
        ("16:00:00", time(16)),
        ("24:00", time(0)),
        ("24:01", None),
        ("16:60", None),
        ("4 pm", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, read: time | None) -> None:
    assert read_time(typed) == read


@pytest.mark.parametrize(
    "typed", ["+358 40 765-4321", "+358(40)7654321", "٠٠٣٥٨٤٠٧٦٥٤٣٢١", "040.765 4321"]
)
def test_a_number_is_read_as_people_type_it(client: Client, typed: str) -> None:
    wish(client, number=typed)

    assert arrived().number in {"+358407654321", "00358407654321", "0407654321"}


def test_a_day_that_ends_at_23_59_is_whole(client: Client) -> None:
    wish(client, never_1_day="5", never_1_from="00:00", never_1_to="23:59")

    assert arrived().never == (window(5, "00:00", "00:00"),)


def test_who_asks_sees_what_the_clock_shows_now(
    client: Client, clock: time_machine.Traveller
) -> None:
    html = post(client, "call")
    shown = re.findall(
        r'<option value="(-?\d*)"[^>]*>(.*?)</option>', html.split('name="clock"')[1]
    )
    clocks = {value: text for value, text in shown[:40] if ":" in text}

    assert clocks[""] == "11:00 – The same as in Finland"
    assert (clocks["420"], clocks["-600"]) == ("Monday 16:00", "Sunday 23:00")
    assert len({text[-5:] for value, text in clocks.items() if value}) == len(clocks) - 1


def test_the_days_of_a_wish_are_those_of_their_clock(client: Client) -> None:
    with time_machine.travel(datetime(2026, 3, 2, 22, 0, tzinfo=UTC), tick=False):
        wish(client, clock="420", until="3")

        assert arrived().valid_until == date(2026, 3, 6)
