"""The locks name every package with its hashes, and no address of a registry."""

import re
import tomllib
from pathlib import Path

import pytest

from architecture.sources import CHECKOUT

LOCKS = sorted((CHECKOUT / "requirements").glob("*.txt"))
NAME = re.compile(r"^[A-Za-z0-9._-]+")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted() -> set[str]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return {normal(match.group()) for line in lines if (match := NAME.match(line))}


def locked(path: Path) -> set[str]:
    return {normal(line.split("==")[0]) for line in path.read_text().splitlines() if "==" in line}


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_holds_no_address(path: Path) -> None:
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", path.read_text())


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_a_hash(path: Path) -> None:
    packages = re.split(r"\n(?=[a-z])", path.read_text().strip())

    assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_every_dependency_is_locked() -> None:
    assert wanted() - locked(CHECKOUT / "requirements" / "dev.txt") == set()


def test_every_dependency_has_a_sentence_of_reason() -> None:
    text = (CHECKOUT / "pyproject.toml").read_text()
    listed = re.search(r"\ndependencies = \[(.*?)\n\]", text, re.DOTALL)

    assert listed
    assert [line for line in listed.group(1).splitlines() if line and "  # " not in line] == []
