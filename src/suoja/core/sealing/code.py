"""The code to come back with: twenty digits that yield a place and a pair of keys.

Nobody but its owner has it, and nothing that is stored leads to it. Stretching a code takes a
tenth of a second and 64 MiB on purpose; it is never done while a transaction is open.
"""

import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import Self

from argon2.low_level import Type, hash_secret_raw
from django.conf import settings
from nacl.public import PrivateKey, PublicKey, SealedBox

from suoja.core.sealing.padding import padded, unpadded
from suoja.core.secret_file import secret_of

LOOKUP_BYTES = 16
DIGITS, GROUP = 20, 4  # 66 bits; five groups look like the number of a parcel
PEPPER_BYTES = 32
MEMORY_KIB, PASSES = 64 * 1024, 3
# So many codes are stretched at once that two cores are busy, and memory stays small.
_turns = BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class CodeKeys:
    """What a code yields: where things lie (16 bytes), and the key that opens them."""

    lookup: bytes
    private: PrivateKey

    @classmethod
    def of(cls, written: str) -> Self:
        """Return the keys that `written` wrote down."""
        both = bytes.fromhex(written)
        return cls(both[:LOOKUP_BYTES], PrivateKey(both[LOOKUP_BYTES:]))

    @property
    def written(self) -> str:
        """Return the keys in one piece, for a token; never for the database."""
        return (self.lookup + bytes(self.private)).hex()

    @property
    def public(self) -> bytes:
        return bytes(self.private.public_key)

    def open(self, sealed: bytes) -> bytes:
        return unpadded(SealedBox(self.private).decrypt(sealed))


def seal_to(public: bytes, content: bytes) -> bytes:
    """Seal, padded, to whoever has the code."""
    return SealedBox(PublicKey(public)).encrypt(padded(content))


def make_code() -> str:
    return "".join(secrets.choice("0123456789") for _ in range(DIGITS))


def grouped(code: str) -> str:
    """Return a code as it is shown: 1234 5678 9012 3456 7890."""
    return " ".join(code[start : start + GROUP] for start in range(0, DIGITS, GROUP))


def read_code(typed: str) -> str | None:
    """Return the digits of what was typed, in any script, or None if they are not twenty."""
    digits = [unicodedata.digit(sign, None) for sign in typed]
    code = "".join(str(digit) for digit in digits if digit is not None)
    return code if len(code) == DIGITS else None


def keys_of(code: str) -> CodeKeys:
    """Stretch a code; the same code yields the same keys on this installation, and only here."""
    pepper = _pepper()
    with _turns:
        stretched = hash_secret_raw(
            code.encode(),
            salt=hmac.digest(pepper, b"salt", "sha256")[:16],
            time_cost=PASSES,
            memory_cost=MEMORY_KIB,
            parallelism=1,
            hash_len=32,
            type=Type.ID,
        )
    root = hmac.digest(pepper, stretched, "sha256")
    lookup = hmac.digest(root, b"lookup", "sha256")[:LOOKUP_BYTES]
    return CodeKeys(lookup, PrivateKey(hmac.digest(root, b"private", "sha256")))


@cache
def _pepper() -> bytes:
    """Return the secret of this installation that no dump of the database has."""
    return secret_of(Path(settings.SUOJA_HOME) / "pepper.key", PEPPER_BYTES)
