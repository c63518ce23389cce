"""The files in which a report can be had."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from publication.prints import cells, disguised, report, table, true_tables
from publication.table_reading import unpacked
from suoja.publication.choices import Format
from suoja.publication.rendering import Report, as_csv, printed
from suoja.publication.rendering.changes import changes
from suoja.publication.rendering.report import CHAPTERS
from suoja.statistics.choices import Status
from suoja.statistics.contents import SPECS

LANGUAGES = ("en", "fi", "sv")


@pytest.fixture(scope="module")
def whole() -> Report:
    return report(*true_tables())


@pytest.fixture(scope="module")
def pdf(whole: Report) -> Callable[[str], pikepdf.Pdf]:
    return lambda language: pikepdf.open(io.BytesIO(content(whole, Format.PDF, language)))


def content(of: Report, format_: Format, language: str = "en") -> bytes:
    return printed(of, format_, language).content


@pytest.mark.parametrize("format_", Format)
def test_nothing_printed_depends_on_what_is_hidden(whole: Report, format_: Format) -> None:
    other = Report.of_tables(
        disguised(true_tables()), period=whole.period, policy="strict", dated=whole.dated
    )

    assert content(other, format_) == content(whole, format_)


@pytest.mark.parametrize("format_", Format)
def test_nothing_printed_tells_why_a_number_is_hidden(whole: Report, format_: Format) -> None:
    printed_bytes = unpacked(content(whole, format_))

    assert b"primary" not in printed_bytes
    assert b"secondary" not in printed_bytes


def test_json_is_as_scripts_expect_it(whole: Report) -> None:
    read = json.loads(content(whole, Format.JSON))

    assert set(read) == {"period", "version", "tables"}
    assert (read["period"], read["version"]) == ("2020", 1)
    sexes = next(each for each in read["tables"] if each["id"] == "new_clients_by_sex")
    assert set(sexes) == {"id", "population", "dimensions", "cells"}
    assert (sexes["population"], sexes["dimensions"]) == ("new_clients", ["sex"])
    assert set(sexes["cells"][0]) == {"categories", "value", "status"}
    assert sexes["cells"][-1]["categories"] == {"sex": "total"}


def test_json_has_null_exactly_where_a_number_is_hidden(whole: Report) -> None:
    tables = json.loads(content(whole, Format.JSON))["tables"]
    found = [each for one in tables for each in one["cells"]]

    assert {each["status"] for each in found} == {"published", "hidden"}
    assert all((each["value"] is None) == (each["status"] == "hidden") for each in found)


def test_json_is_the_same_in_every_language(whole: Report) -> None:
    assert len({content(whole, Format.JSON, language) for language in LANGUAGES}) == 1


def test_the_zip_has_a_csv_of_each_table_and_explains_them(whole: Report) -> None:
    archive = zipfile.ZipFile(io.BytesIO(content(whole, Format.CSV)))

    assert set(archive.namelist()) == {"README.txt", *(f"{t.id}.csv" for t in whole.tables)}
    text = archive.read("new_clients_by_sex.csv").decode("utf-8-sig")
    first = next(csv.DictReader(io.StringIO(text)))
    assert list(first) == ["sex", "sex_label", "value", "status"]
    assert (first["sex"], first["sex_label"]) == ("woman_girl", "Woman or girl")
    assert "new_clients_by_sex.csv" in archive.read("README.txt").decode("utf-8-sig")


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_the_columns_of_csv_have_the_same_names_in_every_language(language: str) -> None:
    head = as_csv.write_table(table(), report(), language).decode("utf-8-sig").splitlines()[0]

    assert head == "sex,sex_label,value,status"


def test_a_hidden_value_is_empty_in_csv(whole: Report) -> None:
    archive = zipfile.ZipFile(io.BytesIO(content(whole, Format.CSV)))
    lines = [
        line
        for name in archive.namelist()
        if name.endswith(".csv")
        for line in csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig")))
    ]

    assert any(line["status"] == "hidden" for line in lines)
    assert all((line["value"] == "") == (line["status"] == "hidden") for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_print_is_tagged_and_lasts(pdf: Callable[[str], pikepdf.Pdf], language: str) -> None:
    document = pdf(language)

    assert str(document.Root.Lang) == language
    assert document.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in document.Root
    assert "/Outlines" in document.Root
    with document.open_metadata() as told:
        assert str(told["pdfuaid:part"]) == "1"
        assert (str(told["pdfaid:part"]), told["pdfaid:conformance"]) == ("2", "A")
        assert "2020" in told["dc:title"]


def test_the_print_is_on_a4_in_our_typeface_only(pdf: Callable[[str], pikepdf.Pdf]) -> None:
    document = pdf("fi")

    assert {tuple(map(int, page.mediabox)) for page in document.pages} == {(0, 0, 595, 841)}
    fonts = {str(font.BaseFont) for page in document.pages for font in page.resources.Font.values()}
    assert all("NotoSans" in font for font in fonts)


def test_every_chart_of_the_print_has_words(pdf: Callable[[str], pikepdf.Pdf]) -> None:
    document = pdf("en")
    objects = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
    figures = [each for each in objects if each.get("/S") == "/Figure"]

    assert figures
    assert all(str(each.get("/Alt", "")) for each in figures)


@pytest.mark.parametrize("format_", Format)
def test_the_same_report_prints_the_same_bytes(whole: Report, format_: Format) -> None:
    assert content(whole, format_, "sv") == content(whole, format_, "sv")


def test_text_has_two_points_for_what_is_hidden(whole: Report) -> None:
    text = content(whole, Format.TEXT).decode()

    assert "Annual report 2020" in text
    assert " ..\n" in text


def test_the_page_has_a_table_for_every_chart(whole: Report) -> None:
    html = content(whole, Format.HTML, "fi").decode()

    assert '<html lang="fi">' in html
    assert html.count("<table") >= html.count("<svg") > 0


def test_every_table_of_statistics_is_in_one_chapter() -> None:
    printed_tables = [name for chapter in CHAPTERS for name in chapter.tables]

    assert sorted(printed_tables) == sorted(spec.id for spec in SPECS)


@pytest.mark.parametrize(
    ("period", "title"),
    [
        ("2020", "Annual report 2020"),
        ("2018-H1", "Half-year report, 1 Jan 2018–30 Jun 2018"),
        ("2016-01..2016-08", "Report, 1 Jan 2016–31 Aug 2016"),
    ],
)
def test_a_report_is_called_by_its_period(period: str, title: str) -> None:
    assert (
        content(report(period=type(report().period).parse(period)), Format.TEXT)
        .decode()
        .startswith(title)
    )


def test_a_file_is_named_after_report_version_and_language(whole: Report) -> None:
    assert printed(whole, Format.CSV, "sv").name == "suoja-2020-v1-sv.zip"


@pytest.fixture
def corrected() -> Report:
    before = table(cells=cells("sex", {"woman_girl": 135, "man_boy": 112, "total": 247}))
    after = table(cells=cells("sex", {"woman_girl": 136, "man_boy": 112, "total": 248}))
    told = {"version": 2, "correction": "A client was missing.", "preliminary": False}
    return replace(report(after), changes=changes([before], [after]), **told)


@pytest.mark.parametrize("format_", [Format.TEXT, Format.HTML])
def test_a_corrected_version_says_what_was_wrong_and_what_changed(
    corrected: Report, format_: Format
) -> None:
    text = content(corrected, format_).decode()

    assert "A client was missing." in text
    assert re.search(r"Woman or girl.*135.*136", text, re.DOTALL)
    assert "Not published" not in text


def with_one_hidden(corrected: Report) -> Report:
    women = {"woman_girl": Status.SECONDARY, "man_boy": Status.SECONDARY}
    numbers = {"woman_girl": 135, "man_boy": 112, "total": 247}
    shown, hidden = (table(cells=cells("sex", numbers, which)) for which in ({}, women))
    return replace(corrected, tables=(hidden,), changes=changes([shown], [hidden]))


@pytest.mark.parametrize("format_", [Format.TEXT, Format.HTML])
def test_a_number_that_is_hidden_now_is_told_of_without_what_it_was(
    corrected: Report, format_: Format
) -> None:
    text = content(with_one_hidden(corrected), format_).decode()

    assert "Some numbers that the version before showed are not shown now" in text
    assert "135" not in text
    assert "did not show are shown now" not in text


def test_a_number_that_is_shown_for_the_first_time_is_told_of(corrected: Report) -> None:
    hidden = with_one_hidden(corrected)
    back = replace(corrected, changes=changes(hidden.tables, corrected.tables))

    assert "did not show are shown now" in content(back, Format.HTML).decode()


def headings(of: Report) -> list[str]:
    with pikepdf.open(io.BytesIO(content(of, Format.PDF))) as file, file.open_outline() as outline:
        return [item.title for item in outline.root]


def test_a_correction_is_a_chapter_of_the_print(corrected: Report) -> None:
    assert any("What this version corrects" in each for each in headings(corrected))
    assert not any("What this version corrects" in each for each in headings(report()))


def test_a_correction_that_changes_no_published_number_says_so(corrected: Report) -> None:
    html = content(replace(corrected, changes=()), Format.HTML).decode()

    assert "No number that both versions show has changed." in html
    assert content(replace(corrected, changes=()), Format.TEXT)
