"""The grammar of PX files, after the PX-file format specification for AXIS-VERSION 2013."""

from collections.abc import Iterable, Sequence
from textwrap import TextWrapper

TEXT = 256
NAME = 200  # leaves room for a code behind a name that is not the only one of its kind
RECORD = 200
LINE_END = "\r\n"
MISSING = '".."'

_records = TextWrapper(width=RECORD, drop_whitespace=False)


def plain(text: str) -> str:
    """Return a text on one line, without quotation marks, which no PX text can hold."""
    seen = "".join(each for each in text if each.isprintable() or each.isspace())
    return " ".join(seen.replace('"', "'").split())


def short(text: str, most: int = TEXT) -> str:
    """Return a plain text of no more than so many characters."""
    whole = plain(text)
    return whole if len(whole) <= most else f"{whole[: most - 1]}…"


def names(words: Sequence[str], codes: Sequence[str]) -> list[str]:
    """Return names that can be told apart: with their codes if words alone cannot be."""
    found = [short(each, NAME) for each in words]
    if all(found) and len(set(found)) == len(found):
        return found
    return [f"{word} ({plain(code)})" for word, code in zip(found, codes, strict=True)]


def text(keyword: str, words: str, about: Sequence[str] = ()) -> str:
    """Return a keyword and its text, in several records if it is long."""
    records = _records.wrap(plain(words)) or [""]
    return _statement(keyword, LINE_END.join(map(_quoted, records)), about)


def line(keyword: str, words: str) -> str:
    """Return a keyword and a text that may not be divided: what is too long is cut off."""
    return _statement(keyword, _quoted(short(words)))


def words(keyword: str, values: Iterable[str], about: Sequence[str] = ()) -> str:
    """Return a keyword and its list of texts, each short enough for a line of its own."""
    return _statement(keyword, f",{LINE_END}".join(_quoted(short(each)) for each in values), about)


def word(keyword: str, value: str | int) -> str:
    """Return a keyword and its number, YES or NO."""
    return _statement(keyword, str(value))


def times(scale: str, periods: Iterable[str], about: str) -> str:
    """Return the periods of a time variable; `scale` is A1 for years and M1 for months."""
    listed = "".join(f",{LINE_END}{_quoted(each)}" for each in periods)
    return _statement("TIMEVAL", f"TLIST({scale}){listed}", (about,))


def data(rows: Iterable[Sequence[int | None]]) -> str:
    """Return the numbers, a line for each row; None is the symbol of two points."""
    lines = (" ".join(map(_number, row)) for row in rows)
    return _statement("DATA", LINE_END + f" {LINE_END}".join(lines))


def _statement(keyword: str, value: str, about: Sequence[str] = ()) -> str:
    of = f"({','.join(map(_quoted, about))})" if about else ""
    return f"{keyword}{of}={value};{LINE_END}"


def _quoted(value: str) -> str:
    return f'"{value}"'


def _number(value: int | None) -> str:
    return MISSING if value is None else str(value)
