"""The pages of text of each language, read once: they are part of the program."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.safestring import SafeString

from suoja.public_site.choices import LANGUAGES, TEXTS, Language
from suoja.public_site.rendering.markdown import rendered

CONTENT = Path(__file__).parents[1] / "content"
FENCE = "---\n"
DOORS = "{doors}\n"  # where a page shows what it leads to; at its start, if it does not say


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language: its heading, a sentence on it, the text around its doors."""

    name: str
    title: str
    summary: str
    before: SafeString
    after: SafeString


@cache
def pages(language: str) -> Mapping[str, Page]:
    """Return the pages that a language has, in their order."""
    paths = {name: CONTENT / language / f"{name}.md" for name in TEXTS}
    with translation.override(language):
        return {name: _read(path) for name, path in paths.items() if path.exists()}


def page(name: str, language: str) -> Page | None:
    """Return a page, or None where the language does not have it."""
    return pages(language).get(name)


def languages_of(name: str) -> list[Language]:
    """Return the languages that have this page."""
    return [language for code, language in LANGUAGES.items() if name in pages(code)]


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the short words around the text, such as those of the exit control."""
    return _toml(language, "words")


@cache
def letter_words(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return the words of letters, codes and calls, by the part of the page they stand in."""
    return _toml(language, "letters")


def _toml(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / language / f"{name}.toml").read_text(encoding="utf-8"))


def _read(path: Path) -> Page:
    """Read a page: lines of `name: value` between two fences, then Markdown."""
    _, head, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    told = dict(line.split(": ", 1) for line in head.splitlines())
    before, after = body.split(DOORS) if DOORS in body else ("", body)
    return Page(
        name=TEXTS[path.stem].name,
        title=told["title"],
        summary=told["summary"],
        before=rendered(before),
        after=rendered(after),
    )
