"""Small SQLite files that lie apart from the database, each open once per thread and process."""

import os
import sqlite3
import threading
from pathlib import Path


class KeptApart:
    """One such file, made for its owner alone on first use."""

    def __init__(self, path: Path, schema: str) -> None:
        self._path = path
        self._schema = schema
        self._local = threading.local()

    def open(self) -> sqlite3.Connection:
        """Return this thread's connection; a forked process gets one of its own."""
        store: sqlite3.Connection | None = getattr(self._local, "store", None)
        if store is None or self._local.process != os.getpid():
            store = sqlite3.connect(self._path, timeout=10)
            store.executescript(self._schema)
            self._path.chmod(0o600)
            self._local.store, self._local.process = store, os.getpid()
        return store
