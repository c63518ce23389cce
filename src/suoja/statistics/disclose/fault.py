"""What is wrong with what was given, where, and what to do about it."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path


class Fault(Exception):  # noqa: N818  (it reads as a sentence: raise Fault(path, sentence))
    """A spec or data that cannot be used; reads as "file:line:column: what to do"."""

    def __init__(self, path: Path, sentence: str, line: int = 0, column: int = 0) -> None:
        self.path, self.sentence, self.line, self.column = path, sentence, line, column
        place = ":".join([str(path), *(str(number) for number in (line, column) if number)])
        super().__init__(f"{place}: {sentence}")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint at the known word that is most like this one, and what else is known."""
    words = list(known)
    like = get_close_matches(word, words, 1, 0.5)
    listed = ", ".join(words[:20])
    return f'Did you mean "{like[0]}"? Known: {listed}.' if like else f"Known: {listed}."
