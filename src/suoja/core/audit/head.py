"""The newest entries' hashes, kept apart from the database: a removed end of the chain shows.

All of them are kept, not the newest alone: who removes the end and lets the program write on would
else be covered by the next entry.
"""

from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from suoja.core.kept_apart import KeptApart

_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS kept (
    chain TEXT, sequence INTEGER, digest TEXT, PRIMARY KEY (chain, sequence)
) WITHOUT ROWID;
"""


class Head(NamedTuple):
    sequence: int
    digest: str


class Heads:
    """What was once the newest entry of a chain; a chain is named by the hash of its first."""

    def __init__(self, path: Path) -> None:
        self._file = KeptApart(path, _SCHEMA)

    def remember(self, chain: str, head: Head) -> None:
        with self._file.open() as store:
            store.execute("INSERT OR IGNORE INTO kept VALUES (?, ?, ?)", (chain, *head))

    def of(self, chain: str) -> dict[int, str]:
        """Return the hash of each entry that was the newest once, by its number."""
        query = "SELECT sequence, digest FROM kept WHERE chain = ?"
        return dict(self._file.open().execute(query, (chain,)))

    def any(self) -> bool:
        return self._file.open().execute("SELECT 1 FROM kept").fetchone() is not None


heads = Heads(Path(settings.SUOJA_HOME) / "audit-head.sqlite3")
