"""The master key, in a file outside the database, and the keys derived from it."""

from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from suoja.core.secret_file import secret_of

KEY_BYTES = 32
MASTER_KEY, KEY_STORE = "master.key", "keys.sqlite3"


@cache
def derived_key(purpose: str) -> bytes:
    """Return the 32 bytes that serve one purpose only."""
    derivation = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode())
    return derivation.derive(_master_key(Path(settings.SUOJA_HOME) / MASTER_KEY))


def _master_key(path: Path) -> bytes:
    """Return the master key, made on first use for its owner alone; never a second one."""
    if not path.exists():
        if settings.SITE == "public":
            raise RuntimeError("The public side has no master key: it reads nobody's file.")
        if (path.parent / KEY_STORE).exists():
            raise RuntimeError(
                f"{path.name} is missing, and with another one no name could be read. "
                f"Put it back into {path.parent} from where it is kept."
            )
    return secret_of(path, KEY_BYTES)
