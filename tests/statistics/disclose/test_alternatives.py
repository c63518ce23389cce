"""Coarser ways to ask are tried out, each with what it would hide."""

from pathlib import Path

from made_up.disclosed import given, spec_of
from suoja.statistics.disclose.alternatives import alternatives
from suoja.statistics.disclose.data import read_data
from suoja.statistics.disclose.reading import read_spec

RARE = [
    f"2021-Q1,2021-H1,{nationality},{region},{sex},{persons}"
    for nationality, region, persons in (
        ("Albania", "Europe", 40),
        ("Serbia", "Europe", 2),
        ("Croatia", "Europe", 5),
        ("Vietnam", "Asia", 30),
    )
    for sex in ("Female", "Male")
]


def tried(folder: Path, *tables: str) -> dict[str, str]:
    spec = read_spec(given(folder, spec_of(*tables), RARE))
    found = alternatives(spec, read_data(spec), [], lambda _: None)
    return {each.words: each.result for each in found}


def test_rare_categories_are_merged_inside_the_coarser_one(tmp_path: Path) -> None:
    found = tried(tmp_path, "nationality sex")

    merged = found["merge 2 of nationality with fewer than 20"]
    # Total, two regions, Albania, Vietnam and others: by sex and total.
    assert merged == "0 of 18 cells hidden, 18 published"


def test_a_coarser_level_is_tried(tmp_path: Path) -> None:
    found = tried(tmp_path, "nationality sex")

    words = "leave out nationality and show nationality by region"
    assert found[words] == "0 of 9 cells hidden, 9 published"


def test_leaving_out_a_table_is_tried_where_there_are_several(tmp_path: Path) -> None:
    several = tried(tmp_path, "nationality sex", "period nationality")

    assert "leave out the table nationality-sex" in several
    assert not [words for words in tried(tmp_path, "nationality sex") if "the table" in words]


def test_what_is_given_is_not_changed(tmp_path: Path) -> None:
    spec = read_spec(given(tmp_path, spec_of("nationality sex"), RARE))
    data = read_data(spec)
    before = dict(data.counts)
    list(alternatives(spec, data, [], lambda _: None))

    assert data.counts == before
