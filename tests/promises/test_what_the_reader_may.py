"""On PostgreSQL the public pages read what was ever published, and know of nothing else."""

from collections.abc import Iterator, Mapping

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from addresses import every_address
from promises.database import Database
from sides import Asked, ask

pytestmark = pytest.mark.xdist_group("roles")
READ = {
    "publication_foreword",
    "publication_frozenfile",
    "publication_release",
    "publication_releasecontent",
}
FOR_STAFF = {
    "publication_release": ("finding", "drafted_by_id", "checked_by_id", "published_by_id"),
    "publication_releasecontent": ("facts_sealed", "tables_sealed", "witnesses_sealed"),
    "publication_foreword": ("written_by_id",),
}
EVERY_PUBLIC_ONE = [
    each.example for each in every_address() if not each.example.startswith("/staff/")
]
VERSION = "/en/reports/2020/version-1/"
PUBLISHED = [
    "/en/statistics/",
    "/en/series/new_clients_by_form/",
    "/en/reports/2020/",
    "/en/reports/2020/tables/new_clients_by_sex/",
    "/en/reports/feed.atom",
    VERSION,
    f"{VERSION}zip/",
    f"{VERSION}tables/new_clients_by_sex/csv/",
]
# What was frozen is never changed; here it is, to see what the reader makes of it.
NOT_BY_THE_PROGRAM = "SET session_replication_role = replica"
EARLIER = """
    UPDATE publication_release SET published_at = now() - interval '1 day' WHERE period = '2019'
"""
VERBS = ("INSERT INTO {} DEFAULT VALUES", "DELETE FROM {}", "TRUNCATE {}")


@pytest.fixture
def reader(database: Database) -> Iterator[psycopg.Connection]:
    with database.connected("suoja_reader") as line:
        yield line


def is_refused(line: psycopg.Connection, statement: str) -> bool:
    try:
        line.execute(statement)
    except InsufficientPrivilege:
        return True
    return False


def test_only_publications_are_read(database: Database, reader: psycopg.Connection) -> None:
    tables = database.tables()
    read = {table for table in tables if not is_refused(reader, f"SELECT count(*) FROM {table}")}

    assert read == READ
    assert {"intake_arrival", "intake_message", "persons_person", "referrals_referral"} < {*tables}


@pytest.mark.parametrize("statement", VERBS)
def test_nothing_is_written(database: Database, reader: psycopg.Connection, statement: str) -> None:
    tables = database.tables()

    assert [each for each in tables if not is_refused(reader, statement.format(each))] == []


@pytest.mark.parametrize("table", FOR_STAFF)
def test_what_is_for_staff_is_not_read(reader: psycopg.Connection, table: str) -> None:
    for column in FOR_STAFF[table]:
        assert is_refused(reader, f"SELECT {column} FROM {table}")


def test_neither_drafts_nor_what_is_under_embargo_are_there(
    database: Database, reader: psycopg.Connection
) -> None:
    with database.connected() as owner:
        all_of_them = owner.execute("SELECT period FROM publication_release ORDER BY 1").fetchall()

    assert all_of_them == [("2018",), ("2019",), ("2020",)]
    assert reader.execute("SELECT period FROM publication_release").fetchall() == [("2020",)]
    contents = "SELECT count(*) FROM publication_releasecontent"
    assert reader.execute(contents).fetchone() == (1,)


def test_an_embargo_ends_at_its_hour(database: Database, reader: psycopg.Connection) -> None:
    query = "SELECT period FROM publication_release ORDER BY 1"
    update = "UPDATE publication_release SET embargo_until = {} WHERE period = '2019'"
    with database.connected() as owner:
        owner.execute(NOT_BY_THE_PROGRAM)
        owner.execute(EARLIER)
        owner.execute(update.format("now() + interval '1 minute'"))
        before = reader.execute(query).fetchall()
        owner.execute(update.format("now()"))
        after = reader.execute(query).fetchall()
        owner.execute(update.format("now() + interval '1 day'"))

    assert (before, after) == ([("2020",)], [("2019",), ("2020",)])


def test_of_what_was_counted_anew_only_the_last_is_there(
    database: Database, reader: psycopg.Connection
) -> None:
    copied = """
        INSERT INTO publication_releasecontent (release_id, edition, frozen_at, facts_sealed,
            facts_digest, tables_sealed, public_tables, public_digest)
        SELECT release_id, edition + 1, now(), '', '', '', public_tables, public_digest
        FROM publication_releasecontent WHERE edition = 1
    """
    with database.connected() as owner:
        owner.execute(NOT_BY_THE_PROGRAM)
        owner.execute(copied)
        seen = reader.execute("SELECT edition FROM publication_releasecontent").fetchall()
        owner.execute("DELETE FROM publication_releasecontent WHERE edition = 2")

    assert seen == [(2,)]


@pytest.fixture(scope="module")
def asked(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Asked]:
    """Ask every public address of a process that has the two roles."""
    home = tmp_path_factory.mktemp("public")
    return ask("public", [*EVERY_PUBLIC_ONE, *PUBLISHED], home, **database.of_public)


def test_public_pages_need_no_more(asked: Mapping[str, Asked]) -> None:
    assert {path: told.status for path, told in asked.items() if told.status >= 500} == {}
    assert {asked[path].status for path in PUBLISHED} == {200}


def test_a_draft_is_on_no_page(asked: Mapping[str, Asked]) -> None:
    assert [path for path, told in asked.items() if "/reports/2018/" in told.text] == []
    assert [path for path, told in asked.items() if "/reports/2019/" in told.text] == []
