"""What somebody reads who comes back with a code."""

import json

import pytest
from django.test import Client

from cases import AT
from intake.arrivals import drop
from suoja.core.sealing import CodeKeys, keys_of, seal_to
from suoja.intake import letterbox
from suoja.intake.choices import Kind
from suoja.intake.models import Answer

pytestmark = pytest.mark.django_db

CODE = "5" * 20
WORDS = {"looked_at": "is being looked at", "decided": "has been decided"}


@pytest.fixture
def keys() -> CodeKeys:
    return keys_of(CODE)


def answer(keys: CodeKeys, **told: str) -> None:
    sealed = seal_to(keys.public, json.dumps(told).encode())
    Answer.objects.create(lookup=keys.lookup, hour=AT, sealed=sealed)


def opened() -> str:
    answer = Client().post("/en/8/", {"step": "open", "code": CODE}, follow=True)
    return str(answer.content.decode())


def test_an_answer_is_shown_as_it_was_written(keys: CodeKeys) -> None:
    letterbox.keep_code(drop(), keys, at=AT)
    answer(keys, text="Come on Monday.\n\n<b>Bring nothing.</b>")

    assert "<p>Come on Monday.</p>" in opened()
    assert "&lt;b&gt;Bring nothing.&lt;/b&gt;" in opened()
    assert "Your referral" not in opened()


def test_a_referral_that_nobody_looked_at_yet_was_received(keys: CodeKeys) -> None:
    letterbox.keep_code(drop(kind=Kind.REFERRAL), keys, at=AT, kind=Kind.REFERRAL)

    assert "Your referral has been received." in opened()


@pytest.mark.parametrize("step", WORDS)
def test_a_referral_tells_how_far_it_is_and_nothing_else(keys: CodeKeys, step: str) -> None:
    letterbox.keep_code(drop(kind=Kind.REFERRAL), keys, at=AT, kind=Kind.REFERRAL)
    answer(keys, progress=step)
    html = opened()

    assert f"Your referral {WORDS[step]}." in html
    assert html.count("Your referral") == 1
    assert "<article" not in html
