"""What charts show and what they never do."""

import re

import pytest

from publication.prints import cells, disguised, report, table, true_tables
from suoja.publication.rendering.charts import chart_of
from suoja.publication.rendering.document import document
from suoja.publication.rendering.grid import lay_out
from suoja.statistics.choices import Status
from suoja.statistics.tables import Cell, by_id


def data_of(spec):
    return spec["data"]["values"]


def chart(each):
    return chart_of(each, lay_out(each))


@pytest.fixture(scope="module")
def pictures():
    parts = document(report(*true_tables()), "fi").parts
    return [section.svg() for part in parts for section in part.sections if section.chart]


def test_a_hidden_number_has_no_bar_and_two_points() -> None:
    hidden = {"man_boy": Status.SECONDARY}
    drawn = data_of(chart(table(cells=cells("sex", {"woman_girl": 8, "man_boy": 7}, hidden))))

    assert [(each["value"], each["end"], each["words"]) for each in drawn] == [
        (8, 8, "8"),
        (None, 0, ".."),
    ]


def test_a_chart_is_the_same_whatever_is_hidden() -> None:
    tables = true_tables()
    pairs = zip(tables, disguised(tables), strict=True)

    assert all(chart(one.public()) == chart(other.public()) for one, other in pairs)


def test_who_is_nobody_is_left_out_and_who_is_hidden_is_not() -> None:
    numbers = {"woman_girl": 8, "man_boy": 0, "other_or_not_stated": 2}
    each = table(cells=cells("sex", numbers, {"other_or_not_stated": Status.PRIMARY}))

    labels = [datum["label"] for datum in data_of(chart(each))]
    assert labels == ["Woman or girl", "Other or not stated"]


@pytest.mark.parametrize("numbers", [{"woman_girl": 8}, {"woman_girl": 0, "man_boy": 0}])
def test_a_chart_that_would_say_nothing_is_not_drawn(numbers: dict[str, int]) -> None:
    assert chart(table(cells=cells("sex", numbers))) is None


def test_a_table_with_everything_hidden_has_no_chart() -> None:
    hidden = {"woman_girl": Status.PRIMARY, "man_boy": Status.PRIMARY}
    each = table(cells=cells("sex", {"woman_girl": 2, "man_boy": 3}, hidden))

    assert chart(each) is None


def test_a_series_stands_upright_and_has_every_year() -> None:
    drawn = data_of(chart(by_id(true_tables())["series_new_clients"]))

    assert [datum["label"] for datum in drawn] == [str(year) for year in range(2006, 2021)]


def test_two_dimensions_make_panels() -> None:
    numbers = [("in_finland", "forced_labour", 7), ("abroad", "forced_labour", 9)]
    numbers += [("in_finland", "other", 5), ("abroad", "other", 0)]
    crossed = tuple(Cell({"place": place, "form": form}, n) for place, form, n in numbers)
    spec = chart(table(dimensions=("place", "form"), cells=crossed))

    assert spec["facet"]["column"]["sort"] == ["In Finland", "Abroad"]
    assert [datum["words"] for datum in data_of(spec)] == ["7", "5", "9", "0"]


def test_two_dimensions_of_which_one_is_years_make_a_panel_for_each_category() -> None:
    spec = chart(by_id(true_tables())["series_new_clients_by_form"])

    assert "Forced labour" in spec["facet"]["sort"]


def test_a_picture_has_no_style_no_script_and_nothing_from_elsewhere(pictures) -> None:
    everything = "".join(pictures)

    assert pictures
    assert not re.search(r"\bstyle=|<style|<script|\bon\w+=|href=", everything)


def test_a_picture_is_one_image_and_its_parts_keep_silent(pictures) -> None:
    everything = "".join(pictures)

    assert 'role="graphics-' not in everything
    assert "aria-roledescription" not in everything


def test_every_picture_has_a_title_a_description_and_its_own_names(pictures) -> None:
    names = [name for each in pictures for name in re.findall(r'\bid="([^"]+)"', each)]

    assert len(names) == len(set(names))
    for each in pictures:
        assert 'role="img"' in each
        assert "<title" in each
        assert "<desc" in each


def test_names_that_a_picture_refers_to_are_its_own(pictures) -> None:
    for each in pictures:
        known = set(re.findall(r'\bid="([^"]+)"', each))
        assert set(re.findall(r"url\(#([^)]+)\)", each)) <= known


def test_labels_are_whole() -> None:
    grounds = {"not_trafficking_other_violation": 9, "not_credible": 5}
    long = table(dimensions=("ground",), margins=("ground",), cells=cells("ground", grounds))
    label = data_of(chart(long))[0]["label"]

    assert label.replace("\n", " ") == "Not trafficking, possibly another violation of rights"
