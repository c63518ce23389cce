"""The newest entry's hash, kept apart from the database: a removed end of the chain shows."""

import os
import sqlite3
import threading
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS head (chain TEXT PRIMARY KEY, sequence INTEGER, digest TEXT);
"""
_REMEMBER = """
INSERT INTO head VALUES (?, ?, ?) ON CONFLICT (chain) DO UPDATE
SET sequence = excluded.sequence, digest = excluded.digest WHERE excluded.sequence > sequence
"""


class Head(NamedTuple):
    sequence: int
    digest: str


class Heads:
    """One head for each chain; a chain is named by the hash of its first entry."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()

    def remember(self, chain: str, head: Head) -> None:
        with self._store() as store:
            store.execute(_REMEMBER, (chain, *head))

    def of(self, chain: str) -> Head | None:
        query = "SELECT sequence, digest FROM head WHERE chain = ?"
        row = self._store().execute(query, (chain,)).fetchone()
        return None if row is None else Head(*row)

    def any(self) -> bool:
        return self._store().execute("SELECT 1 FROM head").fetchone() is not None

    def _store(self) -> sqlite3.Connection:
        store: sqlite3.Connection | None = getattr(self._local, "store", None)
        if store is None or self._local.process != os.getpid():
            store = sqlite3.connect(self._path, timeout=10)
            store.executescript(_SCHEMA)
            self._local.store, self._local.process = store, os.getpid()
        return store


heads = Heads(Path(settings.SUOJA_HOME) / "audit-head.sqlite3")
