"""Markdown into HTML, with what is special to the pages of text.

A heading of the third level is a question: what follows it is shown when a reader opens it.
`[words](to:contact)` leads to a page of this room by its name. `{helpline}`, `{email}` and
`{112}` stand for the ways to reach help. Raw HTML is shown, not obeyed.
"""

from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from suoja.public_site.choices import CONTACT

OPENS = "h3"
ENDS = ("h1", "h2", "h3")


def rendered(text: str) -> SafeString:
    """Return the HTML of a page, with its addresses in the language that is active."""
    for name, link in CONTACT.items():
        text = text.replace(name, link)
    tokens = list(_questions(_parser.parse(text)))
    html: str = _parser.renderer.render(tokens, _parser.options, {})
    return mark_safe(html)  # noqa: S308  (raw HTML was escaped)


def _questions(tokens: Sequence[Token]) -> Iterator[Token]:
    """Turn each heading of the third level, with what follows it, into something to open."""
    is_open = False
    for token in tokens:
        if token.type == "heading_open" and token.tag in ENDS and is_open:
            is_open = False
            yield _html("</div></details>\n")
        if token.tag != OPENS:
            yield token
        elif token.nesting == 1:
            is_open = True
            yield _html('<details class="question"><summary>')
        else:
            yield _html("</summary>\n<div>")
    if is_open:
        yield _html("</div></details>\n")


def _html(written: str) -> Token:
    return Token("html_block", "", 0, content=written)


def _link_open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: Any,
    env: MutableMapping[str, Any],
) -> str:
    """Lead to pages by their names, and keep numbers and addresses from running backwards."""
    token = tokens[index]
    kind, _, rest = str(token.attrGet("href")).partition(":")
    if kind == "to":
        token.attrSet("href", reverse(f"public_site:{rest}"))
    elif kind in {"tel", "mailto"}:
        token.attrSet("dir", "ltr")
    return renderer.renderToken(tokens, index, options, env)


_parser = MarkdownIt("commonmark", {"html": False})
_parser.add_render_rule("link_open", _link_open)
