"""The typeface is cut once, to what the pages need."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from suoja.core import fonts


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fonts")
    fonts.build_fonts(folder)
    return folder


@pytest.mark.parametrize(
    ("name", "letters"),
    [("latin", "Aäöå9€–"), ("latin-ext", "šžğứ"), ("cyrillic", "Жїў")],
)
def test_each_file_has_its_letters(built: Path, name: str, letters: str) -> None:
    font = TTFont(built / f"noto-sans-{name}.woff2")

    assert {ord(letter) for letter in letters} <= font.getBestCmap().keys()


def test_one_file_serves_every_weight(built: Path) -> None:
    axes = TTFont(built / "noto-sans-latin.woff2")["fvar"].axes

    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in axes] == [("wght", 400, 700)]


def test_the_letters_of_finnish_and_swedish_are_light(built: Path) -> None:
    assert (built / "noto-sans-latin.woff2").stat().st_size < 30_000


def test_what_is_built_is_not_built_again(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.iterdir()}

    fonts.build_fonts(built)

    assert {path: path.stat().st_mtime_ns for path in built.iterdir()} == before
    assert len(before) == len(fonts.SUBSETS)
