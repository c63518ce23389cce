"""Prints docs/law.md: each provision with its time, its rule, its sources and its tests."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from suoja.law import TIMELINES
from suoja.law.provisions import Provision, Timeline

Tests = Mapping[str, Sequence[str]]

TESTS = Path(__file__).parents[3] / "tests"
MARKER = re.compile(r"^\s*Provisions? (?P<ids>.+?)\.?\s*$", re.MULTILINE)
INTRODUCTION = """\
# The law as dated rules

`law.on(day)` answers with the provisions in force on that day. Their text is in our own words and
is no legal advice. *Not verified* means that no source that we have read says it, or says it of
that time; the note tells what is uncertain. R numbers and inconsistencies are those of the rules
collected from the published reports. A provision holds up to and on the last day named.
"""
TITLES = {
    "admission": "Admission and removal",
    "children": "Children",
    "reflection": "The reflection period",
    "recovery": "The recovery period",
    "identification": "Identification",
    "notification": "Whom to tell",
    "publication": "Small groups in published numbers",
}


def render(tests: Path = TESTS) -> str:
    """Return the page; `tests` is the folder whose tests name the provisions they prove."""
    proofs = proofs_in(tests)
    sections = groupby(TIMELINES, key=_room)
    return "\n".join(
        (INTRODUCTION, *(_section(room, timelines, proofs) for room, timelines in sections))
    )


def proofs_in(tests: Path) -> Tests:
    """Return for each provision the tests whose docstring says `Provision <id>.`"""
    proofs = defaultdict(list)
    for path in sorted(tests.rglob("test_*.py")):
        for test, text in _docstrings(path):
            for name in _named_in(text):
                proofs[name].append(f"{path.relative_to(tests).as_posix()}::{test}")
    return proofs


def _docstrings(path: Path) -> Iterator[tuple[str, str]]:
    """Yield name and docstring of each test in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node.name, ast.get_docstring(node) or ""


def _named_in(text: str) -> Iterator[str]:
    """Yield the provisions that the lines `Provision a.` and `Provisions b, c.` name."""
    for marker in MARKER.finditer(text):
        yield from marker["ids"].split(", ")


def _room(timeline: Timeline[object]) -> str:
    return timeline.subject.partition(".")[0]


def _section(room: str, timelines: Iterator[Timeline[object]], proofs: Tests) -> str:
    body = "\n".join(_subject(timeline, proofs) for timeline in timelines)
    return f"## {TITLES[room]}\n\nRules: `suoja.law.{room}`\n\n{body}"


def _subject(timeline: Timeline[object], proofs: Tests) -> str:
    lines = [f"### `law.on(day).{timeline.subject}`\n"]
    if timeline.before:
        begins = timeline.provisions[0].in_force_from
        lines.append(f"Before {_day(begins)}: {_shown(timeline.otherwise)}. {timeline.before}\n")
    lines += (_provision(each, proofs.get(each.id, ())) for each in timeline.provisions)
    return "\n".join(lines)


def _provision(provision: Provision[object], tests: Sequence[str]) -> str:
    verified = "verified" if provision.verified else "**not verified**"
    facts = {
        "value": _shown(provision.value),
        "in force": _time(provision),
        "sources": f"{'; '.join(provision.sources)} ({verified})",
        "note": provision.note,
        "tests": ", ".join(f"`{each}`" for each in tests) or "none",
    }
    rows = (f"- {name}: {fact}" for name, fact in facts.items() if fact)
    return "\n".join((f"**`{provision.id}`** {provision.text}\n", *rows, ""))


def _shown(value: object) -> str:
    """Return an answer of the law as a word."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return ", ".join(f"`{each}`" for each in sorted(map(str, value))) or "none"
    return f"`{value}`" if isinstance(value, StrEnum) else str(value) or "none"


def _time(provision: Provision[object]) -> str:
    if provision.in_force_to is None:
        return f"since {_day(provision.in_force_from)}"
    last = date.fromordinal(provision.in_force_to.toordinal() - 1)
    return f"{_day(provision.in_force_from)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
