"""What arrived is sorted once, read by those on duty, and answered."""

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError

from cases import AT, aino
from intake.arrivals import drop, drop_with_code
from suoja.accounts.models import Staff
from suoja.core.errors import OutOfReach, Refused
from suoja.core.models import AuditEntry
from suoja.intake import actions, letterbox
from suoja.intake.actions import sorting
from suoja.intake.choices import Status, Tray
from suoja.intake.models import (
    Answer,
    Arrival,
    Conversation,
)

pytestmark = pytest.mark.django_db


def inbox(staff: Staff) -> list[Conversation]:
    return list(actions.list_inbox(by=staff, at=AT))


def said(conversation: Conversation) -> list[str]:
    """Return what was written in a conversation, in the order of its hours."""
    return [json.loads(row.content)["message"] for row in conversation.messages.in_order()]


def test_a_letter_becomes_a_conversation_of_its_own(on_duty: Staff) -> None:
    drop("First")
    drop("Second")

    assert sorted(text for one in inbox(on_duty) for text in said(one)) == ["First", "Second"]
    assert Arrival.objects.count() == 0


def test_sorting_again_changes_nothing(on_duty: Staff) -> None:
    drop()
    before = [(one.pk, one.status) for one in inbox(on_duty)]

    assert [(one.pk, one.status) for one in inbox(on_duty)] == before
    assert actions.sort_arrivals(by=on_duty, at=AT) == 0


def test_what_breaks_while_sorting_leaves_everything_where_it_was(
    on_duty: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop("First")
    drop("Second")
    taken: list[object] = []

    def full_disk(one: sorting.Opened) -> None:
        taken.append(one)
        if len(taken) == 2:
            raise DatabaseError

    monkeypatch.setattr(sorting, "_take_in", full_disk)
    with pytest.raises(DatabaseError):
        inbox(on_duty)

    assert (Arrival.objects.count(), Conversation.objects.count()) == (2, 0)


def test_who_writes_again_with_the_code_goes_on_with_the_same_conversation(on_duty: Staff) -> None:
    _code, keys = drop_with_code("First")
    drop("Second", keys=keys, at=AT + timedelta(hours=1))
    (one,) = inbox(on_duty)
    assert said(one) == ["First", "Second"]

    drop("Third", keys=keys, at=AT + timedelta(hours=2))
    assert [said(each) for each in inbox(on_duty)] == [["First", "Second", "Third"]]


def test_an_answer_is_read_with_the_code_only(on_duty: Staff) -> None:
    _code, keys = drop_with_code()
    (one,) = inbox(on_duty)
    actions.open_conversation(one.number, by=on_duty, at=AT)
    actions.answer(one.number, "You are not alone.", by=on_duty, at=AT + timedelta(minutes=50))

    assert letterbox.answers(keys) == [(AT, {"text": "You are not alone."})]
    assert b"alone" not in bytes(Answer.objects.get().sealed)
    one.refresh_from_db()
    assert one.status == Status.ANSWERED
    assert said(one)[-1] == "You are not alone."


def test_nobody_answers_where_no_code_was_kept(on_duty: Staff) -> None:
    drop()
    (one,) = inbox(on_duty)

    with pytest.raises(Refused, match="kept no code"):
        actions.answer(one.number, "Hello", by=on_duty, at=AT)


@pytest.mark.parametrize(
    ("text", "reason"), [(" ", "Write the answer"), ("x" * 10_001, "too long")]
)
def test_an_answer_says_something_and_not_too_much(on_duty: Staff, text: str, reason: str) -> None:
    drop_with_code()
    (one,) = inbox(on_duty)

    with pytest.raises(Refused, match=reason):
        actions.answer(one.number, text, by=on_duty, at=AT)


def test_a_new_letter_makes_an_answered_conversation_wait_again(on_duty: Staff) -> None:
    _code, keys = drop_with_code()
    (one,) = inbox(on_duty)
    actions.open_conversation(one.number, by=on_duty, at=AT)
    actions.answer(one.number, "We read it.", by=on_duty, at=AT)
    assert inbox(on_duty) == []

    drop("Thank you", keys=keys, at=AT + timedelta(hours=3))
    (again,) = inbox(on_duty)
    assert (again.pk, again.status) == (one.pk, Status.WAITING)
    assert again.waits_since == AT + timedelta(hours=3)


def test_the_urgent_wait_first_then_the_oldest(on_duty: Staff) -> None:
    drop("old", at=AT - timedelta(hours=5))
    drop("older", at=AT - timedelta(hours=9))
    drop("child", is_urgent=True)

    assert [said(one) for one in inbox(on_duty)] == [["child"], ["older"], ["old"]]


def test_a_flood_waits_in_a_tray_of_its_own_and_is_sorted_by_and_by(
    on_duty: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "AT_ONCE", 2)
    for number in range(3):
        drop(f"flood {number}", tray=Tray.BULK)
    drop_with_code("alone")
    inbox(on_duty)

    (alone,) = Conversation.objects.in_tray(Tray.USUAL)
    assert alone.ways_back.count() == 1
    assert Conversation.objects.in_tray(Tray.BULK).count() == 2
    inbox(on_duty)
    assert Conversation.objects.in_tray(Tray.BULK).count() == 3


def test_a_code_that_was_kept_for_a_letter_of_a_flood_is_not_lost(
    on_duty: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "AT_ONCE", 0)
    _code, keys = drop_with_code()
    Arrival.objects.all()
    letter = drop("flood", tray=Tray.BULK)
    letterbox.keep_code(letter, keys, at=AT)
    inbox(on_duty)
    assert Arrival.objects.count() == 2

    monkeypatch.setattr(sorting, "AT_ONCE", 10)
    inbox(on_duty)
    assert Arrival.objects.count() == 0


def test_only_those_on_duty_open_what_arrived() -> None:
    drop()

    for read in (actions.list_inbox, lambda **who: actions.open_conversation(1, **who)):
        with pytest.raises(Refused, match="on duty"):
            read(by=aino(), at=AT)
    assert Conversation.objects.count() == 0


def test_duty_ends(on_duty: Staff) -> None:
    assert actions.is_on_duty(by=on_duty, at=AT + timedelta(hours=7))
    assert not actions.is_on_duty(by=on_duty, at=AT + timedelta(hours=8))
    actions.end_duty(by=on_duty, at=AT + timedelta(hours=1))

    assert not actions.is_on_duty(by=on_duty, at=AT + timedelta(hours=2))


@pytest.mark.parametrize(("hours", "reason"), [(0, "ends after"), (25, "more than 24")])
def test_nobody_is_on_duty_for_days(hours: int, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        actions.begin_duty(until=AT + timedelta(hours=hours), by=aino(), at=AT)


def test_opening_is_in_the_audit_with_the_number_and_without_a_word(on_duty: Staff) -> None:
    drop("canary")
    (one,) = inbox(on_duty)
    actions.open_conversation(one.number, by=on_duty, at=AT)

    entry = AuditEntry.objects.get(verb="letter.read")
    assert (entry.by, entry.subject_id) == ("aino", str(one))
    assert not AuditEntry.objects.filter(detail__icontains="canary").exists()


def test_what_is_not_there_cannot_be_opened(on_duty: Staff) -> None:
    with pytest.raises(OutOfReach):
        actions.open_conversation(7, by=on_duty, at=AT)


def test_what_cannot_be_opened_keeps_no_other_letter_from_being_read(on_duty: Staff) -> None:
    broken = Arrival.objects.get(pk=drop("Broken"))
    noise = Arrival.objects.get(pk=drop("Noise"))
    Arrival.objects.filter(pk=broken.pk).update(body=noise.body)
    Arrival.objects.filter(pk=noise.pk).update(header=b"noise")
    drop("Whole")

    assert [said(one) for one in inbox(on_duty)] == [["Whole"]]
    assert Arrival.objects.filter(is_unreadable=True).count() == 2
    Arrival.objects.filter(pk=broken.pk).update(body=broken.body)
    assert sorted(said(one)[0] for one in inbox(on_duty)) == ["Broken", "Whole"]
