"""The rules of accessibility, asked of a page as it stands in the browser."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STANDARDS = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
]


# What makes a page wider than its window: its own parts first, then what should scroll in a frame.
TOO_WIDE = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [...document.body.querySelectorAll("*")]
    .filter(one => one.getBoundingClientRect().right > innerWidth);
  const unframed = wide.filter(one => !one.parentElement.closest("[tabindex]"));
  return (unframed.length ? unframed : wide).map(one => one.outerHTML.slice(0, 160));
}"""


def assert_accessible(page: Page) -> None:
    """Fail with each violation and its place, and if the page is wider than the window."""
    answer = Axe().run(page, options={"runOnly": STANDARDS}).response
    found = [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]}"
        for violation in answer["violations"]
        for node in violation["nodes"]
    ]
    assert not found, "\n".join(found)
    assert answer["passes"], "nothing was checked"
    wide = page.evaluate(TOO_WIDE)
    assert not wide, "wider than the window: " + "\n".join(wide)
