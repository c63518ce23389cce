"""The foreword of a report: numbers are inserted, never typed."""

import pytest

from publication.prints import cells, report, table, true_tables
from suoja.publication.rendering import Report
from suoja.publication.rendering.foreword import filled, paragraphs, references, why_not
from suoja.statistics.choices import Status

FORMS = {"forced_labour": 1122, "forced_begging": 2, "total": 1124}


@pytest.fixture
def printed() -> Report:
    forms = table(
        id="new_clients_by_form",
        dimensions=("form",),
        margins=("form",),
        cells=cells("form", FORMS, {"forced_begging": Status.PRIMARY}),
    )
    return report(table(), forms, *true_tables()[-1:])


def test_a_reference_names_a_table_and_may_name_categories() -> None:
    (found,) = references("In all {new_clients_by_form_and_sex form=other sex=man_boy} men.")

    assert found.table == "new_clients_by_form_and_sex"
    assert found.categories == {"form": "other", "sex": "man_boy"}


@pytest.mark.parametrize(
    ("language", "number"), [("en", "1,122"), ("fi", "1\xa0122"), ("sv", "1\xa0122")]
)
def test_a_number_is_written_as_the_language_writes_it(
    printed: Report, language: str, number: str
) -> None:
    text = filled("{new_clients_by_form form=forced_labour}.", printed, language)

    assert text == f"{number}."


def test_a_table_alone_is_its_total(printed: Report) -> None:
    assert filled("{new_clients_by_sex}", printed, "en") == "1,247"


def test_a_number_that_is_not_shown_is_never_filled_in(printed: Report) -> None:
    assert filled("{new_clients_by_form form=forced_begging}", printed, "en") == ".."


@pytest.mark.parametrize(
    "text", ["Since 2006 we have helped.", "In 2020 {new_clients_by_sex} came.", "No number."]
)
def test_years_and_references_may_stand(printed: Report, text: str) -> None:
    assert why_not(text, printed) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{new_cliennts}", "no table new_cliennts"),
        ("{new_clients_by_form form=slavery}", "no such category"),
        ("{new_clients_by_sex form=other}", "no such category"),
        ("{new_clients_by_form form=forced_begging}", "not shown"),
        ("{new_clients_by_sex", "like this: {new_clients_by_sex}"),
        ("1122 were forced", "Write {new_clients_by_form form=forced_labour} instead of 1122"),
        ("We came to know 7 people", "7 is no number that this report shows"),
        ("Half, ½, were men", "½ is no number"),
        ("In 2031 we expect more", "2031 is no number"),
        ("On 1,122 days", "1 is no number"),
    ],
)
def test_what_cannot_stand_is_refused_with_a_sentence(
    printed: Report, text: str, says: str
) -> None:
    assert says in (why_not(text, printed) or "")


def test_a_hidden_number_typed_by_hand_is_refused_like_any_other(printed: Report) -> None:
    assert "2 is no number that this report shows" in (why_not("2 people begged", printed) or "")


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs("One\nline.\n\n \nAnother.\n") == ("One line.", "Another.")
