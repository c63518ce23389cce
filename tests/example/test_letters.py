"""The made-up letters are read like real ones."""

import json
from datetime import timedelta

import pytest

import cases
from cases import AT
from suoja.example.letters import drop_letters
from suoja.intake import actions
from suoja.intake.choices import Kind
from suoja.intake.rules.safe_contact import SafeContact

pytestmark = pytest.mark.django_db


def test_one_of_each_kind_waits_and_the_child_first() -> None:
    aino = cases.aino()
    drop_letters(at=AT)
    drop_letters(at=AT)
    actions.begin_duty(until=AT + timedelta(hours=1), by=aino, at=AT)
    inbox = actions.list_inbox(by=aino, at=AT)

    assert sorted(one.kind for one in inbox) == sorted([*Kind, Kind.LETTER])
    assert inbox[0].is_urgent
    assert sum(one.ways_back.count() for one in inbox) == 2  # the letters were dropped in twice
    (call,) = (one for one in inbox if one.kind == Kind.CALL)
    assert SafeContact.from_json(json.loads(call.messages.get().content)).code_word == "strawberry"
