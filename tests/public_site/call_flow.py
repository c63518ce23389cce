"""A wish to be called, typed and sent as a browser without scripts does it."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

import cases
from public_site.letter_flow import hidden, post
from suoja.intake import actions
from suoja.intake.models import Message
from suoja.intake.rules import SafeContact

NUMBER = "+358 40 765 4321"
CHOSEN = {
    "channel": "call",
    "other": "hang_up",
    "voicemail": "never",
    "until": "7",
    "gender": "any",
}
AFTERNOON = {"safe_1_from": "16:00", "safe_1_to": "18:00"}


def ask(client: Client, language: str = "en", **typed: str) -> str:
    """Send the form with what is chosen in it already, and with what is typed."""
    path = f"/{language}/8/"
    submission = hidden(post(client, "call", path), "submission")
    return post(client, "wish", path, **{"submission": submission, **CHOSEN, **typed})


def wish(client: Client, language: str = "en", **typed: str) -> str:
    """Ask for a call in the afternoon."""
    return ask(client, language, **{"number": NUMBER, **AFTERNOON, **typed})


def told() -> dict[str, Any]:
    """Have Aino open what has arrived, and return what it says."""
    aino, at = cases.aino(), datetime.now(UTC)
    actions.begin_duty(until=at + timedelta(hours=1), by=aino, at=at)
    actions.list_inbox(by=aino, at=at)
    content: dict[str, Any] = json.loads(Message.objects.get().content)
    return content


def arrived() -> SafeContact:
    return SafeContact.from_json(told())
