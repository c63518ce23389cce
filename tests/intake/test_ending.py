"""Conversations are linked, erased, closed, and keep their files."""

import json
from datetime import timedelta

import pytest

from cases import AT, daniel, someone
from intake.arrivals import drop, drop_with_code
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.core.errors import NotAllowed, OutOfReach, Refused
from suoja.core.vault import CaseErased, case_keys
from suoja.intake import actions, letterbox
from suoja.intake.choices import Progress
from suoja.intake.letterbox import SentFile
from suoja.intake.models import (
    ArrivedFile,
    Conversation,
    Message,
    MessageFile,
    WayBack,
)

pytestmark = pytest.mark.django_db


def inbox(staff: Staff) -> list[Conversation]:
    return list(actions.list_inbox(by=staff, at=AT))


def said(conversation: Conversation) -> list[str]:
    """Return what was written in a conversation, in the order of its hours."""
    return [json.loads(row.content)["message"] for row in conversation.messages.in_order()]


def test_two_letters_of_one_person_become_one_conversation(on_duty: Staff) -> None:
    _code, keys = drop_with_code("First")
    _other, other_keys = drop_with_code("Second", at=AT + timedelta(hours=1))
    first, second = inbox(on_duty)
    doubled = second.pk
    kept = actions.link(second.number, into=first.number, by=on_duty, at=AT)
    actions.open_conversation(kept.number, by=on_duty, at=AT)
    actions.answer(kept.number, "To both.", by=on_duty, at=AT + timedelta(hours=1))

    assert said(kept) == ["First", "Second", "To both."]
    for each in (keys, other_keys):
        assert [told for _, told in letterbox.answers(each)] == [{"text": "To both."}]
    assert not Conversation.objects.filter(pk=doubled).exists()


def test_what_somebody_erased_does_not_open_from_an_older_inbox(on_duty: Staff) -> None:
    _code, keys = drop_with_code()
    (one,) = inbox(on_duty)
    letterbox.erase(keys, at=AT)

    with pytest.raises(OutOfReach):
        actions.open_conversation(one.number, by=on_duty, at=AT)
    assert not Conversation.objects.exists()


def test_a_conversation_is_not_linked_to_itself(on_duty: Staff) -> None:
    drop()
    (one,) = inbox(on_duty)

    with pytest.raises(Refused, match="same conversation"):
        actions.link(one.number, into=one.number, by=on_duty, at=AT)


def test_files_come_with_their_letter_and_stay_with_it(on_duty: Staff) -> None:
    file = SentFile(told={"name": "photo.jpg", "sha256": "f0"}, original=b"raw", view=b"seen")
    arrived = letterbox.drop_file(file, submission="a", at=AT)
    drop("See", files=[arrived])
    drop("Other", at=AT - timedelta(hours=1))
    other, one = inbox(on_duty)
    assert ArrivedFile.objects.count() == 0

    kept = actions.link(one.number, into=other.number, by=on_duty, at=AT)
    opened = actions.open_file(kept.number, arrived, by=on_duty, at=AT)
    assert (opened.view, opened.original) == (b"seen", b"raw")
    assert json.loads(opened.told)["sha256"] == "f0"
    with pytest.raises(OutOfReach):
        actions.open_file(99, arrived, by=on_duty, at=AT)


def test_what_the_person_erases_is_erased_here_too(on_duty: Staff) -> None:
    _code, keys = drop_with_code()
    (one,) = inbox(on_duty)
    letterbox.erase(keys, at=AT)

    assert inbox(on_duty) == []
    assert [model.objects.count() for model in (Conversation, Message, WayBack)] == [0, 0, 0]
    assert not letterbox.knows(keys)
    _never_opens(one)


def test_what_is_erased_before_anybody_saw_it_is_never_seen(on_duty: Staff) -> None:
    _code, keys = drop_with_code()
    drop("And this", keys=keys)
    letterbox.erase(keys, at=AT)

    assert inbox(on_duty) == []
    assert Message.objects.count() == 0


def test_staff_erase_for_good(on_duty: Staff, django_capture_on_commit_callbacks: object) -> None:
    _code, keys = drop_with_code()
    drop("Another one")
    one, other = sorted(inbox(on_duty), key=lambda each: not each.ways_back.exists())
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        actions.erase(one.number, by=on_duty, at=AT)

    assert letterbox.answers(keys) == []
    assert not letterbox.knows(keys)
    assert [each.pk for each in Conversation.objects.all()] == [other.pk]
    assert MessageFile.objects.count() == 0
    with pytest.raises(CaseErased):
        case_keys.get(one.pk)


def test_who_only_takes_letters_in_erases_none() -> None:
    with pytest.raises(NotAllowed):
        actions.erase(1, by=someone(Role.SOCIAL_COUNSELLOR), at=AT)


def test_a_conversation_is_closed_after_it_was_read(on_duty: Staff) -> None:
    drop()
    (one,) = inbox(on_duty)
    with pytest.raises(Refused, match="Open it first"):
        actions.close(one.number, by=on_duty, at=AT)
    actions.open_conversation(one.number, by=on_duty, at=AT)
    actions.close(one.number, by=on_duty, at=AT)

    assert inbox(on_duty) == []
    with pytest.raises(Refused, match="closed already"):
        actions.close(one.number, by=on_duty, at=AT)


def test_a_mailbox_tells_how_far_a_referral_is(on_duty: Staff) -> None:
    _code, keys = drop_with_code()
    (one,) = inbox(on_duty)
    actions.tell_progress(one, Progress.LOOKED_AT, by=daniel(), at=AT)

    assert letterbox.answers(keys) == [(AT, {"progress": "looked_at"})]


def _never_opens(conversation: Conversation) -> None:
    with pytest.raises(Conversation.DoesNotExist):
        conversation.refresh_from_db()
