"""`suoja docs`: the pages of `docs/` that are printed from the code, so that they cannot lie."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from django.conf import settings
from django.utils import translation

from suoja.core.command import Command, no_arguments
from suoja.core.errors import Refused
from suoja.handbook import privacy, rooms, states
from suoja.law import document as law
from suoja.statistics import catalogue as measures
from suoja.statistics.exposure import document as exposure

NOTE = "<!-- Written by `suoja docs`; change the code, not this page. -->\n\n"
PAGES: Mapping[str, Callable[[], str]] = {
    "exposure.md": exposure.render,
    "law.md": law.render,
    "measures.md": measures.render,
    "privacy.md": privacy.render,
    "rooms.md": rooms.render,
    "states.md": states.render,
}


def folder() -> Path:
    """Return `docs/` of the checkout that this program runs from."""
    checkout: Path = settings.PACKAGE.parents[1]
    if not (checkout / "pyproject.toml").exists():
        raise Refused("There is no checkout here whose docs could be written.")
    return checkout / "docs"


def pages() -> dict[Path, str]:
    """Return each generated page with what it should say."""
    with translation.override("en"):
        return {folder() / name: NOTE + render().strip() + "\n" for name, render in PAGES.items()}


def stale() -> list[Path]:
    """Return the pages that say something else than the code."""
    return [
        path
        for path, text in pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def _run(_: Namespace) -> int:
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(path)
    return 0


COMMANDS = (
    Command(
        "docs",
        "Write the pages of docs/ that are printed from the code. Example: suoja docs",
        no_arguments,
        _run,
    ),
)
