"""A letter goes its whole way through two served sides, each with no more than its roles."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from promises.database import Database, made_database
from promises.staff_work import staff_work
from served import Served, Visitor, code_on, hidden, serve

pytestmark = pytest.mark.xdist_group("roles")
PATH = "/en/8/"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Make a database of its own: letters come and go."""
    with made_database(f"suoja_letters_{os.getpid()}", tmp_path_factory.mktemp("staff")) as made:
        yield made


@pytest.fixture
def served(database: Database, tmp_path: Path) -> Iterator[Served]:
    shutil.copy(database.home / "duty.pub", tmp_path)
    with database.connected() as owner:
        owner.execute("TRUNCATE intake_arrival, intake_mailbox, intake_answer, intake_draft")
    with serve(tmp_path, **database.of_public) as served:
        yield served


def test_written_answered_read_written_again_and_erased(served: Served, database: Database) -> None:
    visitor, staff = Visitor(served.port), database.of_staff
    page = visitor.get(PATH)
    page = visitor.post(PATH, {"step": "letter", "message": "First", **hidden(page)})
    code = code_on(page)
    visitor.post(PATH, {"step": "code", "type": code, **hidden(page)})
    assert staff_work(database.home, "We are here.", **staff) == [["First", "We are here."]]

    page = visitor.post(PATH, {"step": "open", "code": code})
    assert "We are here." in page
    page = visitor.post(PATH, {"step": "again", "message": "Second", **hidden(page)})
    assert staff_work(database.home, **staff) == [["First", "We are here.", "Second"]]

    page = visitor.post(PATH, {"step": "erase", "erase_sure": "on", **hidden(page)})
    assert staff_work(database.home, **staff) == []
    assert "We are here." not in visitor.post(PATH, {"step": "open", "code": code})
    assert (visitor.status, visitor.kept, served.said.count(b"ERROR")) == (200, {}, 0)


def test_the_public_folder_has_nothing_that_opens_a_letter(
    served: Served, database: Database
) -> None:
    visitor = Visitor(served.port)
    page = visitor.get(PATH)
    visitor.post(PATH, {"step": "letter", "message": "First", **hidden(page)})
    kept = {path.name for path in served.home.iterdir() if path.is_file()}

    assert kept == {"duty.pub", "secret.key", "stdout", "stderr"}
    assert (database.home / "duty.keys").exists()
