"""A folder appears whole or not at all, and never in the place of somebody else's."""

from pathlib import Path

import pytest

from suoja.statistics.disclose.fault import Fault
from suoja.statistics.disclose.folder import check_folder, write_folder

OURS = {"audit.json": '{"written_by": "suoja disclose"}'}


def written(folder: Path, **public: str) -> Path:
    check_folder(folder)
    write_folder(folder, public, OURS)
    return folder


def test_a_folder_is_written_again_without_what_was_there(tmp_path: Path) -> None:
    written(tmp_path / "out", **{"old.csv": "1"})
    folder = written(tmp_path / "out", **{"new.csv": "2"})

    assert sorted(path.name for path in folder.iterdir()) == ["audit.json", "new.csv"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    assert (written(tmp_path / "out", a="1") / "a").exists()


@pytest.mark.parametrize("text", ["{}", "[]", "no JSON", '{"written_by": "somebody"}'])
def test_a_folder_of_somebody_else_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "audit.json").write_text(text)

    with pytest.raises(Fault, match="did not write this folder"):
        check_folder(tmp_path)


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")

    with pytest.raises(Fault, match="this is a file"):
        check_folder(tmp_path / "out")


def test_what_a_stopped_run_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".out.new").mkdir()
    (tmp_path / ".out.new" / "half.csv").write_text("")
    written(tmp_path / "out", a="1")

    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_a_stopped_run_put_aside_comes_back(tmp_path: Path) -> None:
    written(tmp_path / "out", a="1").rename(tmp_path / ".out.old")
    check_folder(tmp_path / "out")

    assert (tmp_path / "out" / "a").read_text() == "1"
