"""The keys of those on duty: the public half seals, the private half opens.

`duty.pub` lies in the folder of both sides, `duty.keys` in that of the staff side alone. It has
one private key a line, the newest last: what was sealed before a change of keys still opens.
"""

import os
from pathlib import Path
from typing import IO

from django.conf import settings
from nacl.encoding import HexEncoder
from nacl.public import PrivateKey, PublicKey, SealedBox

from suoja.core.sealing.padding import padded, unpadded

PUBLIC, PRIVATE = "duty.pub", "duty.keys"
MARK_BYTES = 4


class NoDutyKey(RuntimeError):  # noqa: N818
    """There is no key to seal to, or none that opens this."""


def seal_for_duty(content: bytes, *, place: str) -> bytes:
    """Seal to those on duty, padded, and bound to its place (table, column and row)."""
    key = PublicKey(_public_key())
    bound = place.encode() + b"\0" + content
    return _mark(key) + SealedBox(key).encrypt(padded(bound))


def open_for_duty(sealed: bytes, *, place: str) -> bytes:
    """Open on the staff side; raise ValueError if it was sealed for another place."""
    key = _private_keys().get(sealed[:MARK_BYTES])
    if key is None:
        raise NoDutyKey(f"No key in {PRIVATE} opens this; put the older keys back into the file.")
    bound = unpadded(SealedBox(key).decrypt(sealed[MARK_BYTES:]))
    found, _, content = bound.partition(b"\0")
    if found != place.encode():
        raise ValueError(f"This was sealed for {found.decode()} and lies in {place}.")
    return content


def make_duty_key() -> str:
    """Make a new pair beside the older ones, and return its public half as it is written down."""
    key = PrivateKey.generate()
    home = Path(settings.SUOJA_HOME)
    with _own(home / PRIVATE, os.O_APPEND) as file:
        file.write(key.encode(HexEncoder) + b"\n")
    with _own(home / PUBLIC, os.O_TRUNC) as file:
        file.write(key.public_key.encode(HexEncoder))
    return key.public_key.encode(HexEncoder).decode()


def _own(path: Path, mode: int) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | mode, 0o600), "wb")


def _public_key() -> bytes:
    """Return the public half; a try-out on one machine makes its pair on first use."""
    path = Path(settings.SUOJA_HOME) / PUBLIC
    if not path.exists():
        if settings.SITE != "both":
            raise NoDutyKey(f"Put {PUBLIC} of the staff side into {path.parent}.")
        make_duty_key()
    return bytes.fromhex(path.read_text())


def _private_keys() -> dict[bytes, PrivateKey]:
    lines = (Path(settings.SUOJA_HOME) / PRIVATE).read_text().split()
    keys = [PrivateKey(bytes.fromhex(line)) for line in lines]
    return {_mark(key.public_key): key for key in keys}


def _mark(key: PublicKey) -> bytes:
    """Return by which bytes a key is told from others."""
    return bytes(key)[:MARK_BYTES]
