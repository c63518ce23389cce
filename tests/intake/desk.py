"""Somebody on duty at the pages of letters, now."""

from datetime import UTC, datetime, timedelta

from django.test import Client

from cases import someone
from cast import client_of
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.intake import actions
from suoja.intake.models import Conversation

LETTERS = "/staff/letters/"


def go_on_duty(staff: Staff) -> None:
    at = datetime.now(UTC)
    actions.begin_duty(until=at + timedelta(hours=8), by=staff, at=at)


def on_duty_as(role: Role = Role.ADVISER) -> Client:
    """Return a browser of somebody who is on duty."""
    staff = someone(role)
    go_on_duty(staff)
    return client_of(staff)


def first() -> Conversation:
    """Sort what arrived and return the conversation that comes first."""
    found = actions.list_inbox(by=someone(Role.ADVISER), at=datetime.now(UTC)).first()
    assert found is not None
    return found


def path_of(conversation: Conversation, step: str = "") -> str:
    return f"{LETTERS}{conversation.number}/{step}"
