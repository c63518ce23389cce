"""A spec is read as it is meant, or refused by line and column."""

from pathlib import Path

import pytest

from made_up.disclosed import SPEC, given
from suoja.statistics.disclose.fault import Fault
from suoja.statistics.disclose.reading import read_spec

WRONG = {
    "broken TOML": ('levels = ["sex"]', 'levels = ["sex"', "14:1: not TOML"),
    "no end": ("threshold = 5", 'threshold = "5', "18:15: not TOML"),
    "unknown key": ("threshold", "treshold", '18:1: unknown key "treshold". Did you mean "thre'),
    "unknown section": ("[policy]", "[polices]", '17:2: unknown key "polices". Did you mean "pol'),
    "unknown key of a table": ('by = ["period"', 'bye = ["period"', '15:1: unknown key "bye"'),
    "no file": ("persons.csv", "people.csv", "2:8: there is no file"),
    "file left out": ('file = "persons.csv"', "", "1:2: [data] needs `file"),
    "file is a number": ('"persons.csv"', "7", "2:1: `file` must be a text"),
    "unknown variable": (
        'by = ["period", "n',
        'by = ["period", "m',
        "15:17: no variable is called",
    ),
    "no tables": ("[[tables]]\nby", "[policies]\nby", 'unknown key "policies"'),
    "tables as a table": ("[[tables]]", "[tables]", "14:2: a spec needs [[tables]]"),
    "variable twice": ('by = ["period", ', 'by = ["sex", ', '15:7: "sex" is listed twice.'),
    "no levels": ('levels = ["sex"]', "levels = []", "12:1: `levels` needs a column"),
    "levels are a text": ('levels = ["sex"]', 'levels = "sex"', "12:1: `levels` must be a list"),
    "levels left out": ('levels = ["sex"]', "", "11:2: `levels` must be a list"),
    "column of two variables": ('["sex"]', '["region"]', '12:11: column "region" belongs to'),
    "variable called value": ("variables.sex", "variables.value", '"value" cannot name'),
    "threshold of one": ("threshold = 5", "threshold = 1", "18:1: `threshold` is"),
    "threshold in words": ("threshold = 5", "threshold = true", "18:1: `threshold` is"),
    "same table twice": (
        "[policy]",
        '[[tables]]\nby = ["sex", "period", "nationality"]\n[policy]',
        "18:1: the table by sex, period, nationality is asked for twice.",
    ),
    "same file twice": (
        "[policy]",
        '[[tables]]\nname = "Period-nationality-sex"\nby = ["sex"]\n[policy]',
        '18:1: two tables would be written to "Period-nationality-sex.csv"',
    ),
    "name leads elsewhere": ("by = [", 'name = "../x"\nby = [', "15:1: `name` names a file"),
    "no earlier file": (
        "[policy]",
        '[previous]\nfiles = ["h1.csv"]\n[policy]',
        "18:10: there is no file",
    ),
    "part of no column": (
        "[policy]",
        '[previous]\nwhere = {hallf = "2021-H1"}\n[policy]',
        '18:10: "hallf" is no column of a variable: describe it as [variables.NAME]. Did you',
    ),
    "part of a number": (
        "[policy]",
        "[previous]\nwhere = {half = 1}\n[policy]",
        "18:10: `half` must be a list of texts",
    ),
    "part in words": (
        "[policy]",
        '[previous]\nwhere = "2021-H1"\n[policy]',
        "18:1: `where` names a category",
    ),
    "revised in words": (
        "[policy]",
        '[[previous]]\nrevised = "yes"\n[policy]',
        "18:1: `revised` is true or false",
    ),
    "unknown key of an earlier one": (
        "[policy]",
        "[[previous]]\nfile = []\n[policy]",
        '18:1: unknown key "file". Did you mean "files"',
    ),
    "earlier ones in a list": (
        "[data]",
        'previous = ["h1.csv"]\n[data]',
        "1:1: write [[previous]] and under it `files`",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_spec_is_refused_where_it_is_wrong(case: str, tmp_path: Path) -> None:
    right, wrong, expected = WRONG[case]
    path = given(tmp_path, SPEC.replace(right, wrong))

    with pytest.raises(Fault) as refused:
        read_spec(path)

    assert expected in str(refused.value)
    assert str(refused.value).startswith(f"{path}:")


def test_a_spec_is_read(tmp_path: Path) -> None:
    spec = read_spec(given(tmp_path))

    assert spec.data == tmp_path / "persons.csv"
    assert spec.names == ("period", "nationality", "sex")
    assert spec.variables[1].levels == ("nationality", "region")
    assert [table.name for table in spec.tables] == ["period-nationality-sex"]


def test_a_byte_order_mark_is_no_part_of_a_spec(tmp_path: Path) -> None:
    assert read_spec(given(tmp_path, f"\ufeff{SPEC}")).threshold == 5


def test_a_spec_that_is_not_utf_8_is_refused_where_it_is_not(tmp_path: Path) -> None:
    path = given(tmp_path)
    path.write_bytes(SPEC.replace("sex]", "ikä]").encode("latin-1"))

    with pytest.raises(Fault, match=":11:14: the spec is not UTF-8"):
        read_spec(path)


def test_the_threshold_is_five_unless_the_policy_says_otherwise(tmp_path: Path) -> None:
    assert read_spec(given(tmp_path, SPEC.partition("[policy]")[0])).threshold == 5


def test_a_table_may_be_named(tmp_path: Path) -> None:
    spec = read_spec(given(tmp_path, SPEC.replace("by =", 'name = "all.csv"\nby =')))

    assert [table.name for table in spec.tables] == ["all"]


def test_a_spec_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="Name a TOML file"):
        read_spec(tmp_path / "nothing.toml")


def test_a_place_is_found_in_a_list_of_many_lines(tmp_path: Path) -> None:
    spec = SPEC.replace('["period", "nat', '[\n  "period",  # [not "this"]\n  "nat')
    path = given(tmp_path, spec.replace('nationality", "sex"]', 'nationality", "sox"]'))

    with pytest.raises(Fault, match=':17:18: no variable is called "sox"'):
        read_spec(path)
