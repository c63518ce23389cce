"""`suoja database-roles`: what the public side may do in the database, as PostgreSQL enforces it.

Two roles, so that neither can do what the other is for: one adds letters and sees what lies under a
code that was typed, the other reads what was published. See docs/adr/0033.
"""

import os
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, models, transaction

from suoja.core.command import Command, no_arguments
from suoja.core.errors import Refused
from suoja.core.side import PUBLIC
from suoja.intake.models import Answer, Arrival, ArrivedFile, Draft, Mailbox, NextPage
from suoja.publication.models import Foreword, FrozenFile, Release, ReleaseContent
from suoja.publication.models.release import OUT_STATUSES

ADDER, READER = "suoja_public", "suoja_reader"
PASSWORDS = {ADDER: "SUOJA_PUBLIC_PASSWORD", READER: "SUOJA_READER_PASSWORD"}
HELP = (
    "Make the two PostgreSQL roles of the public side, or bring their rights up to this version; "
    "run it after `suoja migrate`, on the staff side, as the owner of the tables. "
    f"{ADDER} adds letters; {READER} reads what was published; neither may do anything else. "
    "Passwords are read from SUOJA_PUBLIC_PASSWORD and SUOJA_READER_PASSWORD; a role whose "
    "variable is not set keeps the one it has, which `\\password ROLE` in psql changes. "
    "On the public side, SUOJA_DATABASE_URL then names the reader and SUOJA_INTAKE_DATABASE_URL "
    "the other role. Safe to repeat. Example: suoja database-roles"
)

# Rows at the place that a code or a page yields; without one, no row at all.
UNDER_THE_CODE = "lookup = decode(current_setting('suoja.lookup', true), 'hex')"
OF_WHAT_IS_OUT = (
    f"EXISTS (SELECT FROM {Release._meta.db_table} AS release"
    " WHERE release.id = release_id{more})"
)
ANY_ROW = "true"


@dataclass(frozen=True, slots=True)
class Right:
    """What a role may do with the rows of a table that fulfil a condition."""

    role: str
    verb: str
    model: type[models.Model]
    rows: str = ANY_ROW

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    @property
    def columns(self) -> str:
        """Return what of a row is read: nothing that the table says is for staff."""
        private = self.model.Privacy  # type: ignore[attr-defined]
        kept = private.identifying | private.sensitive
        shown = [each for each in self.model._meta.local_concrete_fields if each.name not in kept]
        return f" ({', '.join(str(each.column) for each in shown)})" if self.role == READER else ""

    @property
    def policy(self) -> str:
        """Return the condition as PostgreSQL takes it: of new rows, or of those there are."""
        return f"{'WITH CHECK' if self.verb == 'INSERT' else 'USING'} ({self.rows})"


ADDED = (Arrival, ArrivedFile, Mailbox, Draft, NextPage)
FOUND_AGAIN = (Mailbox, Answer, Draft, NextPage)
STATUSES = ", ".join(f"'{each.value}'" for each in OUT_STATUSES)
RIGHTS = (
    *(Right(ADDER, "INSERT", model) for model in ADDED),
    *(
        Right(ADDER, verb, model, UNDER_THE_CODE)
        for model in FOUND_AGAIN
        for verb in ("SELECT", "DELETE")
    ),
    Right(
        READER,
        "SELECT",
        Release,
        f"status IN ({STATUSES}) AND (embargo_until IS NULL OR embargo_until <= now())",
    ),
    # What was counted or worded anew before it was published is nobody's reading.
    Right(
        READER,
        "SELECT",
        ReleaseContent,
        f"{OF_WHAT_IS_OUT.format(more='')} AND edition = suoja_last_edition(release_id)",
    ),
    Right(
        READER,
        "SELECT",
        Foreword,
        f"{OF_WHAT_IS_OUT.format(more='')} AND id = suoja_last_foreword(release_id, language)",
    ),
    Right(
        READER, "SELECT", FrozenFile, OF_WHAT_IS_OUT.format(more=" AND frozen_at = published_at")
    ),
)
CONTENT, FOREWORD = (each._meta.db_table for each in (ReleaseContent, Foreword))
# A policy may not ask its own table; a function of the owner may.
FUNCTIONS = {
    "suoja_last_edition(bigint)": (
        "smallint",
        f"SELECT max(edition) FROM public.{CONTENT} WHERE release_id = $1",
    ),
    "suoja_last_foreword(bigint, varchar)": (
        "bigint",
        f"SELECT max(id) FROM public.{FOREWORD} WHERE release_id = $1 AND language = $2",
    ),
}


def _run(_: Namespace) -> int:
    if connection.vendor != "postgresql":
        raise Refused("SQLite has no roles: the file is open to whoever may read it. Nothing done.")
    if settings.SITE == PUBLIC:
        raise Refused("Roles are made on the staff side, as the owner of the tables.")
    with transaction.atomic():
        for role in PASSWORDS:
            print(f"{role}: {_made(role)}; {_password(role)}")
        _shut()
        for right in grant():
            print(f"{right.role}: {right.verb} on {right.table}")
    return 0


def _made(role: str) -> str:
    """Make a role that may nothing yet; refuse one that may more than it is given here."""
    found = _ask("SELECT * FROM pg_roles WHERE rolname = %s", role)
    if not found:
        _require_the_right_to_make(role)
        _do(f"CREATE ROLE {role} LOGIN NOINHERIT")
        return "made"
    powers = ("rolsuper", "rolcreaterole", "rolcreatedb", "rolreplication", "rolbypassrls")
    groups = "SELECT FROM pg_auth_members JOIN pg_roles ON member = pg_roles.oid WHERE rolname = %s"
    if any(found[0][power] for power in powers) or _ask(groups, role):
        raise Refused(f"{role} has powers of its own. Take them away first: \\du {role} in psql.")
    return "was there"


def _require_the_right_to_make(role: str) -> None:
    query = "SELECT FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolcreaterole)"
    if not _ask(query):
        raise Refused(
            "This connection may not make roles. Let an administrator say "
            f"CREATE ROLE {role} LOGIN NOINHERIT; and repeat."
        )


def _password(role: str) -> str:
    password = os.environ.get(PASSWORDS[role])
    if not password:
        return f"its password is as it was (set {PASSWORDS[role]}, or \\password {role} in psql)"
    pg = connection.connection.pgconn
    # What goes to the server, and perhaps to its log, is what the server would store.
    verifier = pg.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    _do(f"ALTER ROLE {role} PASSWORD '{verifier}'")
    return "its password is set"


def _shut() -> None:
    """Take away what anybody may do by default, and what the two roles could do so far."""
    name = connection.ops.quote_name(connection.settings_dict["NAME"])
    everybody = ", ".join(("PUBLIC", *PASSWORDS))
    _do(f"REVOKE CREATE, TEMPORARY ON DATABASE {name} FROM {everybody}")
    _do("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    _do(f"REVOKE ALL ON SCHEMA public FROM {ADDER}, {READER}")
    for kind in ("TABLES", "SEQUENCES"):
        _do(f"REVOKE ALL ON ALL {kind} IN SCHEMA public FROM {everybody}")
    _do(f"GRANT CONNECT ON DATABASE {name} TO {ADDER}, {READER}")
    _do(f"GRANT USAGE ON SCHEMA public TO {ADDER}, {READER}")


def grant() -> Iterator[Right]:
    """Give each right, bound to its rows, and yield it."""
    for function, (kind, body) in FUNCTIONS.items():
        _do(
            f"CREATE OR REPLACE FUNCTION {function} RETURNS {kind} LANGUAGE sql STABLE"
            f" SECURITY DEFINER SET search_path = '' AS $${body}$$"
        )
        _do(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC, {ADDER}")
        _do(f"GRANT EXECUTE ON FUNCTION {function} TO {READER}")
    for right in RIGHTS:
        _give(right)
        yield right


def _give(right: Right) -> None:
    policy = f"{right.role}_{right.verb.lower()}"
    _do(f"ALTER TABLE {right.table} ENABLE ROW LEVEL SECURITY")
    _do(f"DROP POLICY IF EXISTS {policy} ON {right.table}")
    _do(f"CREATE POLICY {policy} ON {right.table} FOR {right.verb} TO {right.role} {right.policy}")
    _do(f"GRANT {right.verb}{right.columns} ON {right.table} TO {right.role}")


def _do(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _ask(query: str, *values: str) -> list[dict[str, object]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        names = [each.name for each in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


COMMANDS = (Command("database-roles", HELP, no_arguments, _run),)
