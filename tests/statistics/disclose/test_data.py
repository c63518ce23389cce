"""Data are read as they are meant, or refused by line and column."""

from pathlib import Path

import pytest

from made_up.disclosed import HEADER, ROWS, SPEC, given
from suoja.statistics.disclose.data import Data, read_data
from suoja.statistics.disclose.fault import Fault
from suoja.statistics.disclose.reading import read_spec

WRONG = {
    "half a person": (("2021-Q1,2021-H1,Mali,Africa,Male,2.5",), '2:6: persons is "2.5": write'),
    "less than nobody": (("2021-Q1,2021-H1,Mali,Africa,Male,-1",), '2:6: persons is "-1"'),
    "a word": ((*ROWS[:2], "2021-Q1,2021-H1,Mali,Africa,Male,x"), '4:6: persons is "x"'),
    "more than can be summed": (
        ("2021-Q1,2021-H1,Mali,Africa,Male,99999999999999",),
        "2:6: persons is 99999999999999: a row counts 999,999,999,999 persons at most",
    ),
    "no weight": (("2021-Q1,2021-H1,Mali,Africa,Male,",), "2:6: persons is empty"),
    "no category": (("2021-Q1,2021-H1,Mali,Africa, ,1",), "2:5: sex is empty: write"),
    "a total": ((*ROWS, "2021-Q1,2021-H1,Mali,Africa,Total,9"), '14:5: sex is "Total": sums'),
    "too few fields": ((ROWS[0], "2021-Q1,2021-H1"), "3:3: 2 fields where the first line names 6"),
    "too many fields": ((f"{ROWS[0]},7",), "2:7: 7 fields where the first line names 6"),
    "an open quote": (('2021-Q1,2021-H1,"Mali,Africa,Male,1',), "2: not CSV: unexpected end"),
    "no rows": ((), "1: there are no rows"),
}


def data(folder: Path, **changes: object) -> Data:
    return read_data(read_spec(given(folder, **changes)))


@pytest.mark.parametrize("case", WRONG)
def test_wrong_data_are_refused_where_they_are_wrong(case: str, tmp_path: Path) -> None:
    rows, expected = WRONG[case]

    with pytest.raises(Fault) as refused:
        data(tmp_path, rows=rows)

    assert str(refused.value).startswith(f"{tmp_path / 'persons.csv'}:{expected}")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    spec = read_spec(given(tmp_path))
    (tmp_path / "persons.csv").write_text("")

    with pytest.raises(Fault, match=":1: the file is empty"):
        read_data(spec)


def test_an_unknown_column_is_refused_in_the_spec_with_the_nearest(tmp_path: Path) -> None:
    wrong = SPEC.replace(
        '"nationality", "region"]\n\n[variables.sex]', '"nationalty"]\n[variables.sex]'
    )

    with pytest.raises(Fault, match=r'9:11: .*no column "nationalty". Did you mean "nationality"'):
        data(tmp_path, spec=wrong)


def test_a_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=':1:5: 2 columns are called "sex"'):
        data(tmp_path, header=f"{HEADER},sex", rows=[f"{row},Male" for row in ROWS])


def test_data_that_are_not_utf_8_are_refused_where_they_are_not(tmp_path: Path) -> None:
    spec = read_spec(given(tmp_path))
    (tmp_path / "persons.csv").write_bytes(f"{HEADER}\n{ROWS[0]}\nQ1,H1,Käh".encode("latin-1"))

    with pytest.raises(Fault, match=":3:8: the file is not UTF-8 here"):
        read_data(spec)


def test_rows_of_the_same_people_are_added_up(tmp_path: Path) -> None:
    found = data(tmp_path, rows=[ROWS[0], ROWS[1], ROWS[0].replace(",3", ", 3.0 ")])

    assert list(found.counts.values()) == [6, 12]
    assert list(found.lines.values()) == [2, 3]


def test_without_a_weight_each_row_is_a_person(tmp_path: Path) -> None:
    found = data(tmp_path, spec=SPEC.replace('weight = "persons"', ""), rows=[*ROWS, ROWS[0]])

    assert sum(found.counts.values()) == 13


@pytest.mark.parametrize("weight", ["3", "3.0", "3,0", " 3"])
def test_semicolons_quotes_and_a_byte_order_mark_are_read(weight: str, tmp_path: Path) -> None:
    row = f'2021-Q1;2021-H1;"Mali; south";Africa;Male;{weight}'
    found = data(tmp_path, header=f"\ufeff{HEADER.replace(',', ';')}", rows=[row])

    assert found.counts == {("2021-Q1", "2021-H1", "Mali; south", "Africa", "Male"): 3}


def test_lines_are_counted_through_fields_of_several_lines(tmp_path: Path) -> None:
    rows = ['2021-Q1,2021-H1,"Mali\nsouth",Africa,Male,3', "", "2021-Q1,2021-H1,Mali,Africa,Male,x"]

    with pytest.raises(Fault, match=":5:6: persons"):
        data(tmp_path, rows=rows)
