"""From a chart's specification to SVG that may stand in a page: no style, no script, own names."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import vl_convert
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

VEGA_LITE = "6.1"
NAMES = re.compile(r'\bid="([^"]+)"')
# The picture's own name speaks for it; the renderer's names of its parts are in English only.
PART_ROLES = re.compile(r' (?:role="graphics-[a-z]+"|aria-roledescription="[^"]*")')


@lru_cache(maxsize=1)
def _ready() -> None:
    """Tell the renderer where our typeface is; it knows no other."""
    with as_file(files("fontpkg_noto_sans") / "files") as folder:
        vl_convert.register_font_directory(str(folder))


@lru_cache(maxsize=1024)
def _drawn(spec: str) -> str:
    # The same numbers in the same words give the same picture, so a picture is drawn once.
    _ready()
    return str(vl_convert.vegalite_to_svg(json.loads(spec), vl_version=VEGA_LITE))


def draw(spec: Mapping[str, Any], *, name: str, title: str, description: str) -> SafeString:
    """Return the chart with a title and a description; its names begin with `name`."""
    picture = NAMES.sub(rf'id="{name}-\1"', _drawn(json.dumps(spec, sort_keys=True)))
    picture = PART_ROLES.sub("", picture.replace("url(#", f"url(#{name}-"))
    head = f'<svg role="img" aria-labelledby="{name}-title {name}-description" focusable="false"'
    words = (
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-description">{escape(description)}</desc>'
    )
    start, _, rest = picture.partition(">")
    drawing = f"{start.replace('<svg', head, 1)}>{words}{rest}"
    return mark_safe(drawing)  # noqa: S308  (drawn here, its words escaped)
