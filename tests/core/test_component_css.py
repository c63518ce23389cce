"""Promises of the style sheets that can be read from their text."""

import gzip
import re
from pathlib import Path

import pytest

from suoja.core import fonts

PACKAGE = Path(fonts.__file__).parents[1]
SHEETS = {path.name: path.read_text() for path in sorted(PACKAGE.glob("*/static/*/css/*.css"))}
TOKENS = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
LIGHT, DARK = (
    dict(TOKENS.findall(part)) for part in SHEETS["base.css"].split("prefers-color-scheme: dark")
)
PHYSICAL = re.compile(
    r"^\s*((margin|padding|border)-(left|right|top|bottom)|left|right|top|bottom|width|height"
    r"|(min|max)-(width|height)|text-align: (left|right)|float: (left|right))\b.*;",
    re.MULTILINE,
)
ON_SURFACES = ("ink", "ink-soft", "link", "bad", "brand-strong")
SURFACES = ("paper", "canvas", "sunken")
PAIRS = [
    *((ink, surface) for ink in ON_SURFACES for surface in SURFACES),
    *((tone, f"{tone}-tint") for tone in ("calm", "info", "good", "wait", "bad")),
    *(("ink", f"{tone}-tint") for tone in ("info", "good", "wait", "bad")),
    ("brand-ink", "brand"),
    ("brand-ink", "brand-strong"),
    ("brand-strong", "brand-tint"),
]
EDGES = [(edge, surface) for edge in ("edge", "focus", "brand") for surface in SURFACES]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "surface"), PAIRS)
def test_words_stand_out(theme: dict[str, str], ink: str, surface: str) -> None:
    assert contrast(theme[ink], theme[surface]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "surface"), EDGES)
def test_edges_of_fields_and_focus_stand_out(
    theme: dict[str, str], edge: str, surface: str
) -> None:
    assert contrast(theme[edge], theme[surface]) >= 3


def test_the_dark_theme_has_every_colour_but_that_of_charts() -> None:
    assert LIGHT.keys() - DARK.keys() == {"chart-paper"}


@pytest.mark.parametrize("name", SHEETS)
def test_rules_lie_in_layers(name: str) -> None:
    bare = re.sub(r"/\*.*?\*/|@font-face {[^}]*}", "", SHEETS[name], flags=re.DOTALL)
    starts = re.findall(r"^\S.*[;{]$", bare, re.MULTILINE)

    assert [start for start in starts if not start.startswith("@layer")] == []


@pytest.mark.parametrize("name", SHEETS)
def test_sides_are_logical(name: str) -> None:
    assert [found.group() for found in PHYSICAL.finditer(SHEETS[name])] == []


@pytest.mark.parametrize("name", SHEETS)
def test_colours_are_tokens(name: str) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", TOKENS.sub("", SHEETS[name])) == []


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_comes_from_elsewhere(name: str) -> None:
    assert re.findall(r"@import|https?:|url\(\"?//", SHEETS[name]) == []


def test_the_browser_chooses_fonts_by_the_ranges_they_were_cut_to() -> None:
    faces = re.findall(
        r"noto-sans-([a-z-]+)\.woff2.*?unicode-range: ([^;]+);", SHEETS["base.css"], re.DOTALL
    )

    assert {
        name: ranges.replace("U+", "").replace(",", "") for name, ranges in faces
    } == fonts.SUBSETS


def test_what_a_public_page_needs_is_light() -> None:
    needed = SHEETS["base.css"] + SHEETS["components.css"]

    assert len(gzip.compress(needed.encode())) < 8_000
