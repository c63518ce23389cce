"""From a spec to a folder: published counts are right, small ones hidden, all is proven."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from made_up.disclosed import ROWS, SECOND_HALF, SPEC, count, given, spec_of
from suoja import cli

YEAR = (*ROWS, *SECOND_HALF)


def disclosed(spec: Path, *words: str) -> Path:
    target = spec.parent / "out"
    assert cli.main(["disclose", str(spec), "-o", str(target), *words]) == cli.DONE
    return target


def cells(folder: Path) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield labels, value and status of every row of every table."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for *labels, value, status in list(csv.reader(file))[1:]:
                yield tuple(labels), value, status


def audit(folder: Path) -> dict[str, int]:
    return json.loads((folder / "audit.json").read_text())


def test_what_is_published_is_the_count(tmp_path: Path) -> None:
    for labels, value, status in cells(disclosed(given(tmp_path, rows=YEAR))):
        assert (value, status) in ((str(count(YEAR, labels)), "published"), ("", "hidden"))


def test_no_small_count_is_published(tmp_path: Path) -> None:
    shown = [value for _, value, _ in cells(disclosed(given(tmp_path))) if value]

    assert not {"1", "2", "3", "4"} & set(shown)


def test_every_level_and_the_total_have_a_row(tmp_path: Path) -> None:
    found = [labels for labels, _, _ in cells(disclosed(given(tmp_path, rows=YEAR)))]

    # Seven periods, eight nationalities and regions, three sexes, all with the total.
    assert len(found) == len(set(found)) == 7 * 8 * 3
    assert ("2021-H2", "Africa", "total") in found
    assert found[0] == ("total", "total", "total")


def test_the_audit_counts_what_anybody_can_count_in_the_files(tmp_path: Path) -> None:
    folder = disclosed(given(tmp_path, rows=YEAR))
    found, figures = list(cells(folder)), audit(folder)

    assert figures["cells"] == len(found)
    assert figures["hidden"] == sum(status == "hidden" for _, _, status in found)
    assert figures["small"] == sum(0 < count(YEAR, labels) < 5 for labels, _, _ in found)
    assert figures["proven"] == figures["small"]
    assert figures["at_risk"] == 0


def test_labels_of_the_same_people_are_hidden_together(tmp_path: Path) -> None:
    found = {labels: status for labels, _, status in cells(disclosed(given(tmp_path)))}

    assert all(
        status == found[period, "Vietnam", sex]
        for (period, nationality, sex), status in found.items()
        if nationality == "Asia"
    )


def test_tables_without_a_common_one_are_protected_together(tmp_path: Path) -> None:
    spec = spec_of("period nationality", "nationality sex", "period sex")
    folder = disclosed(given(tmp_path, spec, YEAR))

    assert len(list(folder.glob("*.csv"))) == 3
    assert audit(folder)["at_risk"] == 0
    for labels, value, _ in cells(folder):
        assert value in ("", str(count(YEAR, labels)))


def worlds(folder: Path) -> list[dict[tuple[str, ...], int]]:
    """Return the witnesses, as changes of cells by their labels."""
    found = json.loads((folder / "witnesses.json").read_text())
    names = [tuple(labels) for *labels, _ in found["cells"]]
    return [{names[cell]: by for cell, by in world} for world in found["worlds"]]


def test_every_small_cell_has_a_world_above_and_one_below(tmp_path: Path) -> None:
    folder = disclosed(given(tmp_path, rows=YEAR))
    small = [labels for labels, _, _ in cells(folder) if 0 < count(YEAR, labels) < 5]
    changed = worlds(folder)

    for labels in small:
        if labels[0] in {"2021-Q1", "2021-Q2"} and labels[1] in {"Albania", "Serbia"}:
            by = [world.get(labels, 0) for world in changed]
            assert max(by) >= 5 - count(YEAR, labels)
            assert min(by) < 0


def test_each_hidden_cell_has_an_interval_that_worlds_show(tmp_path: Path) -> None:
    folder = disclosed(given(tmp_path, rows=YEAR))
    found = json.loads((folder / "intervals.json").read_text())
    intervals = {tuple(labels): (low, high) for *labels, low, high in found["cells"]}
    by = {labels: [0] for labels in intervals}
    for world in worlds(folder):
        for labels in world.keys() & by:
            by[labels].append(world[labels])

    assert found["columns"] == ["period", "nationality", "sex", "lowest", "highest"]
    assert {labels for labels, _, status in cells(folder) if status == "hidden"} >= set(intervals)
    for labels, (low, high) in intervals.items():
        now = count(YEAR, labels)
        assert (low, high) == (now + min(by[labels]), now + max(by[labels]))
        assert now not in range(1, 5) or low < now < 5 <= high


def test_no_world_changes_what_is_published(tmp_path: Path) -> None:
    folder = disclosed(given(tmp_path, rows=YEAR))
    published = {labels for labels, _, status in cells(folder) if status == "published"}

    changed = worlds(folder)
    assert changed
    assert not published & {labels for world in changed for labels in world}


def test_what_must_stay_inside_only_its_owner_may_read(tmp_path: Path) -> None:
    folder = disclosed(given(tmp_path))

    for name in ("intervals.json", "witnesses.json", "report.txt", "audit.json"):
        assert (folder / name).stat().st_mode & 0o077 == 0
    assert "INSIDE ONLY" in (folder / "witnesses.json").read_text()
    assert "INSIDE ONLY" in (folder / "intervals.json").read_text()
    assert "INSIDE ONLY" in (folder / "report.txt").read_text()


def test_the_order_of_the_rows_tells_nothing(tmp_path: Path) -> None:
    one = list(cells(disclosed(given(tmp_path, rows=YEAR))))
    other = list(cells(disclosed(given(tmp_path, rows=YEAR[::-1]))))

    assert one == other


def test_the_report_says_what_coarser_tables_would_hide(tmp_path: Path) -> None:
    folder = disclosed(given(tmp_path), "--alternatives")

    report = (folder / "report.txt").read_text()
    assert "leave out quarter and show period by half: 0 of 36 cells hidden" in report


def test_one_is_said_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ("2021-Q1,2021-H1,Mali,Africa,Female,9", "2021-Q1,2021-H1,Mali,Africa,Male,2")
    folder = disclosed(given(tmp_path, spec_of("sex"), rows))

    report = (folder / "report.txt").read_text()
    assert "Of 1 to 4 persons: 1." in report
    assert "protecting 3 cells of 1 table\n" in capsys.readouterr().err


def test_a_wrong_spec_is_refused_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = given(tmp_path, SPEC.replace("threshold", "treshold"))

    assert cli.main(["disclose", str(spec), "-o", str(tmp_path / "out")]) == cli.REFUSED
    assert 'spec.toml:18:1: unknown key "treshold"' in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_table_larger_than_anybody_reads_is_refused(tmp_path: Path) -> None:
    rows = [f"q{n},h{n},n{n},r{n},s{n},9" for n in range(200)]

    spec = given(tmp_path, rows=rows)
    assert cli.main(["disclose", str(spec), "-o", str(tmp_path / "out")]) == cli.REFUSED
