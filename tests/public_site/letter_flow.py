"""The contact flow as a browser without scripts goes through it."""

import re
from datetime import UTC, datetime, timedelta

from django.test import Client

import cases
from suoja.intake import actions
from suoja.public_site.rendering import letter_words

PATH = "/en/8/"
SAY = letter_words("en")


def post(client: Client, step: str, path: str = PATH, **typed: object) -> str:
    answer = client.post(path, {"step": step, **typed}, follow=True)
    assert answer.redirect_chain == [(path, 303)]
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not any(cookie.value for cookie in client.cookies.values())
    return str(answer.content.decode())


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found
    return found.group(1)


def unsent(html: str) -> dict[str, str]:
    """Return what the page carries of a letter that was typed and not sent."""
    return dict(re.findall(r'name="(message|reach|place|under_18|arrived)" value="([^"]*)"', html))


def send(client: Client, message: str = "I need help.", path: str = PATH, **typed: object) -> str:
    submission = hidden(client.get(path).content.decode(), "submission")
    return post(client, "letter", path, submission=submission, message=message, **typed)


def code_on(html: str) -> str:
    found = re.search(r'<bdi dir="ltr">([\d ]+)</bdi>', html)
    assert found
    return found.group(1)


def keep(client: Client, html: str, path: str = PATH) -> str:
    """Type the code that is shown and return it."""
    code = code_on(html)
    post(client, "code", path, token=hidden(html, "token"), type=code)
    return code


def answer(text: str) -> None:
    """Have Aino answer the letter that waits."""
    aino, at = cases.aino(), datetime.now(UTC)
    actions.begin_duty(until=at + timedelta(hours=1), by=aino, at=at)
    (one,) = actions.list_inbox(by=aino, at=at)
    actions.open_conversation(one.number, by=aino, at=at)
    actions.answer(one.number, text, by=aino, at=at)
