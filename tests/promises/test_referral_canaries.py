"""What is typed into the referral form, saved and sent is nowhere to be read."""

import os
from collections.abc import Iterator

import pytest

from promises.sides_running import Running, rows_in, running
from promises.test_canaries import found_in
from public_site.referral_flow import ADULT
from served import Visitor, code_on, hidden

pytestmark = pytest.mark.xdist_group("roles")
PATH = "/en/met/form/"
ROUNDS = 20
PLACES = (
    {"referrer": "church", "referrer_name": "name", "referrer_contact": "contact"},
    {"consents": "yes"},
    {"age": "adult"},
    ADULT,
    {"given_names": "given", "family_name": "family", "birth_date": "wrong"},
    {"summary": "summary", "threat": "threat"},
    {"phone": "phone", "address": "address", "safe_contact": "safe"},
    {},
    {},
)
OF_A_PERSON = {"sex": "woman_girl", "nationality": "RO", "birth_date_unknown": "on"}
TYPED = {"name", "contact", "given", "family", "summary", "threat", "phone", "address", "safe"}


def word(kind: str, number: int) -> str:
    return f"Canaryform{kind}{number:03}"


WORDS = [word(kind, number) for number in range(ROUNDS) for kind in (*TYPED, "asked", "wrong")]


@pytest.fixture(scope="module")
def side(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(f"suoja_forms_{os.getpid()}", tmp_path_factory.mktemp("forms")) as side:
        yield side


def rows(side: Running) -> dict[str, int]:
    return {name: rows_in(side, f"intake_{name}") for name in ("arrival", "draft", "nextpage")}


def press(visitor: Visitor, page: str, go: str, typed: dict[str, str]) -> str:
    return visitor.post(PATH, {**hidden(page), **typed, "go": go})


def saved(visitor: Visitor, page: str) -> tuple[str, str]:
    """Save the form and return the code, and the page that says so."""
    page = press(visitor, page, "save", {})
    code = code_on(page)
    page = press(visitor, page, "keep", {"type": code})
    assert "The form is saved" in page
    return code, page


def fill_in(visitor: Visitor, number: int) -> str:
    """Fill in the form, which first is wrong in a place, and return its summary."""
    page = visitor.get(PATH)
    for fields in PLACES:
        typed = {
            name: word(value, number) if value in {*TYPED, "wrong"} else value
            for name, value in fields.items()
        }
        page = press(visitor, page, "on", typed)
        if "given_names" in typed:
            page = press(visitor, page, "on", {**typed, **OF_A_PERSON, "birth_date": ""})
    return page


def one_round(visitor: Visitor, number: int) -> str:
    """Refer and ask, with a break before sending, and return the code of the break."""
    asked = {"question": word("asked", number)}
    page = visitor.get(PATH)
    for typed in (PLACES[0], {"consents": "no"}, asked):
        page = press(visitor, page, "on", typed)
    assert "was received" in press(visitor, page, "send", {})
    code, _page = saved(visitor, fill_in(visitor, number))
    page = press(visitor, visitor.get(PATH), "resume", {})
    page = press(visitor, page, "open", {"code": code})
    assert word("summary", number) in page
    assert "was received" in press(visitor, page, "send", {})
    return code


def test_no_word_and_no_code_of_the_form_is_left(side: Running) -> None:
    before = rows(side)
    visitors = [Visitor(side.served.port, f"127.0.2.{number + 1}") for number in range(ROUNDS)]
    codes = [one_round(visitor, number) for number, visitor in enumerate(visitors)]
    written = [*codes, *(code.replace(" ", "") for code in codes)]

    assert len(WORDS) == 220
    assert found_in(side.everything(), [*WORDS, *written]) == []
    # Of each round the two forms are left, and the code of one.
    assert rows(side) == {**before, "arrival": before["arrival"] + 3 * ROUNDS}
    assert all(visitor.kept == {} for visitor in visitors)


def test_what_is_saved_and_not_sent_is_noise_too(side: Running) -> None:
    before, visitor = rows(side), Visitor(side.served.port, "127.0.2.200")
    code, page = saved(visitor, fill_in(visitor, 900))
    left = side.everything()

    assert rows(side) == {**before, "draft": before["draft"] + 1}
    words = [word(kind, 900) for kind in (*TYPED, "wrong")]
    assert found_in(left, [*words, code, code.replace(" ", "")]) == []
    press(visitor, page, "forget", {})
    assert rows(side) == before
