"""What charts show and what they never do."""

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest

from publication.prints import cells, disguised, report, table, true_tables
from suoja.publication.rendering.charts import Chart, Mark, Panel, chart_of
from suoja.publication.rendering.document import document, section_of
from suoja.publication.rendering.drawing import BESIDE, NARROW, SIZE, WIDE, Layout
from suoja.publication.rendering.grid import lay_out
from suoja.publication.rendering.lettering import width_of
from suoja.publication.rendering.svg import _drawn, draw
from suoja.statistics.choices import Status
from suoja.statistics.tables import Cell, SeriesBreak, by_id

HIDDEN = Status.SECONDARY


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


TEXT = re.compile(r'<text x="([^"]+)" y="([^"]+)"([^>]*)>([^<]*)')
BEFORE = {"start": 0, "middle": 0.5, "end": 1}  # what of a text stands before its place


def texts(drawn):
    """Yield each text of a picture with its left, its right and its foot."""
    for x, y, more, words in TEXT.findall(drawn):
        size = re.search(r'font-size="(\d+)"', more)
        anchor = re.search(r'text-anchor="(\w+)"', more)
        wide = width_of(unescape(words), float(size[1]) if size else SIZE)
        left = float(x) - wide * BEFORE[anchor[1] if anchor else "start"]
        yield words, left, left + wide, float(y)


@pytest.mark.parametrize("layout", [NARROW, BESIDE, WIDE], ids=lambda each: each.name)
@pytest.mark.parametrize("people", [60, 300])
def test_nothing_of_a_picture_lies_outside_it(people: int, layout: Layout) -> None:
    parts = document(report(*true_tables(people)), "sv").parts
    for section in (each for part in parts for each in part.sections if each.chart):
        drawn = draw(section.chart, layout, name="n", title="", description="")
        height = float(re.search(r'height="(\d+)"', drawn)[1])
        cut = [
            (words, left, right)
            for words, left, right, foot in texts(drawn)
            if left < 0 or right > layout.width or not 0 < foot <= height
        ]
        assert cut == []


@pytest.mark.parametrize("layout", [NARROW, WIDE], ids=lambda each: each.name)
def test_numbers_that_stand_side_by_side_do_not_run_into_each_other(layout: Layout) -> None:
    large = dict.fromkeys((str(year) for year in range(2006, 2021)), 1257)
    each = table(dimensions=("year",), margins=(), cells=cells("year", large))
    drawn = draw(chart(each), layout, name="n", title="", description="")
    for words in ("1,257", "20"):
        line = sorted((left, right) for text, left, right, _ in texts(drawn) if words in text)
        assert all(one[1] <= other[0] for one, other in pairwise(line))
        assert line


def test_a_page_has_a_chart_for_phones_and_one_for_larger_windows() -> None:
    section = section_of(table())

    assert re.findall(r'<svg [^>]*class="(\w+)"', section.picture()) == ["narrow", "wide"]
    assert re.findall(r'<svg [^>]*class="(\w+)"', section.svg()) == ["beside"]


def test_panels_stand_one_under_another_on_a_phone() -> None:
    series = by_id(true_tables())["series_new_clients_by_form"]
    drawn = draw(chart(series), NARROW, name="n", title="", description="")
    heads = re.findall(r'<text x="([^"]+)" y="([^"]+)" font-weight="bold"', drawn)

    assert len(heads) == len(chart(series).panels) == len({y for _, y in heads})
    assert {x for x, _ in heads} == {"0.0"}


@pytest.mark.parametrize("in_time", [False, True])
def test_the_name_of_a_panel_is_as_long_as_it_is(in_time: bool) -> None:
    name = "Suomessa, Hyväksikäyttö etuuksien tai lainojen saamiseksi, Ei tiedossa"
    panels = tuple(Panel(each, (Mark("2019", 7), Mark("2020", 9))) for each in (name, "Muu"))
    drawn = draw(Chart(panels, in_time), NARROW, name="n", title="", description="")
    lines = [line for line in texts(drawn) if line[0] in name]

    assert " ".join(words for words, *_ in lines) == name
    assert all(right <= NARROW.width for _, _, right, _ in lines)


def test_a_group_without_a_panel_is_named() -> None:
    numbers = [("in_finland", "forced_labour", 7), ("abroad", "forced_labour", 3)]
    numbers += [("in_finland", "other", 5), ("abroad", "other", 0)]
    crossed = tuple(
        Cell({"place": place, "form": form}, n, HIDDEN if n == 3 else Status.PUBLISHED)
        for place, form, n in numbers
    )
    each = section_of(table(dimensions=("place", "form"), cells=crossed).public())

    assert [panel.name for panel in each.chart.panels] == ["In Finland"]
    assert each.all_notes == ("In the table only, as no number above zero is shown: Abroad.",)
    assert replace(each, chart=None).all_notes == ()


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
