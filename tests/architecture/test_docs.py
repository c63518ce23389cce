"""Documents and code say the same."""

import re
from pathlib import Path

import pytest

from architecture.sources import CHECKOUT, PACKAGE, rooms
from suoja import cli, handbook

DOCS = [CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *CHECKOUT.glob("docs/**/*.md")]
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code_in(path: Path) -> str:
    return "\n".join(CODE.findall(read(path)))


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_a_make_target_that_a_document_names_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", read(CHECKOUT / "Makefile"), re.MULTILINE))

    assert set(re.findall(r"\bmake ([a-z-]+)", code_in(path))) - targets == set()


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_a_command_that_a_document_names_exists(path: Path) -> None:
    commands = {command.name for command in cli.commands()}

    assert set(re.findall(r"(?<![\w./])suoja ([a-z-]+)\b", code_in(path))) - commands == set()


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_a_file_that_a_document_links_to_exists(path: Path) -> None:
    missing = [link for link in LINK.findall(read(path)) if not (path.parent / link).exists()]

    assert missing == []


def test_every_room_is_in_the_architecture() -> None:
    text = read(CHECKOUT / "docs" / "architecture.md")

    assert [room for room in rooms() if f"{room}" not in text] == []


def test_every_setting_from_outside_is_documented() -> None:
    told = "\n".join(map(read, DOCS))
    used = set(re.findall(r"SUOJA_[A-Z_]+", "\n".join(map(read, PACKAGE.rglob("*.py")))))

    assert {name for name in used if name not in told} == set()


def test_every_command_is_documented() -> None:
    told = "\n".join(map(code_in, DOCS))

    assert [one.name for one in cli.commands() if f"suoja {one.name}" not in told] == []


def test_generated_pages_say_what_the_code_says() -> None:
    assert handbook.stale() == []


def test_no_two_decision_records_have_one_number() -> None:
    numbers = [path.name[:4] for path in CHECKOUT.glob("docs/adr/*.md")]

    assert sorted(numbers) == sorted(set(numbers))


def test_every_room_tells_its_story() -> None:
    silent = [
        room
        for room in rooms()
        if not (PACKAGE / room / "__init__.py").read_text().startswith('"""')
    ]

    assert silent == []
