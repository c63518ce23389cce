"""The blind index: names are found without being readable."""

import hmac
import re

from anyascii import anyascii

from suoja.core.vault.master import derived_key

INDEX_BYTES = 16
_WORD = re.compile(r"[a-z0-9]+")


def name_tokens(text: str) -> set[str]:
    """Return the parts of a name in one spelling: small letters, Latin, without accents."""
    return set(_WORD.findall(anyascii(text).lower().replace("'", "")))


def blind_index(kind: str, value: str) -> bytes:
    """Return the keyed hash (16 bytes) under which a value of this kind is found."""
    message = f"{kind}\0{value}".encode()
    return hmac.digest(derived_key("blind index"), message, "sha256")[:INDEX_BYTES]
