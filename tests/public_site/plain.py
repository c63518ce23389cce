"""How plain a text is: the sentences of a page of text and their words."""

import re
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

from suoja.public_site.choices import CONTACT
from suoja.public_site.rendering import letter_words
from suoja.public_site.rendering.pages import CONTENT, FENCE

ENDS = re.compile(r"(?<=[.!?؟])[\"»”]?\s+")
WORD = re.compile(r"[\w'’-]+")
MARKS = re.compile(r"\]\([^)]*\)|[*\[]")


def sources(language: str) -> list[Path]:
    return sorted((CONTENT / language).glob("*.md"))


def sentences(path: Path) -> list[str]:
    """Return the sentences of a page, its summary first; headings and questions are none."""
    _, head, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    summary = next(
        line.removeprefix("summary: ") for line in head.splitlines() if "summary" in line
    )
    for name in (*CONTACT, "{doors}"):
        body = body.replace(name, "112" if name in CONTACT else "")
    tokens = MarkdownIt("commonmark").parse(body)
    texts = [
        token.content
        for before, token in pairwise(tokens)
        if token.type == "inline" and before.type != "heading_open"
    ]
    return [each for text in (summary, *texts) for each in ENDS.split(MARKS.sub("", text))]


def words_of_letters(language: str) -> list[str]:
    """Return the sentences of the contact flow, its labels among them."""
    told = letter_words(language).values()
    return [each for part in told for words in part.values() for each in ENDS.split(words)]


def words_in(sentence: str) -> int:
    return len(WORD.findall(sentence))


def headings(path: Path) -> list[str]:
    return re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
