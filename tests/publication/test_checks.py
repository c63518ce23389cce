"""The printed files are read back; each kind of mistake is found."""

import io
import zipfile
from dataclasses import replace

import pytest
from django.utils.translation import gettext_lazy

from made_up.caseload import caseload
from publication.prints import cells, report, table, true_tables
from suoja.core.calendar import Period
from suoja.publication.checks import comparing, prints
from suoja.publication.checks.languages import languages_complete
from suoja.publication.checks.numbers import numbers_agree
from suoja.publication.checks.reading import number_in, numbers_in
from suoja.publication.choices import Format
from suoja.publication.rendering.charts import Chart, Mark, Panel
from suoja.statistics.choices import Status
from suoja.statistics.tables import SeriesBreak, build, by_id

SEXES = {"woman_girl": 1135, "man_boy": 112, "other_or_not_stated": 0, "total": 1247}
PLAIN = report(table(title=gettext_lazy("New clients by sex")))


def answers(one, language="en", **files):
    """Return what is found wrong when these files stand in for what was printed."""
    given = prints.files_of(one, language) | {Format(name): file for name, file in files.items()}
    tables = by_id(each.public() for each in one.tables)
    return prints.read_back(one, given, language, tables)


def wrong(one, language="en", **files):
    return [
        (file, each.place, each.printed, each.frozen)
        for file, each in answers(one, language, **files).wrong
    ]


def printed(kind, language="en"):
    return prints.files_of(PLAIN, language)[Format(kind)]


def in_zip(old, new):
    """Return the CSV files with something put in the place of something else."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(printed("csv"))) as before, zipfile.ZipFile(changed, "w") as to:
        for name in before.namelist():
            to.writestr(name, before.read(name).replace(old, new))
    return changed.getvalue()


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_a_report_as_it_is_printed_has_nothing_wrong(language: str) -> None:
    assert wrong(report(*true_tables()), language) == []


@pytest.mark.parametrize("period", ["2018-H1", "2019"])
def test_every_kind_of_report_is_read_back(period: str) -> None:
    months = Period.parse(period)

    assert wrong(report(*build(caseload(3, 300), months), period=months)) == []


def test_a_number_of_the_page_that_is_not_the_tables_is_found() -> None:
    changed = printed("html").replace(b'<bdi dir="ltr">112</bdi>', b'<bdi dir="ltr">113</bdi>')

    assert wrong(PLAIN, html=changed) == [("HTML", ("Man or boy", "Number"), 113, 112)]


def test_two_numbers_that_changed_places_are_found() -> None:
    words = printed("text").replace(b" 112", b" @").replace(b" 1,135", b" 112")

    assert ("text", ("Woman or girl", "Number"), 112, 1135) in wrong(PLAIN, text=words)


def test_a_number_of_the_json_that_is_not_the_tables_is_found() -> None:
    assert wrong(PLAIN, json=printed("json").replace(b"1135", b"1136")) == [
        ("JSON", ("woman_girl",), 1136, 1135)
    ]


def test_a_number_of_the_csv_that_is_not_the_tables_is_found() -> None:
    assert wrong(PLAIN, csv=in_zip(b",112,", b",12,")) == [("CSV", ("man_boy",), 12, 112)]


def test_a_line_that_is_left_out_is_found() -> None:
    assert wrong(PLAIN, csv=in_zip(b"man_boy,", b"child,")) == [
        ("CSV", ("child",), 112, None),
        ("CSV", ("man_boy",), None, 112),
    ]


def test_a_hidden_number_that_is_printed_is_found() -> None:
    hidden = {"man_boy": Status.PRIMARY, "woman_girl": Status.SECONDARY}
    covered = report(table(cells=cells("sex", SEXES, hidden)))

    found = wrong(covered, json=printed("json"))
    assert found == [
        ("JSON", ("woman_girl",), 1135, None),
        ("JSON", ("man_boy",), 112, None),
    ]


def test_a_key_figure_that_is_not_its_cell_is_found() -> None:
    figures = printed("html").replace(b'value"><bdi dir="ltr">1,247', b'value"><bdi dir="ltr">1,2')

    assert wrong(PLAIN, html=figures) == [("HTML", ("New clients",), "1,2", 1247)]


def test_a_number_in_words_that_no_cell_accounts_for_is_found() -> None:
    said = printed("html").replace(b"People admitted", b"The 99 people admitted")

    assert wrong(PLAIN, html=said) == [("HTML", (), 99, None)]


def test_a_mark_that_is_not_as_high_as_its_cell_is_found() -> None:
    chart = Chart((Panel("", (Mark("Woman or girl", 1135), Mark("Man or boy", 1))),))
    found = list(comparing.in_chart(chart, ("Number",), table()))

    assert [(each.place, each.printed, each.frozen) for each in found] == [
        (("Man or boy", ""), 1, 112)
    ]


def test_what_was_found_is_said_in_a_sentence() -> None:
    found = {"en": answers(PLAIN, json=printed("json").replace(b"1135", b"null"))}
    check = numbers_agree(PLAIN, found)

    assert not check.passed
    assert check.findings == (
        "JSON, en: new_clients_by_sex / woman_girl is printed as .., the table says 1135.",
    )


def test_a_reference_in_the_foreword_to_what_is_not_shown_is_found() -> None:
    check = numbers_agree(replace(PLAIN, foreword={"en": "{refusals_by_ground}"}), {})

    assert "refusals_by_ground" in check.findings[0]


def complete(one, **said):
    prose = {code: prints.Answer((), {"t": (said.get(code, ""),)}) for code in ("en", "fi", "sv")}
    return languages_complete(one, prose).findings


def test_a_title_that_is_not_translated_is_found() -> None:
    plain = table(title="New clients by sex", definition=gettext_lazy("Total"))

    assert "no words in fi for: New clients by sex" in complete(report(plain))[0]


def test_a_note_that_is_not_translated_is_found() -> None:
    broken = table(breaks=(SeriesBreak(2016, "Counted otherwise."),))

    assert any("Counted otherwise." in each for each in complete(report(broken)))


def test_a_sentence_that_two_languages_say_alike_is_found() -> None:
    said = "The number rose from 5 to 7."

    assert any(said in each for each in complete(PLAIN, en=said, sv=said))
    assert not any(said in each for each in complete(PLAIN, en=said, sv="Antalet ökade."))


@pytest.mark.parametrize(("foreword", "missing"), [({}, 0), ({"en": "Calm."}, 2)])
def test_a_foreword_is_there_in_every_language_or_in_none(
    foreword: dict[str, str], missing: int
) -> None:
    found = complete(replace(PLAIN, foreword=foreword))

    assert sum("foreword is missing" in each for each in found) == missing


@pytest.mark.parametrize(
    ("text", "number"),
    [("..", None), ("", None), ("0", 0), ("1,135", 1135), ("1\u00a0135", 1135), ("1 1", "1 1")],
)
def test_a_number_is_read_as_each_language_writes_it(text: str, number: object) -> None:
    assert number_in(text) == number


def test_numbers_in_prose_are_kept_apart() -> None:
    assert list(numbers_in("In 2018 247, of 1\u00a0135 (22 %).")) == [2018, 247, 1135, 22]
