"""300 words typed into every public form are nowhere to be read, and staff read them all."""

import json
import os
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from promises.sides_running import Running, running
from public_site.call_flow import AFTERNOON, CHOSEN
from served import Visitor, code_on, hidden
from strange_files import papers

pytestmark = pytest.mark.xdist_group("roles")
PATH = "/en/8/"
ROUNDS = 20
# What is typed in a round: stored for staff, or sent and refused.
STORED = ("letter", "reach", "place", "again", "againreach", "againplace")
CALLED = {"other_words": "say", "code_word": "codeword", "shared": "shared", "more": "more"}
REFUSED = ("toolong", "wrongcode", "badfile", "typed")
PAPER = next(papers())[1]


def word(kind: str, number: int) -> str:
    """Return a word that appears nowhere else."""
    return f"Canary{kind}{number:03}"


def phone(number: int) -> str:
    return f"+35840765{number:04}"


KINDS = (*STORED, *REFUSED, *CALLED.values())
WORDS = [word(kind, number) for number in range(ROUNDS) for kind in KINDS]
PHONES = [phone(number) for number in range(ROUNDS)]


@pytest.fixture(scope="module")
def side(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(f"suoja_canary_{os.getpid()}", tmp_path_factory.mktemp("canary")) as side:
        yield side


@pytest.fixture(scope="module")
def codes(side: Running) -> list[str]:
    """Type every word, each round from another address, and return the codes that were kept."""
    visitors = [Visitor(side.served.port, f"127.0.1.{number + 1}") for number in range(ROUNDS)]
    return [_one_round(visitor, number) for number, visitor in enumerate(visitors)]


def _one_round(visitor: Visitor, number: int) -> str:
    page = _refused(visitor, number)
    page = visitor.post(PATH, _letter(page, "letter", "letter", "reach", "place", number=number))
    code = code_on(page)
    typed = word("wrongcode", number)
    page = visitor.post(PATH, {"step": "code", "type": typed, **hidden(page)})
    visitor.post(PATH, {"step": "code", "type": code, **hidden(page)})
    old = {"step": "again", "token": "x", "message": word("typed", number)}
    page = visitor.post(PATH, old)
    page = visitor.post(PATH, {"step": "open", "code": code, **hidden(page)})
    again = _letter(page, "again", "again", "againreach", "againplace", number=number)
    assert visitor.post(PATH, again)
    _ask_for_a_call(visitor, number)
    return code


def _ask_for_a_call(visitor: Visitor, number: int) -> None:
    typed = {field: word(kind, number) for field, kind in CALLED.items()}
    wish = {**CHOSEN, **AFTERNOON, **typed, "other": "say", "number": phone(number)}
    page = visitor.post(PATH, {"step": "call"})
    page = visitor.post(PATH, {"step": "wish", **wish, **hidden(page)})
    visitor.post(PATH, {"step": "code", "type": code_on(page), **hidden(page)})


def _refused(visitor: Visitor, number: int) -> str:
    """Send what is too long, with a file that cannot be taken and one that can."""
    page = visitor.get(PATH)
    files = [
        SimpleUploadedFile(f"{word('badfile', number)}.png", b"no picture at all"),
        SimpleUploadedFile(f"{word('badfile', number)}.pdf", PAPER),
    ]
    message = word("toolong", number) * 2_000
    told = {"step": "letter", "message": message, "attached": files, **hidden(page)}
    page = visitor.send(PATH, encode_multipart(BOUNDARY, told), MULTIPART_CONTENT)
    assert word("toolong", number) in page
    return page


def _letter(page: str, step: str, *kinds: str, number: int) -> dict[str, str]:
    fields = ("message", "reach", "place")
    typed = {field: word(kind, number) for field, kind in zip(fields, kinds, strict=True)}
    return {"step": step, **typed, **hidden(page)}


def found_in(left: bytes, words: list[str]) -> list[str]:
    left = left.lower()
    return [each for each in words if each.lower().encode() in left]


def test_no_word_and_no_code_is_left_where_somebody_could_look(
    side: Running, codes: list[str]
) -> None:
    left = side.everything()
    written = [*codes, *(code.replace(" ", "") for code in codes)]

    assert len([*WORDS, *PHONES]) == 300
    assert found_in(left, [*WORDS, *PHONES, *written]) == []


def test_staff_read_every_word_that_was_sent_and_leave_none(
    side: Running, codes: list[str]
) -> None:
    read = json.dumps(side.staff_work("Canaryanswer"))
    shown = ("letter", "again", "more")
    sent = [word(kind, number) for number in range(ROUNDS) for kind in shown]
    left = side.everything()

    assert [each for each in sent if each not in read] == []
    assert found_in(left, [*WORDS, *PHONES, "Canaryanswer"]) == []
