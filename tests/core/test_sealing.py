"""What is sealed opens for those on duty, or with the code, and for nobody else."""

from collections import Counter

import pytest
from argon2 import low_level
from hypothesis import given
from hypothesis import strategies as st
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey

from suoja.core.sealing import (
    CodeKeys,
    TokenTooOld,
    code,
    grouped,
    keys_of,
    make_code,
    make_duty_key,
    make_token,
    open_for_duty,
    padded,
    read_code,
    read_token,
    seal_for_duty,
    seal_to,
    unpadded,
)

CODE = "12345678901234567890"


@given(st.binary(max_size=5_000))
def test_what_is_padded_comes_back_and_its_length_is_one_of_a_few(content: bytes) -> None:
    assert unpadded(padded(content)) == content
    assert len(padded(content)) in {1024, 4096, 16384}


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        padded(b"x" * 1025, sizes=(1024,))


def test_letters_of_like_size_look_alike() -> None:
    sealed = [seal_for_duty(b"x" * size, place="body:1") for size in (0, 3, 900)]

    assert len({len(each) for each in sealed}) == 1
    assert seal_for_duty(b"", place="body:1") != sealed[0]


def test_what_is_sealed_for_one_place_does_not_open_in_another() -> None:
    sealed = seal_for_duty(b"help", place="body:1")

    assert open_for_duty(sealed, place="body:1") == b"help"
    with pytest.raises(ValueError, match="lies in body:2"):
        open_for_duty(sealed, place="body:2")


def test_what_was_sealed_before_a_change_of_keys_still_opens() -> None:
    earlier = seal_for_duty(b"earlier", place="body:1")
    make_duty_key()
    later = seal_for_duty(b"later", place="body:1")

    assert open_for_duty(earlier, place="body:1") == b"earlier"
    assert open_for_duty(later, place="body:1") == b"later"
    assert earlier[:4] != later[:4]


def test_a_code_has_twenty_digits_that_are_drawn_evenly() -> None:
    drawn = [make_code() for _ in range(500)]
    counts = Counter("".join(drawn))

    assert len(set(drawn)) == 500
    assert all(len(each) == 20 and each.isdecimal() for each in drawn)
    assert 10**20 > 2**66
    assert all(800 < counts[digit] < 1200 for digit in "0123456789")


def test_a_code_is_read_however_it_is_typed() -> None:
    assert grouped(CODE) == "1234 5678 9012 3456 7890"
    assert read_code(f" {grouped(CODE)}") == CODE
    assert read_code("١٢٣٤-٥٦٧٨-٩٠١٢-٣٤٥٦-٧٨٩٠") == CODE
    assert read_code("۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷۸۹۰") == CODE
    assert read_code("१२३४५६७८९०१२३४५६७८९०") == CODE
    assert read_code("1234") is None
    assert read_code(f"{CODE}1") is None
    assert read_code("help") is None


def test_a_code_yields_the_same_keys_again_and_another_one_others() -> None:
    keys, again, other = keys_of(CODE), keys_of(CODE), keys_of("0" * 20)

    assert (keys.lookup, keys.public) == (again.lookup, again.public)
    assert keys.lookup != other.lookup
    assert keys.public != other.public
    assert CodeKeys.of(keys.written).open(seal_to(keys.public, b"answer")) == b"answer"
    with pytest.raises(CryptoError):
        other.open(seal_to(keys.public, b"answer"))


def test_a_code_means_nothing_on_another_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    here = keys_of(CODE)
    monkeypatch.setattr(code, "_pepper", lambda: b"another pepper")

    assert keys_of(CODE).lookup != here.lookup


def test_stretching_takes_64_mib_and_three_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def stretch(secret: bytes, **how: object) -> bytes:
        asked.update(how)
        return low_level.hash_secret_raw(secret, **how)

    monkeypatch.setattr(code, "hash_secret_raw", stretch)
    keys_of(CODE)

    assert (asked["memory_cost"], asked["time_cost"], asked["type"]) == (
        65536,
        3,
        low_level.Type.ID,
    )


def test_a_token_tells_nothing_and_does_for_one_purpose() -> None:
    token = make_token("mailbox", {"word": "canary"})

    assert "canary" not in token
    assert read_token("mailbox", token, minutes=1) == {"word": "canary"}
    for purpose, wrong in (("code", token), ("mailbox", token[:-4]), ("mailbox", "")):
        with pytest.raises(TokenTooOld):
            read_token(purpose, wrong, minutes=1)


def test_a_token_grows_old(clock: object) -> None:
    token = make_token("mailbox", "x")
    clock.shift(61)  # type: ignore[attr-defined]

    with pytest.raises(TokenTooOld):
        read_token("mailbox", token, minutes=1)


def test_keys_are_not_shown_when_something_breaks() -> None:
    keys = CodeKeys(b"l" * 16, PrivateKey.generate())

    assert bytes(keys.private).hex() not in repr(keys)
