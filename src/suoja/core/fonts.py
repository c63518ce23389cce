"""The typeface of the pages, cut to the letters they use."""

from importlib.resources import as_file, files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

DESTINATION = Path(__file__).parent / "static" / "core" / "fonts"
SOURCE = files("fontpkg_noto_sans") / "files" / "NotoSans[wdth,wght].ttf"

# The ranges of css/base.css, where the browser decides which file it needs.
SUBSETS = {
    "latin": "0000-00FF 0131 0152-0153 02C6 02DC 2000-206F 20AC 2122 2212",
    "latin-ext": "0100-0130 0132-0151 0154-024F 0300-036F 1E00-1EFF",
    "cyrillic": "0400-052F",
}

FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"]


def build_fonts(destination: Path = DESTINATION) -> None:
    """Write a WOFF2 file for each subset that is not there yet."""
    destination.mkdir(parents=True, exist_ok=True)
    for name, ranges in SUBSETS.items():
        path = destination / f"noto-sans-{name}.woff2"
        if not path.exists():
            _write(path, ranges)


def code_points(ranges: str) -> set[int]:
    """Return the code points of ranges such as "0000-00FF 0131"."""
    points: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


def _write(path: Path, ranges: str) -> None:
    """Write one subset; a file half written never gets the final name."""
    unfinished = path.with_suffix(".unfinished")
    font = _subset(ranges)
    font.flavor = "woff2"
    font.save(unfinished)
    unfinished.replace(path)


def _subset(ranges: str) -> TTFont:
    with as_file(SOURCE) as source:
        font = TTFont(source, lazy=False, recalcTimestamp=False)
    options = Options(
        layout_features=["kern", "liga", "locl", "mark", "mkmk", "ccmp", "tnum", "lnum"]
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points(ranges))
    subsetter.subset(font)
    return instantiateVariableFont(font, {"wdth": 100, "wght": (400, 700)})
