"""What a browser keeps of a visit on the disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import FLAGS


@pytest.fixture
def profile(tmp_path: Path, chromium: Browser, address: str) -> Iterator[tuple[Path, Page]]:
    """Return the folder in which a browser keeps what it knows, and a page of that browser."""
    folder = tmp_path / "profile"
    found = shutil.which("chromium") or shutil.which("google-chrome")
    context = chromium.browser_type.launch_persistent_context(
        str(folder), executable_path=found, args=FLAGS, base_url=address
    )
    yield folder, context.new_page()
    context.close()


def found_in(folder: Path, traces: list[str]) -> list[str]:
    """Return where any of these words lies in any file, in one or two bytes a letter."""
    wanted = {word.encode(how): word for word in traces for how in ("utf-8", "utf-16-le")}
    return [
        f"{path.name}: {word}"
        for path in folder.rglob("*")
        if path.is_file()
        for sign, word in wanted.items()
        if sign in path.read_bytes()
    ]
