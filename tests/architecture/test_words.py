"""Words that do not belong into the sources."""

import re
import subprocess
from pathlib import Path

from architecture.sources import CHECKOUT

UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
REGISTRIES = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org")
TEXT = {".py", ".html", ".css", ".js", ".md", ".toml", ".txt", ".po", ""}


def committed() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    paths = [CHECKOUT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.suffix in TEXT and path.is_file()]


def found(pattern: re.Pattern[str]) -> list[Path]:
    return [
        path
        for path in committed()
        if path != Path(__file__).resolve() and pattern.search(path.read_text(encoding="utf-8"))
    ]


def test_nothing_is_marked_as_unfinished() -> None:
    assert found(UNFINISHED) == []


def test_no_registry_is_named() -> None:
    assert found(REGISTRIES) == []
