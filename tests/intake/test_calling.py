"""A call is noted if it was safe to make; who was not reached goes on waiting."""

import json
from datetime import datetime, timedelta

import pytest

from cases import AT
from intake.arrivals import drop
from intake.contacts import AFTERNOON, drop_wish
from suoja.accounts.models import Staff
from suoja.core.errors import Refused
from suoja.core.models import AuditEntry
from suoja.core.sealing import keys_of, make_code
from suoja.intake import actions, letterbox
from suoja.intake.choices import Channel, Kind, Outcome, Status, Voicemail
from suoja.intake.models import Conversation

pytestmark = pytest.mark.django_db


def opened(staff: Staff) -> Conversation:
    """Open what waits first."""
    first = actions.list_inbox(by=staff, at=AT).first()
    assert first is not None
    return actions.open_conversation(first.number, by=staff, at=AT)


def note(one: Conversation, outcome: Outcome, by: Staff, **when: datetime) -> Status:
    """Note what came of a call and return where the conversation stands."""
    actions.note_call(one.number, outcome=outcome, **{"by": by, "at": AT, **when})
    one.refresh_from_db()
    return Status(one.status)


def test_who_was_reached_waits_no_longer(on_duty: Staff) -> None:
    drop_wish()

    assert note(opened(on_duty), Outcome.REACHED, on_duty) == Status.ANSWERED


@pytest.mark.parametrize("outcome", [Outcome.NOT_REACHED, Outcome.SOMEBODY_ELSE])
def test_who_was_not_reached_goes_on_waiting(on_duty: Staff, outcome: Outcome) -> None:
    drop_wish()
    one = opened(on_duty)

    assert note(one, outcome, on_duty) == Status.WAITING
    assert note(one, Outcome.REACHED, on_duty) == Status.ANSWERED


def test_a_call_is_part_of_the_conversation_and_in_the_audit_without_the_number(
    on_duty: Staff,
) -> None:
    drop_wish()
    one, earlier = opened(on_duty), AT - timedelta(minutes=20)
    note(one, Outcome.NOT_REACHED, on_duty, called_at=earlier)

    noted = one.messages.in_order().last()
    assert noted is not None
    assert (noted.kind, noted.written_by) == (Kind.CALL, on_duty)
    assert json.loads(noted.content) == {"call": "not_reached", "called_at": earlier.isoformat()}
    entry = AuditEntry.objects.get(verb="letter.call")
    assert (entry.subject_id, entry.detail["outcome"]) == (str(one), "not_reached")
    assert not AuditEntry.objects.filter(detail__icontains="401234567").exists()


def test_an_unsafe_call_is_refused_with_the_reason_and_leaves_nothing(on_duty: Staff) -> None:
    drop_wish(AFTERNOON)
    one = opened(on_duty)

    with pytest.raises(Refused, match="next safe time begins on Monday 15 Jun 2020, 16:00"):
        note(one, Outcome.REACHED, on_duty)
    assert one.messages.count() == 1
    assert not AuditEntry.objects.filter(verb="letter.call").exists()


def test_a_call_that_was_safe_when_it_was_made_is_noted_later(on_duty: Staff) -> None:
    drop_wish(AFTERNOON)
    one, late = opened(on_duty), AT + timedelta(hours=7)

    with pytest.raises(Refused):
        note(one, Outcome.REACHED, on_duty, at=late)
    note(one, Outcome.REACHED, on_duty, at=late, called_at=AT + timedelta(hours=5))
    assert one.messages.count() == 2


def test_a_message_is_left_only_where_it_was_allowed(on_duty: Staff) -> None:
    drop_wish()
    one = opened(on_duty)
    with pytest.raises(Refused, match="never leave a voice message"):
        note(one, Outcome.LEFT_MESSAGE, on_duty)

    drop_wish(voicemail=Voicemail.NEUTRAL, at=AT - timedelta(hours=1))
    assert note(opened(on_duty), Outcome.LEFT_MESSAGE, on_duty) == Status.WAITING


def test_each_call_needs_its_text_message_where_they_asked_for_one(on_duty: Staff) -> None:
    drop_wish(channel=Channel.TEXT)
    one = opened(on_duty)
    for _ in range(2):
        with pytest.raises(Refused, match="text message first"):
            note(one, Outcome.NOT_REACHED, on_duty)
        note(one, Outcome.TEXTED, on_duty)
        note(one, Outcome.NOT_REACHED, on_duty)


def test_the_newest_wish_holds(on_duty: Staff) -> None:
    keys = keys_of(make_code())
    letterbox.keep_code(drop_wish(), keys, at=AT)
    one = opened(on_duty)
    note(one, Outcome.NOT_REACHED, on_duty)
    drop_wish(AFTERNOON, keys=keys, at=AT + timedelta(hours=1))
    actions.sort_arrivals(by=on_duty, at=AT)

    with pytest.raises(Refused, match="not one of their times"):
        note(one, Outcome.REACHED, on_duty)


def test_a_letter_of_theirs_notes_no_call(on_duty: Staff) -> None:
    keys = keys_of(make_code())
    letterbox.keep_code(drop_wish(channel=Channel.TEXT), keys, at=AT)
    drop(told={"message": "Hello", "call": "texted"}, keys=keys, at=AT + timedelta(hours=1))

    with pytest.raises(Refused, match="text message first"):
        note(opened(on_duty), Outcome.REACHED, on_duty)


@pytest.mark.parametrize("sent", [{"kind": Kind.LETTER}, {"kind": Kind.CALL}])
def test_nobody_is_called_who_did_not_ask_for_it(on_duty: Staff, sent: dict[str, Kind]) -> None:
    drop(**sent)

    with pytest.raises(Refused, match="no wish to be called"):
        note(opened(on_duty), Outcome.REACHED, on_duty)


def test_only_those_on_duty_note_calls(on_duty: Staff) -> None:
    drop_wish()
    one = opened(on_duty)
    actions.end_duty(by=on_duty, at=AT)

    with pytest.raises(Refused, match="on duty"):
        note(one, Outcome.REACHED, on_duty)
