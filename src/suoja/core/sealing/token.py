"""What a page carries from one step to the next: sealed, so that its source tells nothing.

It is compressed before it is sealed: a form of thirty persons travels on every page.
"""

import base64
import json
import zlib
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.crypto import salted_hmac

MINUTE = 60


class TokenTooOld(ValueError):  # noqa: N818
    """The page was open too long, or what came back was not made here."""


def make_token(purpose: str, told: Any) -> str:
    return _cipher(purpose).encrypt(zlib.compress(json.dumps(told).encode())).decode()


def read_token(purpose: str, token: str, *, minutes: int) -> Any:
    """Return what was told; raise TokenTooOld if that was longer ago than so many minutes."""
    try:
        told = _cipher(purpose).decrypt(token.encode(), ttl=minutes * MINUTE)
    except InvalidToken as error:
        raise TokenTooOld from error
    return json.loads(zlib.decompress(told))


def _cipher(purpose: str) -> Fernet:
    key = salted_hmac(f"suoja.token.{purpose}", settings.SECRET_KEY, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
