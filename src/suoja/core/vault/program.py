"""Secrets that belong to the program and not to a person in our care."""

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from suoja.core.vault.keys import NONCE_BYTES
from suoja.core.vault.master import derived_key


def seal_for_program(purpose: str, plain: bytes) -> bytes:
    """Encrypt for one purpose, such as "totp secret"."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(derived_key(purpose)).encrypt(nonce, plain, purpose.encode())


def open_for_program(purpose: str, sealed: bytes) -> bytes:
    """Raise InvalidTag if it was sealed for another purpose or by another installation."""
    cipher = AESGCM(derived_key(purpose))
    return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], purpose.encode())
