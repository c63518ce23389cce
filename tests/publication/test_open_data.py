"""All tables of a report in all formats, in one package that explains itself."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from publication.prints import disguised, report, true_tables
from publication.table_reading import LANGUAGES, in_codes, leaky, unpacked, whole
from suoja.publication.choices import Format, TableFormat
from suoja.publication.rendering import Report, printed, table_file
from suoja.statistics.labels import dimension_label

ENDINGS = {"csv": "csv", "jsonstat": "json", "px": "px", "xlsx": "xlsx"}


def package(of: Report, language: str = "en") -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(printed(of, Format.ZIP, language).content))


def index_of(archive: zipfile.ZipFile) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(archive.read("datapackage.json"))
    return read


def readme(of: Report, language: str = "en") -> str:
    return package(of, language).read("README.txt").decode("utf-8-sig")


def test_every_table_is_there_in_every_format() -> None:
    tables = {
        f"{kind}/{each.id}.{ending}" for each in whole().tables for kind, ending in ENDINGS.items()
    }

    assert set(package(whole()).namelist()) == {"README.txt", "datapackage.json", *tables}


@pytest.mark.parametrize("kind", TableFormat)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_the_package_is_the_file_of_the_table(kind: str, language: str) -> None:
    single = table_file(whole(), "new_clients_by_sex", kind, language)

    inside = package(whole(), language).read(f"{kind}/new_clients_by_sex.{ENDINGS[kind]}")
    assert inside == single.content
    assert single.name == f"suoja-2020-v1-new_clients_by_sex-{language}.{ENDINGS[kind]}"


def test_the_index_names_every_file_with_its_size_and_its_hash() -> None:
    archive = package(whole())
    found = {each["path"]: each for each in index_of(archive)["resources"]}

    assert set(found) == set(archive.namelist()) - {"README.txt", "datapackage.json"}
    for path, told in found.items():
        content = archive.read(path)
        assert told["bytes"] == len(content)
        assert told["hash"] == f"sha256:{sha256(content).hexdigest()}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_knows_the_columns_of_every_csv_file(language: str) -> None:
    archive = package(whole(), language)
    for each in index_of(archive)["resources"]:
        if each["format"] == "csv":
            first = archive.read(each["path"]).decode("utf-8-sig").splitlines()[0]
            assert first.split(",") == [field["name"] for field in each["schema"]["fields"]]


def test_csv_holds_the_numbers_of_every_table() -> None:
    archive = package(whole())
    for each in (each for each in whole().tables if each.dimensions):
        text = archive.read(f"csv/{each.id}.csv").decode("utf-8-sig")
        found = {
            frozenset((name, line[name]) for name in each.dimensions): line["value"]
            for line in csv.DictReader(io.StringIO(text))
        }
        wanted = {key: "" if value is None else str(value) for key, value in in_codes(each).items()}
        assert found == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_package_explains_every_table(language: str) -> None:
    text = readme(whole(), language)

    for each in whole().tables:
        assert f"csv/{each.id}.csv" in text
        assert all(f"{name}: " in text for name in each.dimensions)
    assert ".." in text


def test_the_page_of_the_package_says_what_it_is_and_how_to_cite_it() -> None:
    text = readme(whole())

    assert text.startswith("Annual report 2020\r\nNational Assistance System")
    assert "How to cite: National Assistance System" in text
    assert str(dimension_label("nationality")) in text
    assert "What this version corrects" not in text


def test_a_corrected_package_says_what_was_wrong() -> None:
    text = readme(replace(report(), version=2, correction="A client was missing."))

    assert "What this version corrects\r\nA client was missing." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_the_package_depends_on_what_is_hidden(language: str) -> None:
    one, other = (
        package(leaky(each), language) for each in (true_tables(), disguised(true_tables()))
    )

    assert one.namelist() == other.namelist()
    for name in one.namelist():
        assert one.read(name) == other.read(name)
        assert b"987654" not in unpacked(other.read(name))


def test_every_file_bears_the_day_of_the_report() -> None:
    assert {each.date_time for each in package(whole()).infolist()} == {(2021, 3, 1, 0, 0, 0)}


def test_a_table_that_is_not_in_the_report_has_no_file() -> None:
    with pytest.raises(KeyError):
        table_file(report(), "no_such_table", "csv", "en")


def test_a_format_that_nobody_writes_has_no_file() -> None:
    with pytest.raises(ValueError, match="pdf"):
        table_file(report(), "new_clients_by_sex", "pdf", "en")
