"""What charts show and what they never do."""

import re

import pytest

from publication.prints import cells, disguised, report, table, true_tables
from suoja.publication.rendering.charts import chart_of
from suoja.publication.rendering.document import document
from suoja.publication.rendering.grid import lay_out
from suoja.publication.rendering.lettering import width_of
from suoja.publication.rendering.svg import _drawn, draw
from suoja.statistics.choices import Status
from suoja.statistics.tables import Cell, SeriesBreak, by_id


def chart(each):
    return chart_of(each, lay_out(each))


def marks(each):
    return [(mark.label, mark.value) for panel in chart(each).panels for mark in panel.marks]


def svg(each):
    return draw(chart(each), name="n", title="Title", description="Told")


@pytest.fixture(scope="module")
def pictures():
    parts = document(report(*true_tables()), "fi").parts
    return [section.svg() for part in parts for section in part.sections if section.chart]


def test_a_hidden_number_has_no_bar_and_two_points() -> None:
    hidden = {"man_boy": Status.SECONDARY}
    drawn = table(cells=cells("sex", {"woman_girl": 8, "man_boy": 7}, hidden)).public()

    assert marks(drawn) == [("Woman or girl", 8), ("Man or boy", None)]
    assert svg(drawn).count("<rect") == 1
    assert ">..</text>" in svg(drawn)


def test_a_chart_is_the_same_whatever_is_hidden() -> None:
    tables = true_tables()
    pairs = zip(tables, disguised(tables), strict=True)

    assert all(chart(one.public()) == chart(other.public()) for one, other in pairs)


def test_a_bar_is_as_long_as_its_number_is_large() -> None:
    drawn = svg(table(cells=cells("sex", {"woman_girl": 40, "man_boy": 10})))
    long, short = (float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', drawn))

    assert long == pytest.approx(4 * short, rel=0.01)


def test_who_is_nobody_is_left_out_and_who_is_hidden_is_not() -> None:
    numbers = {"woman_girl": 8, "man_boy": 0, "other_or_not_stated": 2}
    each = table(cells=cells("sex", numbers, {"other_or_not_stated": Status.PRIMARY}))

    assert [label for label, _ in marks(each)] == ["Woman or girl", "Other or not stated"]


@pytest.mark.parametrize("numbers", [{"woman_girl": 8}, {"woman_girl": 0, "man_boy": 0}])
def test_a_chart_that_would_say_nothing_is_not_drawn(numbers: dict[str, int]) -> None:
    assert chart(table(cells=cells("sex", numbers))) is None


def test_a_table_with_everything_hidden_has_no_chart() -> None:
    hidden = {"woman_girl": Status.PRIMARY, "man_boy": Status.PRIMARY}
    each = table(cells=cells("sex", {"woman_girl": 2, "man_boy": 3}, hidden))

    assert chart(each.public()) is None


def test_a_series_stands_upright_and_has_every_year() -> None:
    series = by_id(true_tables())["series_new_clients"]

    assert chart(series).in_time
    assert [label for label, _ in marks(series)] == [str(year) for year in range(2006, 2021)]


def test_two_dimensions_make_panels() -> None:
    numbers = [("in_finland", "forced_labour", 7), ("abroad", "forced_labour", 9)]
    numbers += [("in_finland", "other", 5), ("abroad", "other", 0)]
    crossed = tuple(Cell({"place": place, "form": form}, n) for place, form, n in numbers)
    each = table(dimensions=("place", "form"), cells=crossed)

    assert [panel.name for panel in chart(each).panels] == ["In Finland", "Abroad"]
    assert [value for _, value in marks(each)] == [7, 5, 9, 0]
    assert ">In Finland</text>" in svg(each)


def test_two_dimensions_of_which_one_is_years_make_a_panel_for_each_category() -> None:
    panels = chart(by_id(true_tables())["series_new_clients_by_form"]).panels

    assert "Forced labour" in [panel.name for panel in panels]
    assert {len(panel.marks) for panel in panels} == {15}


def series(first, last, *, broken):
    years = range(first, last + 1)
    numbers = tuple(Cell({"year": str(year)}, year - 2000) for year in years)
    told = SeriesBreak(broken, "Children are counted since then.")
    return table(dimensions=("year",), margins=(), cells=numbers, breaks=(told,))


def test_a_break_of_a_series_is_a_dashed_line_with_its_year() -> None:
    broken = series(2014, 2020, broken=2016)

    assert [(each.place, each.year) for each in chart(broken).breaks] == [(2, 2016)]
    assert svg(broken).count("stroke-dasharray") == 1
    assert ">Break 2016</text>" in svg(broken)


@pytest.mark.parametrize("year", [2014, 2021])
def test_a_break_before_the_first_year_or_after_the_last_is_not_drawn(year: int) -> None:
    assert "stroke-dasharray" not in svg(series(2014, 2020, broken=year))


def test_a_chart_is_drawn_once_for_all_formats() -> None:
    first = svg(series(2001, 2020, broken=2016))
    hits = _drawn.cache_info().hits

    assert svg(series(2001, 2020, broken=2016)) == first
    assert _drawn.cache_info().hits == hits + 1


@pytest.mark.parametrize("people", [60, 300])
def test_nothing_of_a_picture_lies_outside_it(people: int) -> None:
    parts = document(report(*true_tables(people)), "sv").parts
    for section in (each for part in parts for each in part.sections if each.chart):
        drawn = section.svg()
        height = float(re.search(r'height="(\d+)"', drawn)[1])
        assert all(
            0 < float(y) <= height for y in re.findall(r'<text x="[^"]+" y="([^"]+)"', drawn)
        )
        assert all(0 <= float(x) <= 560 for x in re.findall(r'<(?:text|rect) x="([^"]+)"', drawn))


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


def test_labels_are_whole_on_as_many_lines_as_they_need() -> None:
    grounds = {"not_trafficking_other_violation": 9, "not_credible": 5}
    drawn = svg(table(dimensions=("ground",), margins=("ground",), cells=cells("ground", grounds)))

    lines = re.findall(r'text-anchor="end">([^<]+)<', drawn)
    assert " ".join(lines[:-1]) == "Not trafficking, possibly another violation of rights"


def test_wide_letters_are_wider_than_narrow_ones() -> None:
    assert width_of("MMM", 10) > width_of("aaa", 10) > width_of("iii", 10) > 0
