"""The report on paper: its parts, its tags and its cover."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from publication.prints import cells, report, table, true_tables
from suoja.publication.rendering import Report, as_pdf
from suoja.publication.rendering.document import document
from suoja.statistics.choices import Status
from suoja.vocabulary.countries import NATIONALITIES

FOREWORD = {"en": "People.", "fi": "Ihmisiä.", "sv": "Människor."}
PARTS = (
    "Foreword",
    "Key figures",
    "Applications to the assistance system",
    "Comparison with earlier years",
    "What the numbers do not tell",
    "How people are protected",
    "Annex",
)


@pytest.fixture(scope="module")
def whole() -> Report:
    return replace(report(*true_tables()), foreword=FOREWORD)


@pytest.fixture(scope="module")
def pdf(whole: Report) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(as_pdf.write(whole, "en"))) as file:
        yield file


def tagged(file: pikepdf.Pdf, tag: str) -> list[pikepdf.Dictionary]:
    found = (each for each in file.objects if isinstance(each, pikepdf.Dictionary))
    return [each for each in found if each.get("/S") == tag]


def test_the_parts_stand_in_their_order(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    places = [next(n for n, title in enumerate(titles) if part in title) for part in PARTS]

    assert places == sorted(places)
    assert "Contents" not in titles


def test_every_table_has_heads_that_readers_of_the_screen_find(pdf: pikepdf.Pdf) -> None:
    tables, heads = tagged(pdf, "/Table"), tagged(pdf, "/TH")

    assert len(heads) >= 2 * len(tables) > 0


def test_every_sentence_is_in_the_print(whole: Report) -> None:
    data = as_pdf._data(document(whole, "en"))
    printed_sentences = [
        each["sentences"] for part in data["chapters"] for each in part["sections"]
    ]
    parts = document(whole, "en").parts

    for section in (each for part in parts for each in part.sections):
        assert " ".join(section.sentences) in printed_sentences


def test_a_definition_is_printed_once_for_neighbours_that_share_it() -> None:
    pair = (table(), table(id="new_clients_by_form"))
    (chapter,) = as_pdf._data(document(report(*pair), "en"))["chapters"]

    assert [bool(each["definition"]) for each in chapter["sections"]] == [True, False]


def nationalities(count):
    numbers = dict.fromkeys(NATIONALITIES[:count], 5) | {"total": 5 * count}
    return table(
        id="new_clients_by_nationality",
        dimensions=("nationality",),
        margins=("nationality",),
        cells=cells("nationality", numbers),
    )


def pages(of: Report) -> int:
    with pikepdf.open(io.BytesIO(as_pdf.write(of, "en"))) as file:
        return len(file.pages)


def test_a_table_longer_than_a_page_goes_on_on_the_next() -> None:
    assert pages(report(nationalities(150))) >= pages(report(nationalities(10))) + 2


def test_the_chart_of_a_long_list_stands_on_one_page_and_says_so() -> None:
    (part,) = document(report(nationalities(150)), "en").parts
    (long,) = part.sections

    assert len(long.chart.panels[0].marks) < len(long.grid.parts)
    assert long.chart_notes == (
        "The chart shows the largest of the groups that are listed, the table all of them.",
    )


def test_the_cover_has_a_dot_for_each_new_client_only_if_their_number_is_shown() -> None:
    hidden = {"man_boy": Status.SECONDARY, "total": Status.SECONDARY}
    numbers = {"woman_girl": 8, "man_boy": 7, "total": 15}
    shown = as_pdf._data(document(report(table(cells=cells("sex", numbers))), "en"))
    closed = as_pdf._data(document(report(table(cells=cells("sex", numbers, hidden))), "en"))

    assert (shown["persons"], closed["persons"]) == (15, None)
    assert "15" not in str(closed["words"])


def short_tables(*names):
    women = cells("sex", {"woman_girl": 8, "total": 8})
    return [table(id=name, cells=women, definition="") for name in names]


def test_a_chapter_goes_on_where_the_one_before_ends() -> None:
    one = short_tables(
        "referrals_by_referrer", "referrals_by_repetition", "referrals_by_organisation"
    )
    two = short_tables("decisions_by_outcome", "refusals_by_ground", "exits_by_ground")

    assert pages(report(*one, *two)) == pages(report(*one))
