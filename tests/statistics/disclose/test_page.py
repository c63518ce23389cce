"""The page that teaches `suoja disclose` tells the truth: its example runs."""

import json
import re
from pathlib import Path

import pytest

from architecture.sources import CHECKOUT
from suoja import cli

PAGE = (CHECKOUT / "docs" / "disclose.md").read_text(encoding="utf-8")


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Save what the page says to save, and run what it says to run."""
    [data] = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    spec, _ = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "persons.csv").write_text(data, encoding="utf-8")
    (tmp_path / "first-half.toml").write_text(spec, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    [words] = re.findall(r"```\nsuoja (.*?)\n```", PAGE)
    assert cli.main(words.split()) == cli.DONE
    return tmp_path / "first-half"


def test_the_page_names_every_file_that_comes_out(example: Path) -> None:
    assert [path.name for path in example.iterdir() if f"`{path.name}`" not in PAGE] == []


def test_the_page_explains_every_figure(example: Path) -> None:
    figures = json.loads((example / "audit.json").read_text())

    assert [key for key in figures if f"`{key}`" not in PAGE and key != "written_by"] == []
    assert figures["at_risk"] == 0
    assert figures["hidden"] > 0
