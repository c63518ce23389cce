"""Both sides on one database: the public one served, and all that anybody could find afterwards."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from promises.database import Database, made_database
from promises.staff_work import staff_work
from served import Served, serve
from sides import suoja


@dataclass(frozen=True, slots=True)
class Running:
    """A served public side, its staff side, and the bytes of their database."""

    served: Served
    staff_home: Path
    of_staff: Mapping[str, str]
    dump: Callable[[], bytes]

    def everything(self) -> bytes:
        """Return the database, and what lies in the folder of the public side: logs, temp, all."""
        files = (path for path in self.served.home.rglob("*") if path.is_file())
        return b"\n".join([self.dump(), *(path.read_bytes() for path in files)])

    def staff_work(self, answer: str = "") -> list[list[str]]:
        return staff_work(self.staff_home, answer, **self.of_staff)


@contextmanager
def running(name: str, folder: Path, *words: str) -> Iterator[Running]:
    """Serve the public side, on PostgreSQL with its two roles, on SQLite from a shared file."""
    staff_home, home = folder / "staff", folder / "public"
    for each in (staff_home, home):
        each.mkdir()
    if connection.vendor == "postgresql":
        with (
            made_database(name, staff_home) as made,
            _served(home, made.of_public, staff_home, *words) as served,
        ):
            yield Running(served, staff_home, made.of_staff, lambda: _dumped(made))
        return
    file = staff_home / "suoja.sqlite3"
    of_staff = {"SUOJA_SITE": "staff"}
    for command in ("migrate", "duty-key"):
        assert suoja(command, home=staff_home, **of_staff).returncode == 0
    of_public = {"SUOJA_SITE": "public", "SUOJA_DATABASE_URL": f"sqlite:///{file}"}
    with _served(home, of_public, staff_home, *words) as served:
        yield Running(served, staff_home, of_staff, lambda: _file(file))


@contextmanager
def _served(
    home: Path, settings: Mapping[str, str], staff_home: Path, *words: str
) -> Iterator[Served]:
    shutil.copy(staff_home / "duty.pub", home)
    with serve(home, *words, **settings) as served:
        yield served


def _dumped(database: Database) -> bytes:
    """Return every row of every table as the bytes that it is made of."""
    parts = []
    with database.connected() as owner, owner.cursor() as cursor:
        for table in database.tables():
            with cursor.copy(f"COPY {table} TO STDOUT (FORMAT binary)") as rows:
                parts += [table.encode(), *map(bytes, rows)]
    return b"\n".join(parts)


def _file(path: Path) -> bytes:
    """Return the file of SQLite with its log: what was removed and not written over, too."""
    beside = (path.with_name(path.name + end) for end in ("", "-wal"))
    return b"".join(each.read_bytes() for each in beside if each.exists())


def rows_in(running: Running, table: str) -> int:
    """Return how many rows a table of SQLite or PostgreSQL has."""
    if connection.vendor == "postgresql":
        name = running.of_staff["SUOJA_DATABASE_URL"].rpartition("/")[2]
        with Database(name, running.staff_home).connected() as owner:
            return int(owner.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    with sqlite3.connect(running.staff_home / "suoja.sqlite3") as line:
        return int(line.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
