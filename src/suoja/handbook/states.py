"""docs/states.md: which state may follow which, drawn from the rules."""

from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from suoja.handbook.rooms import rooms

Table = Mapping[Any, frozenset[Any]]


def tables() -> Iterator[tuple[str, Table]]:
    """Yield each room that has states, with its table NEXT."""
    for room in rooms():
        if find_spec(f"{room.__name__}.rules"):
            table = getattr(import_module(f"{room.__name__}.rules"), "NEXT", None)
            if table is not None:
                yield room.__name__.partition(".")[2], table


def render() -> str:
    return "\n\n".join(["# States", *(_section(room, table) for room, table in tables())])


def _section(room: str, table: Table) -> str:
    diagram = "\n".join(["stateDiagram-v2", *(f"    {line}" for line in arrows(table))])
    return f"## {room}\n\n```mermaid\n{diagram}\n```"


def arrows(table: Table) -> Iterator[str]:
    """Yield the arrows of a diagram: where one starts, every step, where it ends."""
    reached = frozenset().union(*table.values())
    yield from (f"[*] --> {_word(state)}" for state in table if state not in reached)
    for state, following in table.items():
        yield from (f"{_word(state)} --> {_word(after)}" for after in sorted(following, key=_word))
    yield from (f"{_word(state)} --> [*]" for state in table if not table[state])


def _word(state: object) -> str:
    return str(state.value) if isinstance(state, Enum) else str(state)
