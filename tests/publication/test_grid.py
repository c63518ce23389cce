"""Rows and columns."""

from django.utils.translation import override

from publication.prints import cells, table, true_tables
from suoja.publication.rendering.grid import lay_out, words
from suoja.statistics.choices import Status
from suoja.statistics.tables import Cell, by_id


def rows(laid_out):
    return [(row.label, row.values) for row in laid_out.rows]


def test_a_table_of_one_dimension_is_a_list() -> None:
    laid_out = lay_out(table())

    assert (laid_out.corner, laid_out.columns) == ("Sex", ("Number",))
    assert rows(laid_out)[0] == ("Woman or girl", (1135,))
    assert [row.is_total for row in laid_out.rows] == [False, False, False, True]


def test_what_is_hidden_has_no_number() -> None:
    hidden = {"man_boy": Status.PRIMARY, "woman_girl": Status.SECONDARY}
    laid_out = lay_out(table(cells=cells("sex", {"woman_girl": 8, "man_boy": 3}, hidden)))

    assert rows(laid_out) == [("Woman or girl", (None,)), ("Man or boy", (None,))]


def test_a_closed_list_keeps_its_order_whatever_the_numbers() -> None:
    laid_out = lay_out(table(cells=cells("sex", {"woman_girl": 5, "man_boy": 9})))

    assert [row.label for row in laid_out.rows] == ["Woman or girl", "Man or boy"]


def test_an_open_list_is_sorted_by_size_and_leaves_out_what_is_hidden() -> None:
    numbers = {"AL": 7, "FI": 9, "NG": 3, "SE": 7, "total": 26}
    nationalities = table(
        dimensions=("nationality",),
        open_list=frozenset({"nationality"}),
        cells=cells("nationality", numbers, {"NG": Status.PRIMARY}),
    )

    laid_out = lay_out(nationalities)

    assert [row.label for row in laid_out.rows] == ["Finland", "Albania", "Sweden", "Total"]


def test_an_open_list_with_a_hidden_total_is_not_sorted() -> None:
    numbers = {"AL": 7, "FI": 9, "total": 26}
    nationalities = table(
        dimensions=("nationality",),
        open_list=frozenset({"nationality"}),
        cells=cells("nationality", numbers, {"total": Status.SECONDARY}),
    )

    assert [row.label for row in lay_out(nationalities).rows] == ["Albania", "Finland", "Total"]


def test_of_two_dimensions_the_smaller_goes_across() -> None:
    laid_out = lay_out(by_id(true_tables())["new_clients_by_place_and_form"])

    assert laid_out.corner == "Form of exploitation"
    assert laid_out.columns[0] == "In Finland"
    assert laid_out.total_last
    assert laid_out.rows[-1].is_total


def test_columns_with_the_words_of_the_rows_say_what_they_are_of() -> None:
    ages = by_id(true_tables())["stock_by_age_at_admission_and_now"]

    assert lay_out(ages).columns[0] == "Age at admission: Under 18"
    assert lay_out(ages).columns[-1] == "Total"


def test_years_go_across() -> None:
    laid_out = lay_out(by_id(true_tables())["series_new_clients_by_form"])

    assert laid_out.columns[:2] == ("2006", "2007")


def test_a_single_number_is_named_by_its_table() -> None:
    single = table(dimensions=(), margins=(), cells=(Cell({}, 1257),), title="Clients since 2006")

    assert rows(lay_out(single)) == [("Clients since 2006", (1257,))]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    written = []
    for language in ("en", "fi", "sv"):
        with override(language):
            written.append(words(12345))

    assert written == ["12,345", "12\xa0345", "12\xa0345"]
    assert words(None) == ".."
