"""Where in a TOML file a key stands: `tomllib` reads values and forgets their lines."""

import re
from collections.abc import Iterator
from pathlib import Path

from suoja.statistics.disclose.fault import Fault

Key = str | int

_SEGMENT = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|'[^']*')"""
_DOTTED = rf"{_SEGMENT}(?:\s*\.\s*{_SEGMENT})*"
_LIST_HEADER = re.compile(rf"\s*\[\[\s*({_DOTTED})\s*\]\]")
_HEADER = re.compile(rf"\s*\[\s*({_DOTTED})\s*\]")
_ASSIGNMENT = re.compile(rf"\s*({_DOTTED})\s*=")
_QUOTED_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'[^']*')|#.*""")


class Places:
    """Where each key of a TOML text stands, so that a refusal can point at it."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()
        self._places = dict(_scan(self._lines))

    def fault(self, sentence: str, *keys: Key, word: str | None = None) -> Fault:
        """Return a fault at this key, or at a quoted word of its value."""
        line, column = self.of(*keys, word=word)
        return Fault(self._path, sentence, line, column)

    def of(self, *keys: Key, word: str | None = None) -> tuple[int, int]:
        """Return line and column of the key, or of the nearest key above it."""
        for end in range(len(keys), 0, -1):
            if keys[:end] in self._places:
                below = keys[end] if end < len(keys) else None
                wanted = word if word is not None else below
                return self._within(self._places[keys[:end]], wanted)
        return 1, 1

    def _within(self, place: tuple[int, int], word: Key | None) -> tuple[int, int]:
        """Return where a word stands at or after a place; the place itself if it does not."""
        if not isinstance(word, str):
            return place
        pattern = re.compile(
            rf"""["']{re.escape(word)}["']|(?<![\w-]){re.escape(word)}(?=\s*[.=])"""
        )
        line, column = place
        for number, text in enumerate(self._lines[line - 1 :], line):
            found = pattern.search(text, column - 1 if number == line else 0)
            if found:
                return number, found.start() + 1
        return place


def _scan(lines: list[str]) -> Iterator[tuple[tuple[Key, ...], tuple[int, int]]]:
    table: tuple[Key, ...] = ()
    met: dict[tuple[Key, ...], int] = {}
    depth = 0
    for number, line in enumerate(lines, 1):
        if depth == 0:
            found = _LIST_HEADER.match(line) or _HEADER.match(line)
            assigned = None if found else _ASSIGNMENT.match(line)
            if found:
                table = _opened(line, _segments(found[1]), met)
                yield table, (number, found.start(1) + 1)
                continue
            if assigned:
                yield (*table, *_segments(assigned[1])), (number, assigned.start(1) + 1)
        depth = max(0, depth + _opens(line))


def _opened(line: str, keys: tuple[Key, ...], met: dict[tuple[Key, ...], int]) -> tuple[Key, ...]:
    """Return the path of a table; each table of a list is numbered from 0."""
    if not _LIST_HEADER.match(line):
        return keys
    met[keys] = met.get(keys, -1) + 1
    return (*keys, met[keys])


def _segments(dotted: str) -> tuple[Key, ...]:
    return tuple(found.strip("\"'") for found in re.findall(_SEGMENT, dotted))


def _opens(line: str) -> int:
    """Return how many brackets a line leaves open, negative if it closes more."""
    bare = _QUOTED_OR_COMMENT.sub("", line)
    return sum(map(bare.count, "[{")) - sum(map(bare.count, "]}"))
