"""How wide words are in our typeface, near enough to set a chart by."""

import textwrap

NARROW, WIDE, CAPITAL, OTHER = 0.32, 0.92, 0.66, 0.58  # parts of the size of the letters
NARROW_LETTERS = frozenset("iljtfr.,:;'|!()[]  -")
WIDE_LETTERS = frozenset("mwMW%@–—")


def width_of(text: str, size: float) -> float:
    """Return about how wide a line of text is, in the unit of the size."""
    return size * sum(map(_part, text))


def lines_of(text: str, letters: int) -> tuple[str, ...]:
    """Return the text in lines of at most so many letters, at least one."""
    return tuple(textwrap.wrap(text, letters)) or ("",)


def _part(letter: str) -> float:
    if letter in NARROW_LETTERS:
        return NARROW
    if letter in WIDE_LETTERS:
        return WIDE
    return CAPITAL if letter.isupper() else OTHER
