"""What the public side stores is there once, sealed, and tells nothing by itself."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases import AT
from intake.arrivals import drop, drop_with_code
from suoja.core.sealing import keys_of, open_for_duty
from suoja.intake import letterbox
from suoja.intake.letterbox import SentFile
from suoja.intake.models import Answer, Arrival, ArrivedFile, Draft, Mailbox

pytestmark = pytest.mark.django_db


def test_a_letter_opens_for_those_on_duty() -> None:
    letter = drop("Someone has my passport.")
    row = Arrival.objects.get()

    body = open_for_duty(bytes(row.body), place=f"body:{row.pk.hex}")
    assert row.pk == letter
    assert json.loads(body) == {"message": "Someone has my passport."}


def test_the_same_letter_sent_twice_is_one_letter() -> None:
    first = drop("Help", submission="a")

    assert drop("Help", submission="a", tray="bulk") == first
    assert Arrival.objects.count() == 1


def test_a_letter_that_was_changed_before_it_was_sent_again_is_another_one() -> None:
    drop("Help", submission="a")
    drop("Help, it is urgent", submission="a")

    assert Arrival.objects.count() == 2


def test_the_same_words_of_two_people_are_two_letters() -> None:
    drop("Help", submission="a")
    drop("Help", submission="b")

    assert Arrival.objects.count() == 2


def test_time_is_known_to_the_hour() -> None:
    drop(at=AT + timedelta(minutes=34, seconds=12))

    assert Arrival.objects.get().hour == AT


def test_letters_of_two_people_differ_in_nothing_but_noise() -> None:
    drop("Yes.")
    drop("A long story. " * 40, language="fi", is_urgent=True)
    one, other = Arrival.objects.all()

    assert one.hour == other.hour
    assert len(one.header) == len(other.header)
    assert len(one.body) == len(other.body)
    assert bytes(one.body)[4:] != bytes(other.body)[4:]


def test_a_letter_is_added_and_nothing_is_asked() -> None:
    drop()
    with CaptureQueriesContext(connection) as asked:
        drop()

    assert [query["sql"].split()[0] for query in asked] == ["INSERT"]


def test_a_file_is_stored_once_with_its_copy() -> None:
    file = SentFile(told={"sha256": "f00", "name": "photo"}, original=b"raw", view=b"seen")
    first = letterbox.drop_file(file, submission="a", at=AT)
    again = letterbox.drop_file(file, submission="a", at=AT)
    row = ArrivedFile.objects.get()

    assert first == again == row.pk
    assert open_for_duty(bytes(row.view), place=f"view:{row.pk.hex}") == b"seen"
    assert open_for_duty(bytes(row.original), place=f"original:{row.pk.hex}") == b"raw"


def test_a_code_that_is_kept_leads_to_a_mailbox() -> None:
    code, keys = drop_with_code()

    assert letterbox.knows(keys_of(code))
    assert not letterbox.knows(keys_of("1" * 20))
    assert letterbox.answers(keys) == []
    assert bytes(Mailbox.objects.get().lookup) == keys.lookup


def test_keeping_a_code_twice_changes_nothing() -> None:
    letter = drop()
    keys = keys_of("2" * 20)
    letterbox.keep_code(letter, keys, at=AT)
    letterbox.keep_code(letter, keys, at=AT)

    assert (Mailbox.objects.count(), Arrival.objects.count()) == (1, 2)


def test_erasing_leaves_nothing_under_a_code_and_touches_no_other() -> None:
    _code, keys = drop_with_code()
    _other, other_keys = drop_with_code()
    for each in (keys, other_keys):
        Answer.objects.create(lookup=each.lookup, hour=AT, sealed=b"noise")
        Draft.objects.create(lookup=each.lookup, hour=AT, sealed=b"noise")
    letterbox.erase(keys, at=AT)

    for kept in (Mailbox, Answer, Draft):
        assert [bytes(row.lookup) for row in kept.objects.all()] == [other_keys.lookup]
