"""`suoja database-roles` says what it does, may be repeated, and gives no more than it says."""

from pathlib import Path

import pytest
from django.db import connection

from promises.database import PASSWORDS, Database
from sides import suoja
from suoja import cli

pytestmark = pytest.mark.xdist_group("roles")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has roles")
@pytest.mark.django_db
def test_sqlite_has_no_roles(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["database-roles"]) == 2
    assert "SQLite has no roles" in capsys.readouterr().err


def again(database: Database, **settings: str) -> tuple[int, str]:
    done = suoja("database-roles", home=database.home, **{**database.of_staff, **settings})
    return done.returncode, done.stdout + done.stderr


def test_it_may_be_repeated_and_says_what_it_did(database: Database) -> None:
    once, twice = again(database), again(database)

    assert once == twice
    assert once[0] == 0
    assert "suoja_public: was there; its password is as it was" in once[1]
    assert "suoja_public: INSERT on intake_arrival\n" in once[1]
    assert "suoja_reader: SELECT on publication_release\n" in once[1]


def test_a_password_is_set_from_outside_and_never_told(database: Database) -> None:
    code, said = again(database, **PASSWORDS)
    with database.connected() as owner:
        query = "SELECT rolpassword FROM pg_authid WHERE rolname = 'suoja_public'"
        (kept,) = owner.execute(query).fetchone()

    assert (code, "its password is set" in said) == (0, True)
    assert PASSWORDS["SUOJA_PUBLIC_PASSWORD"] not in said
    assert kept.startswith("SCRAM-SHA-256$")


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("ALTER ROLE suoja_public BYPASSRLS", "ALTER ROLE suoja_public NOBYPASSRLS"),
        ("GRANT pg_read_all_data TO suoja_public", "REVOKE pg_read_all_data FROM suoja_public"),
    ],
)
def test_a_role_with_powers_of_its_own_is_refused(database: Database, more: str, less: str) -> None:
    with database.connected() as owner:
        owner.execute(more)
        code, said = again(database)
        owner.execute(less)

    assert (code, "suoja_public has powers of its own" in said) == (2, True)


def test_what_somebody_granted_by_hand_is_taken_away(database: Database) -> None:
    with database.connected() as owner:
        owner.execute("GRANT ALL ON persons_person, intake_arrival TO suoja_public, PUBLIC")
        again(database)
        query = """
            SELECT grantee, privilege_type FROM information_schema.table_privileges
            WHERE table_name IN ('persons_person', 'intake_arrival') AND grantee <> 'suoja'
        """
        granted = owner.execute(query).fetchall()

    assert granted == [("suoja_public", "INSERT")]


def test_the_public_side_makes_no_roles(database: Database) -> None:
    code, said = again(database, SUOJA_SITE="public")

    assert (code, "staff side" in said) == (2, True)


def test_the_public_side_leaves_tables_to_the_staff_side_and_passes_its_check(
    database: Database, tmp_path: Path
) -> None:
    done = suoja("check", home=tmp_path, **database.of_public)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.django_db
def test_who_may_not_make_roles_is_told_who_can(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER ROLE suoja_reader RENAME TO suoja_reader_for_now")
        cursor.execute("CREATE ROLE suoja_plain")
        cursor.execute("SET LOCAL ROLE suoja_plain")
        code = cli.main(["database-roles"])

    assert code == 2
    assert "Let an administrator say CREATE ROLE suoja_reader" in capsys.readouterr().err
