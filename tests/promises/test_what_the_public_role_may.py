"""On PostgreSQL the public side adds letters, and sees what lies under a code that was typed."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from promises.database import Database

pytestmark = pytest.mark.xdist_group("roles")
ADDED = {
    "intake_arrival",
    "intake_arrivedfile",
    "intake_draft",
    "intake_mailbox",
    "intake_nextpage",
}
# Under a code something may be read or erased, and without one no row is there.
FOUND_AGAIN = {"intake_answer", "intake_draft", "intake_mailbox", "intake_nextpage"}
ALLOWED = {"SELECT": FOUND_AGAIN, "DELETE": FOUND_AGAIN, "UPDATE": set(), "TRUNCATE": set()}
STATEMENTS = {
    "SELECT": "SELECT * FROM {}",
    "DELETE": "DELETE FROM {}",
    "UPDATE": "UPDATE {0} SET {1} = {1}",
    "TRUNCATE": "TRUNCATE {}",
}


@pytest.fixture
def public(database: Database) -> Iterator[psycopg.Connection]:
    with database.connected("suoja_public") as line:
        yield line


def is_refused(line: psycopg.Connection, statement: str) -> bool:
    try:
        line.execute(statement)
    except InsufficientPrivilege:
        return True
    return False


def column_of(database: Database, table: str) -> str:
    query = "SELECT column_name FROM information_schema.columns WHERE table_name = %s LIMIT 1"
    with database.connected() as line:
        (name,) = line.execute(query, [table]).fetchone()
    return str(name)


@pytest.mark.parametrize("verb", STATEMENTS)
def test_nothing_is_read_or_changed_but_what_lies_under_a_code(
    database: Database, public: psycopg.Connection, verb: str
) -> None:
    tables = database.tables()
    allowed = {
        table
        for table in tables
        if not is_refused(public, STATEMENTS[verb].format(table, column_of(database, table)))
    }

    assert len(tables) > 40
    assert allowed == ALLOWED[verb]


def test_only_what_arrives_is_added(database: Database, public: psycopg.Connection) -> None:
    allowed = set()
    for table in database.tables():
        try:
            public.execute(f"INSERT INTO {table} DEFAULT VALUES")
        except InsufficientPrivilege:
            continue
        except psycopg.Error:
            allowed.add(table)  # it failed for another reason: a column that has to be given

    assert allowed == ADDED


@pytest.mark.parametrize("table", sorted(FOUND_AGAIN))
def test_without_a_code_no_row_is_there(
    database: Database, public: psycopg.Connection, table: str
) -> None:
    with database.connected() as owner:
        (rows,) = owner.execute(f"SELECT count(*) FROM {table}").fetchone()

    assert rows == 1
    for guess in ("", "00" * 16):
        public.execute("SELECT set_config('suoja.lookup', %s, false)", [guess])
        assert public.execute(f"SELECT * FROM {table}").fetchall() == []
        assert public.execute(f"DELETE FROM {table}").rowcount == 0


def test_with_the_place_of_a_code_its_own_rows_are_noise(
    database: Database, public: psycopg.Connection
) -> None:
    with database.connected() as owner:
        (lookup,) = owner.execute("SELECT lookup FROM intake_mailbox").fetchone()
    public.execute("SELECT set_config('suoja.lookup', %s, false)", [lookup.hex()])

    assert public.execute("SELECT lookup FROM intake_mailbox").fetchall() == [(lookup,)]
    assert public.execute("SELECT sealed FROM intake_answer").fetchall() == [(b"noise",)]
    assert public.execute("SELECT sealed FROM intake_draft").fetchall() == [(b"noise",)]


@pytest.mark.parametrize("role", ["suoja_public", "suoja_reader"])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (a int)",
        "CREATE TEMPORARY TABLE mine (a int)",
        "CREATE ROLE mine",
        "CREATE SCHEMA mine",
        "SELECT nextval('accounts_staff_id_seq')",
        "SET ROLE suoja",
        "COPY (SELECT 1) TO '/tmp/suoja-copied'",
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "SELECT pg_read_file('/etc/passwd')",
        "ALTER TABLE intake_mailbox DISABLE ROW LEVEL SECURITY",
        "DROP POLICY suoja_public_select ON intake_mailbox",
    ],
)
def test_neither_role_can_make_itself_more(database: Database, role: str, statement: str) -> None:
    with database.connected(role) as line:
        assert is_refused(line, statement)
