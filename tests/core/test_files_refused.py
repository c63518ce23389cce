"""A file that is not to be opened harms nobody: it is refused, within little memory and time."""

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from threading import Thread

import pikepdf
import pytest
from django.utils import translation

from at_once import at_once
from bombs import BOMBS, endless_shades, many_pages
from strange_files import FILES, PAPERS
from suoja.core.copying.process import MOST_MEMORY, MOST_SECONDS
from suoja.core.files import MOST_BYTES, FileRefused, Kind, Refusal, examination, examine

EXAMINE = """
import resource, sys
from suoja.core.files import FileRefused, examine
try:
    end = examine(sys.stdin.buffer.read()).kind
except FileRefused as refused:
    end = refused.code
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(end, used.ru_maxrss * 1024, used.ru_utime + used.ru_stime)
"""


def refusal_of(content: bytes) -> Refusal:
    with pytest.raises(FileRefused) as refused:
        examine(content)
    return refused.value.code


def examined_apart(content: bytes) -> list[str]:
    """Return how a small process, which examines one file, saw that end, and what it took."""
    command = [sys.executable, "-c", EXAMINE]
    ended = subprocess.run(command, input=content, capture_output=True, check=True)
    return ended.stdout.decode().split()


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_within_its_memory_and_time(name: str) -> None:
    make, refusal = BOMBS[name]
    end, memory, seconds = examined_apart(make())

    assert end == refusal
    assert int(memory) < MOST_MEMORY == 256 * 2**20
    assert float(seconds) < MOST_SECONDS


@pytest.mark.thorough
def test_a_paper_that_is_drawn_for_ever_is_given_up() -> None:
    end, _memory, seconds = examined_apart(endless_shades())

    assert end == Refusal.BOMB
    assert float(seconds) < MOST_SECONDS + 1


def test_fifty_pages_are_copied_and_one_more_is_not() -> None:
    with pikepdf.open(BytesIO(examine(many_pages(50)).content)) as pdf:
        assert len(pdf.pages) == 50

    assert refusal_of(many_pages(51)) is Refusal.TOO_LARGE


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "MOST_SECONDS", 0)

    assert refusal_of(FILES["gif"]) is Refusal.BOMB


def test_more_than_ten_megabytes_are_not_opened() -> None:
    assert refusal_of(FILES["gif"].ljust(MOST_BYTES + 1)) is Refusal.TOO_LARGE
    assert examine(FILES["gif"].ljust(MOST_BYTES)).kind is Kind.GIF


@pytest.mark.parametrize("content", [b"", b"Mirela.jpg", b"\xff\xd8", b"GIF88a", b"\0" * 40])
def test_what_is_neither_picture_nor_paper_is_of_no_known_kind(content: bytes) -> None:
    assert refusal_of(content) is Refusal.UNKNOWN_KIND


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_lost_its_end_is_broken(name: str) -> None:
    end = 200 if name in PAPERS else len(FILES[name]) // 2

    assert refusal_of(FILES[name][:end]) is Refusal.BROKEN


def test_a_locked_paper_is_broken() -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(PAPERS["pdf author"])) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))

    assert refusal_of(locked.getvalue()) is Refusal.BROKEN


@pytest.mark.parametrize("code", Refusal)
def test_a_refusal_says_in_each_language_what_to_do(code: Refusal) -> None:
    said = set()
    for language in ("en", "fi", "sv"):
        with translation.override(language):
            said.add(str(FileRefused(code)))

    assert len(said) == 3


def test_nothing_is_written_to_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)

    for name in ("heic", "pdf form"):
        examine(FILES[name])

    assert tempfile.gettempdir() == str(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_process_apart_can_write_no_file(tmp_path: Path) -> None:
    confined = "from suoja.core.copying.process import confine; confine()"
    write = f"open({str(tmp_path / 'trace')!r}, 'wb', buffering=0).write(b'Mirela')"
    ended = examination._ended([sys.executable, "-c", f"{confined}; {write}"], b"")

    assert ended.returncode == 1
    assert (tmp_path / "trace").read_bytes() == b""


def test_the_process_apart_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUOJA_DATABASE_URL", "postgresql://a:secret@b/c")
    show = "import os; print(dict(os.environ))"

    assert b"secret" not in examination._ended([sys.executable, "-c", show], b"").stdout


def test_a_program_that_cannot_begin_is_not_blamed_on_the_file() -> None:
    with pytest.raises(RuntimeError, match="did not begin"):
        examination._copied(b"", "nothing")


def test_many_files_at_once_get_each_its_own_copy() -> None:
    found = at_once(6, lambda: examine(FILES["gif"]))

    assert found == [examine(FILES["gif"])] * 6


def test_no_third_file_is_opened_beside_two_others() -> None:
    third = Thread(target=examine, args=[FILES["gif"]])
    with examination._AT_ONCE, examination._AT_ONCE:
        third.start()
        third.join(timeout=1)
        assert third.is_alive()
    third.join()
