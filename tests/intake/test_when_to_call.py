"""Somebody is called when they said it is safe, by their own clock, and at no other time."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from cases import AT
from intake.contacts import contact, window
from suoja.intake.choices import Channel, Voicemail
from suoja.intake.rules import (
    SafeContact,
    Window,
    next_window,
    why_not_call,
    why_not_leave_message,
)

MINUTE, WEEK = timedelta(minutes=1), 7 * 24 * 60
DAYS_LOOKED_AT = 2
CLOCKS = some.one_of(some.none(), some.sampled_from([-600, -210, 0, 120, 345, 420, 780]))
TIMES = some.builds(time, some.integers(0, 23), some.sampled_from([0, 15, 59]))
WINDOWS = some.builds(Window, some.one_of(some.none(), some.integers(0, 6)), TIMES, TIMES)
# The days on which Finland changes its clocks, and one on which it does not.
DAYS = some.sampled_from([date(2026, 3, 28), date(2026, 10, 24), date(2026, 6, 15)])
MOMENTS = some.builds(
    lambda day, minutes: datetime.combine(day, time(18), UTC) + minutes * MINUTE,
    DAYS,
    some.integers(0, 12 * 60),
)
CONTACTS = some.builds(
    contact,
    WINDOWS,
    never=some.lists(WINDOWS, max_size=2).map(tuple),
    clock=CLOCKS,
    valid_until=some.sampled_from([date(2026, 3, 29), date(2026, 10, 25), date(2999, 1, 1)]),
)
unhurried = settings(deadline=None)


def minutes_of(one: Window) -> set[int]:
    """Return the minutes of a week that lie inside, counted from Monday."""
    start, end = (each.hour * 60 + each.minute for each in (one.start, one.end))
    length = (end - start) % (24 * 60) or 24 * 60
    days = range(7) if one.day is None else [one.day]
    return {(day * 24 * 60 + start + n) % WEEK for day in days for n in range(length)}


def safe_minutes(one: SafeContact) -> set[int]:
    safe = set().union(*map(minutes_of, one.safe))
    return safe - set().union(*map(minutes_of, one.never))


def is_safe(one: SafeContact, at: datetime, minutes: set[int]) -> bool:
    """Say it the slow way: minute by minute of the week, on the clock of the person."""
    local = at.astimezone(one.zone)
    minute = (local.weekday() * 24 + local.hour) * 60 + local.minute
    return minute in minutes and local.date() <= one.valid_until


def why(one: SafeContact, at: datetime, channel: Channel = Channel.CALL) -> str | None:
    reason = why_not_call(one, at, channel)
    return reason and str(reason)


@unhurried
@given(CONTACTS, MOMENTS)
def test_a_call_is_made_in_their_times_and_in_no_other(one: SafeContact, at: datetime) -> None:
    assert (why(one, at) is None) == is_safe(one, at, safe_minutes(one))


@unhurried
@given(CONTACTS, MOMENTS)
def test_the_next_window_is_the_first_safe_minute_and_all_that_follow(
    one: SafeContact, at: datetime
) -> None:
    span, minutes = next_window(one, at), safe_minutes(one)
    last = at + DAYS_LOOKED_AT * timedelta(days=1)
    begins = span.begins_at if span else last
    ends = (span and span.ends_at) or last
    looked_at = [at + n * MINUTE for n in range(DAYS_LOOKED_AT * 24 * 60)]

    for moment in looked_at:
        if moment <= ends:
            assert is_safe(one, moment, minutes) == (begins <= moment < ends)


@unhurried
@given(CONTACTS, WINDOWS, MOMENTS)
def test_never_beats_safe(one: SafeContact, never: Window, at: datetime) -> None:
    forbidden = contact(*one.safe, clock=one.clock, never=(never,))

    if never.covers(forbidden.local(at)):
        assert "never at this time" in (why(forbidden, at) or "")


@pytest.mark.parametrize(
    ("at", "is_inside"),
    [
        ("2026-06-15 21:59", False),
        ("2026-06-15 22:00", True),
        ("2026-06-16 01:59", True),
        ("2026-06-16 02:00", False),
        ("2026-06-15 01:00", False),
        ("2026-06-16 22:00", False),
    ],
)
def test_a_window_goes_on_over_midnight(at: str, is_inside: bool) -> None:
    night = window(0, "22:00", "02:00")

    assert night.covers(datetime.fromisoformat(at).replace(tzinfo=UTC)) == is_inside


def test_a_day_from_midnight_to_midnight_is_whole() -> None:
    sunday = contact(window(None, "12:00", "14:00"), never=(window(6, "00:00", "00:00"),), clock=0)

    assert "never at this time" in (why(sunday, datetime(2026, 6, 14, 13, 0, tzinfo=UTC)) or "")
    assert why(sunday, datetime(2026, 6, 15, 13, 0, tzinfo=UTC)) is None


def begins(one: SafeContact, at: str) -> list[str]:
    span = next_window(one, datetime.fromisoformat(at))
    assert span is not None
    assert span.ends_at is not None
    return [f"{moment:%d.%m. %H:%M}" for moment in (span.begins_at, span.ends_at)]


def test_the_hour_that_a_night_in_spring_lacks_shortens_a_window_or_swallows_it() -> None:
    half_lost, lost = window(6, "03:15", "05:00"), window(6, "03:15", "03:45")

    assert begins(contact(half_lost), "2026-03-28T12:00Z") == ["29.03. 01:00", "29.03. 02:00"]
    assert begins(contact(lost), "2026-03-28T12:00Z") == ["05.04. 00:15", "05.04. 00:45"]


def test_the_hour_that_a_night_in_autumn_has_twice_is_safe_twice() -> None:
    one = contact(window(6, "03:15", "03:45"))

    assert begins(one, "2026-10-24T12:00Z") == ["25.10. 00:15", "25.10. 00:45"]
    assert begins(one, "2026-10-25T00:45Z") == ["25.10. 01:15", "25.10. 01:45"]


def test_a_window_without_an_end_in_sight_has_none() -> None:
    span = next_window(contact(window(None, "00:00", "00:00")), AT)

    assert span is not None
    assert (span.begins_at, span.ends_at) == (AT, None)


def test_a_refusal_says_when_the_next_time_begins() -> None:
    reason = why(contact(), datetime(2026, 6, 15, 9, 0, tzinfo=UTC))

    assert reason == (
        "This is not one of their times. The next safe time begins on Monday 15 Jun 2026, 16:00."
    )


def test_a_refusal_says_it_by_both_clocks_where_they_differ() -> None:
    reason = why(contact(clock=-300), datetime(2026, 6, 15, 23, 30, tzinfo=UTC))

    assert reason == (
        "This is not one of their times. The next safe time begins on Tuesday 16 Jun 2026, 16:00 "
        "on their clock: on Wednesday 17 Jun 2026, 00:00 in Finland."
    )


def test_a_wish_holds_through_its_last_day_on_their_clock() -> None:
    one = contact(window(None, "00:00", "00:00"), clock=420, valid_until=date(2026, 6, 15))
    last = datetime(2026, 6, 15, 16, 59, tzinfo=UTC)

    assert why(one, last) is None
    assert "until 15 Jun 2026" in (why(one, last + MINUTE) or "")
    assert next_window(one, last + MINUTE) is None


def test_a_window_ends_with_the_last_day_even_on_a_clock_between_hours() -> None:
    one = contact(window(None, "22:00", "02:00"), clock=345, valid_until=date(2026, 6, 15))

    assert begins(one, "2026-06-15T12:00Z") == ["15.06. 16:15", "15.06. 18:15"]


def test_a_refusal_says_if_no_time_is_left() -> None:
    one = contact(valid_until=date(2026, 6, 15))

    assert "No safe time comes" in (why(one, datetime(2026, 6, 15, 15, 0, tzinfo=UTC)) or "")


def test_a_text_message_goes_first_where_they_asked_for_it() -> None:
    one, at = contact(channel=Channel.TEXT), datetime(2026, 6, 15, 14, 0, tzinfo=UTC)

    assert "text message first" in (why(one, at) or "")
    assert why(one, at, Channel.TEXT) is None
    assert why_not_call(one, at, Channel.CALL, has_texted=True) is None
    assert "could read a text message" in (why(contact(), at, Channel.TEXT) or "")


def test_nobody_is_called_who_did_not_agree_to_the_record() -> None:
    one = contact(has_consent=False)

    assert "did not agree" in (why(one, datetime(2026, 6, 15, 14, 0, tzinfo=UTC)) or "")


def test_a_voice_message_is_left_only_where_it_was_allowed() -> None:
    assert "never leave a voice message" in str(why_not_leave_message(contact()))
    assert why_not_leave_message(contact(voicemail=Voicemail.NEUTRAL)) is None
