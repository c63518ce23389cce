"""The printed page read back as a browser reads it: tables, key figures and prose by section."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from suoja.publication.checks.reading import Printed

VOID = frozenset({"meta", "br", "link", "img", "hr", "input"})
UNREAD = frozenset({"style", "script"})
ONLY_HEARD = "only-heard"
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
CELLS = frozenset({"th", "td"})
FIGURES, NAME_OR_NUMBER = "figures", frozenset({"dt", "dd"})
SPACE = re.compile(r"[ \r\n\t]+")  # not the one that keeps the digits of a number together


class Page(HTMLParser):
    """`tables` and `prose` by the table whose section they stand in, `figures` in their order.

    `sections` are the names of the tables by the id of the heading that their section begins with.
    """

    def __init__(self, content: bytes, sections: Mapping[str, str]) -> None:
        super().__init__()
        self.tables: dict[str, Printed] = {}
        self.prose: dict[str, list[str]] = {}
        self.figures: list[tuple[str, ...]] = []
        self._sections = sections
        self._section = ""
        self._open: list[tuple[str, frozenset[str]]] = []
        self._rows: list[tuple[str, ...]] = []
        self._row: list[str] = []
        self._cell: list[str] | None = None
        self.feed(content.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in HEADINGS:
            self._section = self._sections.get(known.get("id") or "", "")
        if tag not in VOID:
            self._open.append((tag, frozenset((known.get("class") or "").split())))
        if self._is_cell(tag):
            self._cell = []
        if tag == "table":
            self._rows = []

    def handle_endtag(self, tag: str) -> None:
        if self._is_cell(tag) and self._cell is not None:
            self._row.append(_trimmed("".join(self._cell)))
            self._cell = None
        if tag in {"tr", "div"} and self._row:
            (self._rows if tag == "tr" else self.figures).append(tuple(self._row))
            self._row = []
        if tag == "table" and self._rows and self._section:
            self.tables[self._section] = Printed(self._rows[0], tuple(self._rows[1:]))
        while self._in(tag) and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._in(*UNREAD) or self._is_only_heard():
            return
        if self._cell is not None:
            self._cell.append(data)
        elif self._section and not self._in("table"):
            self.prose.setdefault(self._section, []).append(_trimmed(data))

    def _is_cell(self, tag: str) -> bool:
        in_figures = any(FIGURES in classes for _, classes in self._open)
        return tag in CELLS or (tag in NAME_OR_NUMBER and in_figures)

    def _is_only_heard(self) -> bool:
        return any(ONLY_HEARD in classes for _, classes in self._open)

    def _in(self, *tags: str) -> bool:
        return any(name in tags for name, _ in self._open)


def _trimmed(text: str) -> str:
    return SPACE.sub(" ", text).strip(" ")
