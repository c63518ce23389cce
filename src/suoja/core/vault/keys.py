"""The key store: one wrapped data key per person, in a file apart from the database."""

import os
import sqlite3
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import transaction

from suoja.core.kept_apart import KeptApart
from suoja.core.vault.master import KEY_BYTES, KEY_STORE, derived_key

NONCE_BYTES = 12
_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS case_key (id BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
"""


class CaseErased(LookupError):  # noqa: N818
    """The key of this person does not exist, or was destroyed: nothing can be read any more."""


class CaseKeys:
    """The data keys of all persons."""

    def __init__(self, path: Path) -> None:
        self._file = KeptApart(path, _SCHEMA)

    def make(self, cases: Iterable[UUID]) -> None:
        """Make a key for each person."""
        wrapping = AESGCM(derived_key("wrap case keys"))
        rows = [(case.bytes, _wrap(wrapping, case)) for case in cases]
        with self._store() as store:
            store.executemany("INSERT INTO case_key VALUES (?, ?)", rows)

    def get(self, case: UUID) -> bytes:
        """Return the key of a person; raise CaseErased if there is none."""
        query = "SELECT wrapped FROM case_key WHERE id = ?"
        row = self._store().execute(query, (case.bytes,)).fetchone()
        if row is None:
            raise CaseErased(str(case))
        wrapped: bytes = row[0]
        wrapping = AESGCM(derived_key("wrap case keys"))
        return wrapping.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], case.bytes)

    def destroy(self, case: UUID) -> None:
        """Erase a person: without the key no copy of the database can be read."""
        with self._store() as store:
            store.execute("DELETE FROM case_key WHERE id = ?", (case.bytes,))
        # The log of writes still has the key; emptied, it has nothing to give away.
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def destroy_on_commit(self, case: UUID) -> None:
        """Erase a person once the rows that go with them are gone for good."""
        transaction.on_commit(partial(self.destroy, case))

    def _store(self) -> sqlite3.Connection:
        derived_key("wrap case keys")  # a store is never opened, or made, without it
        return self._file.open()


def _wrap(wrapping: AESGCM, case: UUID) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + wrapping.encrypt(nonce, os.urandom(KEY_BYTES), case.bytes)


case_keys = CaseKeys(Path(settings.SUOJA_HOME) / KEY_STORE)
