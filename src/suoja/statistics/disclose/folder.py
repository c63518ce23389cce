"""Write a folder whole or not at all, and never over somebody else's."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from suoja.statistics.disclose.fault import Fault

AUDIT = "audit.json"
WRITTEN_BY = "suoja disclose"
INSIDE_ONLY = 0o600


def check_folder(target: Path) -> None:
    """Refuse a folder that may not be replaced; bring back one that a stopped run put aside."""
    aside, target = _aside(target, "old"), target.absolute()
    if aside.exists() and not target.exists():
        aside.rename(target)
    if target.exists() and not target.is_dir():
        raise Fault(target, "this is a file: name a folder with -o.")
    if target.exists() and any(target.iterdir()) and not _is_ours(target):
        raise Fault(target, f"`{WRITTEN_BY}` did not write this folder: name another one with -o.")


def write_folder(target: Path, public: Mapping[str, str], inside: Mapping[str, str]) -> None:
    """Write files into a new folder, then put it in the place of the old one."""
    fresh, old, target = _aside(target, "new"), _aside(target, "old"), target.absolute()
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, text in inside.items():
        (fresh / name).touch(INSIDE_ONLY)
        (fresh / name).write_text(text, encoding="utf-8")
    for name, text in public.items():
        (fresh / name).write_text(text, encoding="utf-8", newline="")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _aside(target: Path, word: str) -> Path:
    absolute = target.absolute()
    return absolute.with_name(f".{absolute.name}.{word}")


def _is_ours(folder: Path) -> bool:
    try:
        found = json.loads((folder / AUDIT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("written_by") == WRITTEN_BY
