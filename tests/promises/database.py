"""A PostgreSQL database of its own with the two roles of the public side, made as it is installed.

It has one of everything: as a program, this module fills the database that SUOJA_HOME names.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

from sides import environment, suoja

PASSWORDS = {"SUOJA_PUBLIC_PASSWORD": "add-only", "SUOJA_READER_PASSWORD": "read-only"}
OF_ROLE = {"suoja_public": "add-only", "suoja_reader": "read-only"}
NO_ROLES = "SQLite has no roles: `make test-postgresql` runs this"


@dataclass(frozen=True, slots=True)
class Database:
    """A database on the server of the tests, and the folder of its staff side."""

    name: str
    home: Path
    said: str = ""

    def url(self, role: str = "") -> str:
        known = connection.settings_dict
        password = OF_ROLE.get(role, known["PASSWORD"])
        who = f"{role or known['USER']}:{quote(password)}" if password else known["USER"]
        host = quote(str(known["HOST"]), safe="")
        return f"postgresql://{who}@{host}:{known['PORT'] or 5432}/{self.name}"

    @property
    def of_staff(self) -> dict[str, str]:
        return {"SUOJA_SITE": "staff", "SUOJA_DATABASE_URL": self.url()}

    @property
    def of_public(self) -> dict[str, str]:
        return {
            "SUOJA_SITE": "public",
            "SUOJA_DATABASE_URL": self.url("suoja_reader"),
            "SUOJA_INTAKE_DATABASE_URL": self.url("suoja_public"),
        }

    @contextmanager
    def connected(self, role: str = "") -> Iterator[psycopg.Connection]:
        with psycopg.connect(self.url(role), autocommit=True) as line:
            yield line

    def tables(self) -> list[str]:
        query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        with self.connected() as line:
            return [name for (name,) in line.execute(query)]


@contextmanager
def made_database(name: str, home: Path) -> Iterator[Database]:
    """Yield a database with tables, roles and one of everything; gone afterwards."""
    if connection.vendor != "postgresql":
        pytest.skip(NO_ROLES)
    with _empty_database(name):
        database = Database(name, home)
        for words in (["migrate"], ["database-roles"], ["duty-key"]):
            done = suoja(*words, home=home, **database.of_staff, **PASSWORDS)
            assert done.returncode == 0, done.stderr
        fill = [sys.executable, __file__]
        subprocess.run(fill, env=environment(home, **database.of_staff), check=True)
        yield database


@contextmanager
def _empty_database(name: str) -> Iterator[None]:
    with psycopg.connect(Database("postgres", Path()).url(), autocommit=True) as line:
        line.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        line.execute(f"CREATE DATABASE {name}")
        yield
        line.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _fill() -> None:
    """Store a client, a letter with a mailbox, an answer and a draft, and releases of each kind."""
    import cases  # noqa: PLC0415  (after the settings)
    import releases  # noqa: PLC0415
    from intake.arrivals import drop_with_code  # noqa: PLC0415
    from made_up.caseload import caseload  # noqa: PLC0415
    from suoja.accounts.choices import Role  # noqa: PLC0415
    from suoja.intake.models import Answer, Draft, NextPage  # noqa: PLC0415

    cases.make_client()
    _code, keys = drop_with_code()
    for kept in (Answer, Draft, NextPage):
        kept.objects.create(lookup=keys.lookup, hour=cases.AT, sealed=b"noise")
    drafter, checker = cases.someone(Role.STATISTICIAN), cases.daniel()
    facts, now = caseload(7, 40), datetime.now(UTC)
    for period in ("2018", "2019", "2020"):
        release = releases.drafted(period, facts, by=drafter, at=now)
        until = now + timedelta(days=1) if period == "2019" else None
        if period != "2018":
            releases.published(release, by=checker, at=now, embargo_until=until)


if __name__ == "__main__":
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "suoja.settings"
    django.setup()
    _fill()
