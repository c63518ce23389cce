"""Who has the code reads the answer, writes again, and erases."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import cases
from public_site.letter_flow import SAY, answer, hidden, keep, post, send, unsent
from questions import questions
from suoja.intake import actions
from suoja.intake.models import Arrival, Conversation
from suoja.public_site.views import flood

pytestmark = pytest.mark.django_db


def test_who_comes_back_too_early_is_told_so(client: Client) -> None:
    code = keep(client, send(client))

    assert SAY["mailbox"]["none"] in post(client, "open", code=code)


def test_who_has_the_code_writes_again_and_erases(client: Client) -> None:
    code = keep(client, send(client, "First"))
    answer("We read it.")
    html = post(client, "open", code=code)
    token, submission = hidden(html, "token"), hidden(html, "submission")
    html = post(client, "again", token=token, submission=submission, message="Second")
    assert SAY["sent"]["title"] in html
    assert "We read it." in html

    html = post(client, "erase", token=token)
    assert SAY["faults"]["sure"] in html
    html = post(client, "erase", token=token, erase_sure="on")
    assert SAY["mailbox"]["erased"] in html
    assert SAY["faults"]["code_unknown"] in post(client, "open", code=code)
    actions.list_inbox(by=cases.aino(), at=datetime.now(UTC))
    assert Conversation.objects.count() == 0


def test_a_page_of_the_mailbox_that_was_erased_elsewhere_stores_nothing(client: Client) -> None:
    code = keep(client, send(client))
    token = hidden(post(client, "open", code=code), "token")
    post(client, "erase", token=token, erase_sure="on")
    before = Arrival.objects.count()
    html = post(client, "again", token=token, message="Hello?")

    assert SAY["faults"]["too_old"] in html
    assert Arrival.objects.count() == before


def test_what_was_typed_on_a_page_that_grew_old_is_there_after_the_code(client: Client) -> None:
    code = keep(client, send(client))
    html = post(client, "again", token="old", message="A long story", reach="At night")
    html = post(client, "open", code="1234", **unsent(html))
    html = post(client, "open", code=code, **unsent(html))

    assert ">\nA long story</textarea>" in html
    assert ">\nAt night</textarea>" in html


def test_an_answer_runs_in_the_direction_of_its_own_language(client: Client) -> None:
    code = keep(client, send(client))
    answer("Call 112 (always)!")

    assert '<div dir="auto"><p>Call 112' in post(client, "open", "/ar/8/", code=code)


def test_an_answer_is_text_and_nothing_else(client: Client) -> None:
    code = keep(client, send(client))
    answer("<script>alert(1)</script>\nSecond line")
    html = post(client, "open", code=code)

    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>Second line" in html


def test_a_mailbox_asks_a_fixed_number_of_questions(client: Client) -> None:
    code = keep(client, send(client))
    counts = []
    for text in ("One", "Two"):
        with CaptureQueriesContext(connection) as asked:
            post(client, "open", code=code)
        counts.append(len(questions(asked)))
        if text == "One":
            answer(text)

    assert counts[0] == counts[1] <= 6


@pytest.mark.django_db(transaction=True)
def test_no_code_is_stretched_while_a_transaction_is_open(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    stretch = flood.keys_of

    def watched(code: str) -> object:
        seen.append(connection.in_atomic_block)
        return stretch(code)

    monkeypatch.setattr(flood, "keys_of", watched)
    post(client, "open", code=keep(client, send(client)))

    assert seen == [False, False]
