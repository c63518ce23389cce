"""docs/rooms.md: each room's own story, and who may do what."""

import tomllib
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from django.conf import settings

from suoja.accounts.choices import Role
from suoja.accounts.permissions import TABLE, Permission


def rooms() -> Iterator[ModuleType]:
    """Yield the packages of the rooms, in the order in which data flows: that of the contract."""
    project = tomllib.loads((settings.PACKAGE.parents[1] / "pyproject.toml").read_text())
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    for name in reversed([layer.strip("()") for layer in layers]):
        if name != "handbook" and (settings.PACKAGE / name).is_dir():
            yield import_module(f"suoja.{name}")


def render() -> str:
    return "\n\n".join(["# Rooms", *map(_room, rooms()), "## Who may do what", *_permissions()])


def _room(room: ModuleType) -> str:
    return f"## {room.__name__.partition('.')[2]}\n\n{(room.__doc__ or '').strip()}"


def _permissions() -> Iterator[str]:
    roles = list(Role)
    head = ["permission", *(str(role.label) for role in roles)]
    rows = [
        [permission.value, *("yes" if permission in TABLE[role] else "" for role in roles)]
        for permission in Permission
    ]
    yield "\n".join(_line(row) for row in [head, ["---"] * len(head), *rows])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
