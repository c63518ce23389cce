"""A table as JSON-stat, checked by a public validator and read back by a public reader."""

import json
from typing import Any

import pytest
from jsonstat_validator import validate_jsonstat
from pyjstat import pyjstat

from publication.prints import cells, report, table, true_tables
from publication.table_reading import LANGUAGES, in_codes, leaky, whole
from suoja.publication.rendering import table_file
from suoja.statistics.choices import Status


def written(table_id: str, language: str = "en") -> str:
    return table_file(whole(), table_id, "jsonstat", language).content.decode()


def dataset(table_id: str, language: str = "en") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(written(table_id, language))
    return read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_valid(language: str) -> None:
    for each in whole().tables:
        assert validate_jsonstat(dataset(each.id, language))


def test_a_public_reader_finds_the_numbers_of_every_table() -> None:
    for each in whole().tables:
        read = pyjstat.Dataset.read(written(each.id))
        for place, value in in_codes(each).items():
            asked = dict(place)
            query = [{code: asked[code]} for code in read["id"] if code in asked]
            assert read.get_value(query or [{"period": "2020"}]) == value


def test_status_marks_exactly_the_numbers_that_are_null() -> None:
    for each in whole().tables:
        read = dataset(each.id)
        nulls = {str(place) for place, value in enumerate(read["value"]) if value is None}
        assert set(read["status"]) == nulls
        assert set(read["status"].values()) <= {"hidden"}


def test_every_place_has_a_value() -> None:
    read = dataset("series_new_clients_by_form")

    assert read["id"] == ["form", "year"]
    assert read["size"] == [12, 16]
    assert len(read["value"]) == 12 * 16


@pytest.mark.parametrize(
    ("table_id", "role"),
    [
        ("series_stock", {"time": ["year"]}),
        ("stock_by_month", {"time": ["month"]}),
        ("new_clients_by_sex", {}),
    ],
)
def test_time_has_its_role(table_id: str, role: dict[str, list[str]]) -> None:
    assert dataset(table_id)["role"] == role


def test_a_dataset_says_what_it_is_in_each_language() -> None:
    finnish = dataset("new_clients_by_sex", "fi")

    assert finnish["dimension"]["sex"]["label"] == "Sukupuoli"
    assert finnish["dimension"]["sex"]["category"]["index"][0] == "woman_girl"
    assert finnish["source"] == "Ihmiskaupan uhrien auttamisjärjestelmä"
    assert finnish["updated"] == "2021-03-01"
    assert finnish["extension"]["version"] == 1


def test_the_definition_and_the_breaks_are_notes() -> None:
    notes = dataset("series_new_clients_by_form")["note"]

    assert notes[0].startswith("People admitted")
    assert any("2016" in note for note in notes[1:-1])
    assert notes[-1].startswith("National Assistance System")


def test_nothing_of_a_hidden_number_is_in_the_file() -> None:
    for each in true_tables():
        read = json.loads(table_file(leaky(true_tables()), each.id, "jsonstat", "en").content)
        assert read["value"] == dataset(each.id)["value"]
        assert read["value"].count(None) == sum(cell.hidden for cell in each.printed())


def test_a_published_zero_is_a_zero() -> None:
    numbers = {"woman_girl": 0, "man_boy": 2, "total": 2}
    of = report(table(cells=cells("sex", numbers, {"man_boy": Status.PRIMARY})))

    read = json.loads(table_file(of, "new_clients_by_sex", "jsonstat", "en").content)
    assert (read["value"], read["status"]) == ([0, None, 2], {"1": "hidden"})
