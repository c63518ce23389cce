"""Categories lie in coarser ones, and what counts the same people is one node."""

from pathlib import Path

import pytest

from made_up.disclosed import ROWS, given
from suoja.statistics.disclose.data import read_data
from suoja.statistics.disclose.fault import Fault
from suoja.statistics.disclose.hierarchy import Hierarchy, hierarchies
from suoja.statistics.disclose.reading import read_spec


def nationality(folder: Path, *rows: str) -> Hierarchy:
    spec = read_spec(given(folder, rows=rows))
    return hierarchies(spec.variables, read_data(spec))[1]


def person(nationality: str, region: str) -> str:
    return f"2021-Q1,2021-H1,{nationality},{region},Male,1"


def test_rows_come_from_the_total_down(tmp_path: Path) -> None:
    labels = [row.label for row in nationality(tmp_path, *ROWS).rows]

    assert labels == ["total", "Asia", "Vietnam", "Europe", "Albania", "Serbia"]


def test_a_region_of_one_nationality_is_one_node_with_it(tmp_path: Path) -> None:
    nodes = {row.label: row.node for row in nationality(tmp_path, *ROWS).rows}

    assert nodes["Asia"] == nodes["Vietnam"]
    assert nodes["Europe"] != nodes["Albania"]


def test_the_only_region_is_everybody(tmp_path: Path) -> None:
    found = nationality(tmp_path, person("Mali", "Africa"), person("Togo", "Africa"))

    assert {row.label: row.node for row in found.rows} == {
        "total": 0,
        "Africa": 0,
        "Mali": 1,
        "Togo": 2,
    }


def test_numbers_are_sorted_as_numbers(tmp_path: Path) -> None:
    found = nationality(tmp_path, *(person(age, "all") for age in ("10-19", "9", "100", "x")))

    assert found.finest == ("9", "10-19", "100", "x")


def test_a_category_in_two_coarser_ones_is_refused_with_both_lines(tmp_path: Path) -> None:
    with pytest.raises(Fault) as refused:
        nationality(tmp_path, *ROWS, person("Albania", "Asia"))

    assert "persons.csv:14:4: nationality" in str(refused.value)
    assert '"Albania" lies in region "Asia" here and in "Europe" on line 2' in str(refused.value)


def test_a_label_of_two_levels_tells_its_column_where_the_people_differ(tmp_path: Path) -> None:
    rows = (person("Other", "Other"), person("Unknown", "Other"), person("Mali", "Africa"))
    found = nationality(tmp_path, *rows)

    labels = [row.label for row in found.rows]
    assert labels == ["total", "Africa", "Mali", "Other (region)", "Other", "Unknown"]


def test_a_label_of_two_levels_is_one_row_where_the_people_are_the_same(tmp_path: Path) -> None:
    found = nationality(tmp_path, person("Other", "Other"), person("Mali", "Africa"))

    labels = [(row.label, row.column) for row in found.rows]
    assert ("Other", "nationality") in labels
    assert len(labels) == 4


def test_each_node_leads_to_the_smallest_that_holds_it(tmp_path: Path) -> None:
    found = nationality(tmp_path, *ROWS)
    words = found.categories

    assert {words[node]: words[parent] for node, parent in found.parents.items()} == {
        "Vietnam": "total",
        "Europe": "total",
        "Albania": "Europe",
        "Serbia": "Europe",
    }
