"""A chart as SVG that may stand in a page: no style, no script, names of its own.

Drawn by addition and multiplication, so that a whole report is drawn in a few milliseconds. A page
holds it twice, wide and narrow, and shows the one for which it has room: letters keep their size.
"""

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suoja.publication.rendering.charts import Chart
from suoja.publication.rendering.drawing import INK, NARROW, SIZE, WIDE, Layout
from suoja.publication.rendering.lying import bars
from suoja.publication.rendering.standing import columns

FONT = "Noto Sans, system-ui, sans-serif"


def draw(
    chart: Chart, layout: Layout = WIDE, *, name: str, title: str, description: str
) -> SafeString:
    """Return the chart with a title and a description; its names begin with `name`."""
    height, drawing = _drawn(chart, layout, _("Break %(year)s"))
    names = f"{name}-{layout.name}"
    return mark_safe(  # noqa: S308  (drawn here, its words escaped)
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{layout.name}" role="img" '
        f'focusable="false" aria-labelledby="{names}-title {names}-description" '
        f'width="{layout.width}" height="{height}" viewBox="0 0 {layout.width} {height}" '
        f'font-family="{FONT}" font-size="{SIZE}" fill="{INK}">'
        f'<title id="{names}-title">{escape(title)}</title>'
        f'<desc id="{names}-description">{escape(description)}</desc>{drawing}</svg>'
    )


def draw_for_pages(chart: Chart, *, name: str, title: str, description: str) -> SafeString:
    """Return the chart for small and for large windows; the style sheet shows one of them."""
    told = {"name": name, "title": title, "description": description}
    return draw(chart, NARROW, **told) + draw(chart, WIDE, **told)


@lru_cache(maxsize=2048)
def _drawn(chart: Chart, layout: Layout, break_words: str) -> tuple[int, str]:
    height, parts = columns(chart, layout, break_words) if chart.in_time else bars(chart, layout)
    return height, "".join(parts)
