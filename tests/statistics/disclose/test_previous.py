"""What was published before is known: it is compared with today, and nothing hidden comes out."""

import csv
import json
from pathlib import Path

import pytest

from made_up.disclosed import ROWS, SECOND_HALF, count, given, spec_of
from suoja import cli
from suoja.statistics.disclose.data import read_data
from suoja.statistics.disclose.earlier import read_earlier
from suoja.statistics.disclose.fault import Fault
from suoja.statistics.disclose.hierarchy import hierarchies
from suoja.statistics.disclose.knowledge import Knowledge, know
from suoja.statistics.disclose.population import populate
from suoja.statistics.disclose.reading import read_spec

YEAR = (*ROWS, *SECOND_HALF)
CROSS = "period nationality sex"
FILE = "period-nationality-sex.csv"
WRONG = {
    "no status": ("period,value\ntotal,92\n", '1: no column "status"'),
    "unknown variable": ("age,value,status\ntotal,92,published\n", '1:1: "age" is no variable'),
    "unknown status": ("sex,value,status\ntotal,92,primary\n", '2:3: status is "primary"'),
    "no value": ("sex,value,status\ntotal,,published\n", '2:2: value is "": write a whole'),
    "a hidden value": ("sex,value,status\ntotal,92,hidden\n", '2:2: value is "92": write nothing'),
    "half a value": ("sex,value,status\ntotal,9.5,published\n", '2:2: value is "9.5"'),
    "a row twice": (
        "sex,value,status\ntotal,92,published\ntotal,92,published\n",
        "3: total stands",
    ),
}


@pytest.fixture
def first_half(tmp_path: Path) -> Path:
    """Publish the first half of the year; the folder is `h1`."""
    spec = given(tmp_path, spec_of(CROSS))
    assert cli.main(["disclose", str(spec), "-o", str(tmp_path / "h1")]) == cli.DONE
    return tmp_path / "h1" / FILE


def known(
    folder: Path, rows: tuple[str, ...], text: str | None = None, *, revised: bool = False
) -> Knowledge:
    """Return what is known of these rows from the first half, or from another earlier file."""
    if text is not None:
        (folder / "earlier.csv").write_text(text)
    name = f"h1/{FILE}" if text is None else "earlier.csv"
    text = spec_of(CROSS, earlier=[name]) + ("revised = true\n" if revised else "")
    spec = read_spec(given(folder, text, rows))
    data = read_data(spec)
    population = populate(data, spec, hierarchies(spec.variables, data))
    return know([read_earlier(path, spec) for path in spec.previous], population)


def cells(path: Path) -> dict[tuple[str, ...], str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {tuple(labels): value for *labels, value, _ in list(csv.reader(file))[1:]}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_earlier_file_is_refused_where_it_is_wrong(case: str, tmp_path: Path) -> None:
    text, expected = WRONG[case]

    with pytest.raises(Fault) as refused:
        known(tmp_path, ROWS, text)

    assert str(refused.value).startswith(f"{tmp_path / 'earlier.csv'}:{expected}")


@pytest.mark.usefixtures("first_half")
def test_the_total_of_a_half_year_is_that_half(tmp_path: Path) -> None:
    found = known(tmp_path, YEAR)
    spec = read_spec(tmp_path / "spec.toml")
    data = read_data(spec)
    half = next(
        row.node for row in hierarchies(spec.variables, data)[0].rows if row.label == "2021-H1"
    )

    assert found.told[half, 0, 0] == count(ROWS, ())
    assert (found.revised, found.not_comparable) == (0, 0)


@pytest.mark.usefixtures("first_half")
def test_another_half_year_cannot_be_compared(tmp_path: Path) -> None:
    found = known(tmp_path, SECOND_HALF)

    assert not found.told
    assert found.not_comparable == len(cells(tmp_path / "h1" / FILE))


@pytest.mark.usefixtures("first_half")
def test_a_number_that_changed_is_another_count(tmp_path: Path) -> None:
    added = "2021-Q1,2021-H1,Vietnam,Asia,Male,1"
    before = known(tmp_path, YEAR)
    with pytest.raises(
        Fault, match=r"csv:2: total, total, total: 92 was published, the data count"
    ):
        known(tmp_path, (*YEAR, added))
    found = known(tmp_path, (*YEAR, added), revised=True)

    assert found.revised > 0
    assert len(found.told) < len(before.told)


@pytest.mark.usefixtures("first_half")
def test_a_nationality_that_the_full_list_left_out_is_known_to_be_zero(tmp_path: Path) -> None:
    found = known(tmp_path, YEAR)
    codes = read_codes(tmp_path, ("2021-Q1", "Nigeria", "Male"))

    assert not found.possible((0, 1, 2), codes)[0]
    assert found.possible((0, 1, 2), read_codes(tmp_path, ("2021-Q3", "Nigeria", "Male")))[0]


def read_codes(folder: Path, labels: tuple[str, ...]) -> list[list[int]]:
    spec = read_spec(folder / "spec.toml")
    found = hierarchies(spec.variables, read_data(spec))
    return [[each.finest.index(label)] for each, label in zip(found, labels, strict=True)]


def test_a_table_of_some_categories_only_told_of_no_others(tmp_path: Path) -> None:
    text = "sex,value,status\ntotal,46,published\nFemale,46,published\n"
    found = known(tmp_path, ROWS, text)

    assert list(found.told.values()) == [46]
    assert found.possible((2,), [[0, 1]]).all()


def test_half_years_and_year_in_sequence_stay_proven(first_half: Path, tmp_path: Path) -> None:
    second = given(tmp_path, spec_of(CROSS, earlier=[f"h1/{FILE}"]), SECOND_HALF)
    assert cli.main(["disclose", str(second), "-o", str(tmp_path / "h2")]) == cli.DONE
    year = given(tmp_path, spec_of(CROSS, earlier=[f"h1/{FILE}", f"h2/{FILE}"]), YEAR)
    assert cli.main(["disclose", str(year), "-o", str(tmp_path / "year")]) == cli.DONE

    audit = json.loads((tmp_path / "year" / "audit.json").read_text())
    assert audit["at_risk"] == 0
    assert audit["previous"]["published"] > 0
    assert not [v for v in cells(tmp_path / "year" / FILE).values() if v in {"1", "2", "3", "4"}]


def test_what_was_small_then_is_hidden_still(first_half: Path, tmp_path: Path) -> None:
    year = given(tmp_path, spec_of(CROSS, earlier=[f"h1/{FILE}"]), YEAR)
    assert cli.main(["disclose", str(year), "-o", str(tmp_path / "year")]) == cli.DONE

    now = cells(tmp_path / "year" / FILE)
    small = [labels for labels in cells(first_half) if 0 < count(ROWS, labels) < 5]
    assert small
    assert {now[labels] for labels in small if labels[0].startswith("2021-Q")} == {""}


def test_what_is_given_away_already_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ("2021-Q1,2021-H1,Mali,Africa,Female,9", "2021-Q1,2021-H1,Mali,Africa,Male,2")
    told = "sex,value,status\ntotal,11,published\nFemale,9,published\nMale,,hidden\n"
    (tmp_path / "told.csv").write_text(told)
    spec = given(tmp_path, spec_of(CROSS, earlier=["told.csv"]), rows)

    assert cli.main(["disclose", str(spec), "-o", str(tmp_path / "out")]) == cli.WRONG
    assert "total, total, Male" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_half_year_of_which_one_quarter_was_told_is_that_quarter(tmp_path: Path) -> None:
    value = count(YEAR, ["2021-Q1"])
    told = f"2021-H1,{value},published\n2021-Q1,{value},published\n"
    found = known(tmp_path, YEAR, f"period,value,status\n{told}")

    assert list(found.told.values()) == [value]
    assert found.revised == 0
