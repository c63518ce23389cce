"""Half-year, half-year and year, in tables that do not have the period: nothing small comes out."""

import csv
import json
import re
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from made_up.releases import given_away, persons_of
from suoja import cli

HEADER = ("quarter", "half", "nationality", "region", "sex", "age")
QUARTERS = (("Q1", "H1"), ("Q2", "H1"), ("Q3", "H2"), ("Q4", "H2"))
NATIONALITIES = (
    ("Albania", "Europe"),
    ("Serbia", "Europe"),
    ("Vietnam", "Asia"),
    ("Iran", "Asia"),
    ("Nigeria", "Africa"),
)
SEXES, AGES = ("Female", "Male"), ("under 18", "18 to 39", "40 and over")
TABLES = ("period-nat", "nat-sex-age", "period-sex-age")
SPEC = """\
[data]
file = "{name}.csv"
weight = "persons"
[variables.period]
levels = ["quarter", "half"]
[variables.nat]
levels = ["nationality", "region"]
[variables.sex]
levels = ["sex"]
[variables.age]
levels = ["age"]
"""
WHERE = {"first": {"H1"}, "second": {"H2"}, "year": set()}


def drawn() -> list[dict[str, str]]:
    """Draw a year in which many of a half-year are few, and the zeros are in the file."""
    chance = np.random.default_rng(21)
    every = product(QUARTERS, NATIONALITIES, SEXES, AGES)
    rows = [(*time, *nat, sex, age) for time, nat, sex, age in every]
    counts = chance.choice((0, 0, 1, 2, 4, 11), len(rows)).tolist()
    return [
        {**dict(zip(HEADER, row, strict=True)), "persons": str(count)}
        for row, count in zip(rows, counts, strict=True)
    ]


YEAR = drawn()
CELLS = {
    frozenset({*labels, *where} - {"total"})
    for where in ((), ("H1",), ("H2",))
    for labels in product(
        ("total", *(name for pair in NATIONALITIES for name in pair)),
        ("total", *SEXES),
        ("total", *AGES),
    )
}


def write(folder: Path, name: str, earlier: str) -> Path:
    halves = {"first": ("H1",), "second": ("H2",), "year": ("H1", "H2")}[name]
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*HEADER, "persons"])
        writer.writeheader()
        writer.writerows(row for row in YEAR if row["half"] in halves)
    wanted = [f"[[tables]]\nby = {table.split('-')}\n" for table in TABLES]
    path = folder / f"{name}.toml"
    path.write_text(SPEC.format(name=name) + "".join(wanted) + earlier, encoding="utf-8")
    return path


def files(*names: str) -> str:
    return f"files = {[f'{name}/{table}.csv' for name in names for table in TABLES]}\n"


def release(folder: Path, name: str, earlier: str = "") -> int:
    return cli.main(["disclose", str(write(folder, name, earlier)), "-o", str(folder / name)])


def attacked(folder: Path, *names: str) -> tuple[int, int]:
    """Return how many small cells all these releases give away together, and of how many."""
    folders = [(folder / name, WHERE[name]) for name in names]
    found, small = given_away(persons_of(YEAR, HEADER), folders, CELLS)
    return len(found), small


@pytest.mark.parametrize("order", [("first", "second", "year"), ("first", "year")])
def test_releases_in_turns_give_nothing_away(order: tuple[str, ...], tmp_path: Path) -> None:
    for place, name in enumerate(order):
        assert release(tmp_path, name, f"[previous]\n{files(*order[:place])}") == cli.DONE

    found, small = attacked(tmp_path, *order)
    assert (found, small > 30) == (0, True)
    audit = json.loads((tmp_path / "year" / "audit.json").read_text())
    assert (audit["at_risk"], audit["previous"]["revised"]) == (0, 0)


def test_releases_that_know_nothing_of_each_other_do(tmp_path: Path) -> None:
    for name in WHERE:
        assert release(tmp_path, name) == cli.DONE

    found, _ = attacked(tmp_path, *WHERE)
    assert found > 5


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Publish the first half, and keep of it only what was given out."""
    assert release(tmp_path, "first") == cli.DONE
    (tmp_path / "first" / "audit.json").unlink()
    return tmp_path


def test_a_file_that_does_not_fit_is_refused(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release(copied, "year", f"[previous]\n{files('first')}") == cli.REFUSED

    said = capsys.readouterr().err
    assert f"{copied / 'first' / 'nat-sex-age.csv'}:2: total, total, total:" in said
    assert "where = " in said
    assert not (copied / "year").exists()


@pytest.mark.parametrize("where", ['{half = "H1"}', '{period = "H1"}', '{quarter = ["Q1", "Q2"]}'])
def test_the_spec_says_what_part_a_file_is_about(where: str, copied: Path) -> None:
    told = f"[[previous]]\n{files('first')}where = {where}\n"

    assert release(copied, "year", told) == cli.DONE
    assert attacked(copied, "first", "year")[0] == 0


def test_each_file_may_be_about_another_part(copied: Path) -> None:
    assert release(copied, "second") == cli.DONE
    (copied / "second" / "audit.json").unlink()
    told = "".join(
        f"[[previous]]\n{files(name)}where.half = {half!r}\n"
        for name, half in (("first", "H1"), ("second", "H2"))
    )

    assert release(copied, "year", told) == cli.DONE
    assert attacked(copied, *WHERE)[0] == 0


def test_a_part_of_nobody_is_refused(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = f"[[previous]]\n{files('first')}where = {{half = 'H3'}}\n"

    assert release(copied, "year", told) == cli.REFUSED
    said = capsys.readouterr().err
    assert re.search(r'year.toml:\d+:17: the data have nobody whose half is "H3"', said)


def test_what_was_told_of_more_people_than_there_are_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release(tmp_path, "year") == cli.DONE

    assert release(tmp_path, "second", f"[previous]\n{files('year')}") == cli.REFUSED
    assert "give data that have them all" in capsys.readouterr().err


def test_a_folder_keeps_what_it_is_about(tmp_path: Path) -> None:
    assert release(tmp_path, "first") == cli.DONE

    covers = json.loads((tmp_path / "first" / "audit.json").read_text())["covers"]
    assert covers["period"] == {"quarter": ["Q1", "Q2"], "half": ["H1"]}
    assert covers["sex"] == {"sex": ["Female", "Male"]}


def test_a_category_that_is_no_more_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release(tmp_path, "first") == cli.DONE
    spec = write(tmp_path, "year", f"[previous]\n{files('first')}")
    spec.write_text(spec.read_text().replace('["quarter", "half"]', '["half"]'))

    assert cli.main(["disclose", str(spec), "-o", str(tmp_path / "year")]) == cli.REFUSED
    assert 'the data have nobody of "Q1", though they have others' in capsys.readouterr().err


def test_another_half_needs_nothing_of_the_first(tmp_path: Path) -> None:
    assert release(tmp_path, "first") == cli.DONE
    assert release(tmp_path, "second", f"[previous]\n{files('first')}") == cli.DONE

    audit = json.loads((tmp_path / "second" / "audit.json").read_text())
    assert audit["previous"]["published"] == audit["previous"]["revised"] == 0
