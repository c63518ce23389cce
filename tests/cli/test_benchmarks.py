"""What `make bench` measures, by its smallest cases."""

import json
import subprocess
import sys
from pathlib import Path

from architecture.sources import CHECKOUT
from suoja.public_site.choices import LANGUAGES

SMALLEST = "one table: 1,000 cells, 1,000,000 persons"
ASKED = (
    "linked tables",
    "ledger: another cross",
    "small boats: full cross",
    "small boats: three releases in a ledger",
    "UK referrals: 2-way margins",
    "UK referrals: 3-way margins",
    "beside pytauargus (modular)",
)


def run(*words: str) -> str:
    command = [sys.executable, "-m", *words]
    environment = {"PYTHONPATH": str(CHECKOUT / "tests")}
    return subprocess.check_output(command, cwd=CHECKOUT, env=environment, text=True)


def test_every_case_that_is_asked_for_is_there() -> None:
    names = run("benchmarks.disclosure_cases")

    assert [case for case in ASKED if case not in names] == []


def test_a_case_is_measured_into_both_files(tmp_path: Path) -> None:
    run("benchmarks.disclosure", "--only", SMALLEST, "--results", str(tmp_path))

    figures = json.loads((tmp_path / "disclosure.json").read_text())["cases"][SMALLEST]
    assert (figures["cells"], figures["hidden"], figures["at_risk"]) == (1020, 0, 0)
    assert f"| {SMALLEST} | " in (tmp_path / "disclosure.md").read_text()


def test_letters_are_measured_into_both_files(tmp_path: Path) -> None:
    few = ("--letters", "16", "--codes", "2", "--pages", "16", "--flood", "16")
    run("benchmarks.letters", *few, "--results", str(tmp_path))

    figures = json.loads((tmp_path / "letters.json").read_text())
    assert set(figures["weights"]) == set(LANGUAGES)
    most = (30_000, 60_000, 4)
    weights = figures["weights"].values()
    assert [
        max(each) <= goal for each, goal in zip(zip(*weights, strict=True), most, strict=True)
    ] == [True] * 3
    assert all(figures[f"{each}_a_second"] > 0 for each in ("letters", "codes", "pages"))
    assert figures["meanwhile_letters"] > 0
    assert "| letters a second | " in (tmp_path / "letters.md").read_text()
