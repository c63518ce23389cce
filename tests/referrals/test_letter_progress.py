"""Who sent a form learns in the mailbox how far it is, and nothing more."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client

from intake.arrivals import drop
from intake.desk import first, on_duty_as, path_of
from intake.forms_sent import drop_form, person
from referrals.letter_form import ANOTHER, SAID_BY_STAFF, decide, register
from suoja.core.sealing import CodeKeys, keys_of, make_code
from suoja.intake import letterbox
from suoja.referrals.models import Referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(db: None) -> Client:
    """Return the browser of Aino, who is on duty."""
    return on_duty_as()


def drop_with_keys(*persons: dict[str, object]) -> tuple[UUID, CodeKeys]:
    message, keys = drop_form(*persons), keys_of(make_code())
    letterbox.keep_code(message, keys, at=datetime.now(UTC))
    return message, keys


def told(keys: CodeKeys) -> list[str]:
    return sorted(answer["progress"] for _, answer in letterbox.answers(keys))


def test_the_mailbox_says_once_that_it_is_looked_at(client: Client) -> None:
    _message, keys = drop_with_keys()
    conversation = first()
    client.get(path_of(conversation))
    client.get(path_of(conversation))

    assert told(keys) == ["looked_at"]


def test_the_mailbox_of_a_code_that_was_kept_late_says_it_too(client: Client) -> None:
    message, keys = drop_form(), keys_of(make_code())
    client.get(path_of(first()))
    letterbox.keep_code(message, keys, at=datetime.now(UTC))
    first()

    assert told(keys) == ["looked_at"]


def test_the_mailbox_says_decided_when_everybody_is_decided_on(client: Client) -> None:
    message, keys = drop_with_keys(person(), person(**ANOTHER))
    register(client, message)
    decide(Referral.objects.get())
    assert told(keys) == ["looked_at"]

    register(client, message, 2)
    decide(Referral.objects.latest("number"))
    assert told(keys) == ["decided", "looked_at"]


def test_who_wrote_a_letter_is_told_by_people_only(client: Client) -> None:
    message, keys = drop(), keys_of(make_code())
    letterbox.keep_code(message, keys, at=datetime.now(UTC))
    first()
    register(client, message, **SAID_BY_STAFF)
    decide(Referral.objects.get())

    assert letterbox.answers(keys) == []
