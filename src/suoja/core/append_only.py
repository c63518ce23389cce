"""Tables whose rows the database itself refuses to change or remove."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

# Every table that a migration made append-only in this process.
TABLES: list[str] = []

_SQLITE = """
CREATE TRIGGER {table}_refuses_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
_POSTGRESQL = """
CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation'; END
$$;
CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_refuse()
"""


def _statements(vendor: str, table: str) -> tuple[list[str], list[str]]:
    """Return how to make the triggers of a table, and how to drop them."""
    if vendor == "postgresql":
        drop = f"DROP TRIGGER {table}_refuses_change ON {table}"
        return [_POSTGRESQL.format(table=table)], [drop]
    verbs = ("UPDATE", "DELETE")
    make = [_SQLITE.format(table=table, verb=verb) for verb in verbs]
    return make, [f"DROP TRIGGER {table}_refuses_{verb}" for verb in verbs]


def append_only(table: str) -> RunPython:
    """Migration: from now on rows of this table are only added."""

    def refuse_changes(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _statements(schema_editor.connection.vendor, table)[0]:
            schema_editor.execute(statement, params=None)
        TABLES.append(table)

    def allow_changes(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _statements(schema_editor.connection.vendor, table)[1]:
            schema_editor.execute(statement, params=None)

    return RunPython(refuse_changes, allow_changes)


@contextmanager
def lifted(tables: Iterable[str]) -> Iterator[None]:
    """Let an owner of the database, such as the tests between two tests, empty these tables."""
    statements = [_statements(connection.vendor, table) for table in tables]
    with connection.cursor() as cursor:
        for _make, drop in statements:
            for statement in drop:
                cursor.execute(statement)
    yield
    with connection.cursor() as cursor:
        for make, _drop in statements:
            for statement in make:
                cursor.execute(statement)
