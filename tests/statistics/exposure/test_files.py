"""Files of printed figures: planted leaks, safe files, and files that cannot be read."""

import json

import pytest

from suoja import cli
from suoja.core.errors import Refused
from suoja.statistics.exposure import audit, printed_figures
from suoja.statistics.exposure.reading import COLUMNS

HEAD = ",".join((*COLUMNS, "unit", "flags"))
YEAR = "report.txt,2021-01-01,2021-12-31,,new_clients"
HALF = "report.txt,2021-01-01,2021-06-30,,new_clients"
SAFE = (
    f"{YEAR},,,,,100,count,,",
    f"{YEAR},sex,women,,,60,count,,",
    f"{HALF},,,,,70,count,,",
)


@pytest.fixture
def file(tmp_path):
    def write(*rows):
        path = tmp_path / "figures.csv"
        path.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
        return path

    return write


def exposed(path):
    return {each.asked.label: each for each in audit(printed_figures(path)).exposed}


def test_a_safe_file_gives_nothing_away(file) -> None:
    assert exposed(file(*SAFE)) == {}


def test_a_year_minus_its_half_is_found(file) -> None:
    women = f"{HALF},sex,women,,,57,count,,"
    found = exposed(file(*SAFE, women))["2021-H2 new clients, sex women"]

    assert (found.low, found.high) == (3, 3)


def test_a_total_minus_its_listed_parts_is_found(file) -> None:
    found = exposed(file(*SAFE, f"{YEAR},sex,men,,,38,count,,"))
    rest = found["2021 new clients, sex none that is listed"]

    assert rest.derivation == "100 (in all) - 60 (sex women) - 38 (sex men) = 2"


def test_a_hidden_part_of_a_complete_list_is_bounded_with_what_is_not_listed(file) -> None:
    found = exposed(
        file(*SAFE, f"{YEAR},sex,men,,,36,count,,", f"{YEAR},sex,other,,,<5,fewer_than_5,,")
    )

    assert found["2021 new clients, sex other than printed"].low == 4
    assert found["2021 new clients, sex other"].derivation == "printed: <5"


def test_a_share_is_a_number_of_persons(file) -> None:
    found = exposed(file(*SAFE, f"{YEAR},age_group,minor,,,3,percent,,"))

    assert found["2021 new clients, age at admission minor"].derivation == "3 % of 100 = 3"


def test_a_share_of_a_number_that_is_not_printed_is_used_too(file) -> None:
    rows = (f"{YEAR},sex,women,,,60,count,,", f"{YEAR},sex,women,,,95,percent,,")

    assert exposed(file(*rows))["2021 new clients, sex none that is listed"].high == 3


UNREADABLE = {
    f"{YEAR},sex,women,,,many,count,,": r"line 2, column value: 'many' .*Write a number: 12",
    f"{YEAR},sex,women,,,5,guess,,": r"column value_kind: 'guess' is no kind",
    f"{YEAR},,women,,,5,count,,": r"column dimension1: a category needs its dimension",
    f"{YEAR},,,sex,women,5,count,,": r"column dimension1: .*Move it to dimension1",
    f"{YEAR},sex,women,sex,men,5,count,,": r"column dimension1: the two dimensions are the same",
    "report.txt,2021,2021-12-31,,new_clients,,,,,5,count,,": r"column period_start: '2021' is not",
    "report.txt,2021-02-01,2021-01-31,,new_clients,,,,,5,count,,": r"column period_end: .*before",
    "report.txt,2021-02-01,,,new_clients,,,,,5,count,,": r"column period_end: .*Fill both in",
    "report.txt,2021-01-01,2021-12-31,,,,,,,5,count,,": r"column population: it is empty",
    ",2021-01-01,2021-12-31,,new_clients,,,,,5,count,,": r"column source_file: it is empty",
    f"{YEAR},5": r"line 2, column source_file: it has more or fewer values",
}


@pytest.mark.parametrize("row", UNREADABLE)
def test_what_cannot_be_read_is_said_with_line_and_column(file, row) -> None:
    with pytest.raises(Refused, match=UNREADABLE[row]):
        printed_figures(file(row))


def test_a_file_that_is_no_text_is_refused(tmp_path) -> None:
    (tmp_path / "figures.csv").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(Refused, match="Name a CSV file in UTF-8"):
        printed_figures(tmp_path / "figures.csv")


def test_a_report_that_the_file_does_not_hold_is_refused(file) -> None:
    with pytest.raises(Refused, match=r"holds no report 2014: choose from report\.txt"):
        printed_figures(file(*SAFE), ["2014"])


def test_the_command_tells_by_its_exit_code_whether_something_is_given_away(file, capsys) -> None:
    words = ["release", "audit", "--published"]

    assert cli.main([*words, str(file(*SAFE))]) == 0
    assert "Nothing is given away." in capsys.readouterr().out
    assert cli.main([*words, str(file(*SAFE, f"{YEAR},sex,men,,,38,count,,"))]) == 1
    assert "Internal" in capsys.readouterr().out
    assert cli.main([*words, "nothing.csv"]) == 2


def test_json_holds_what_the_terminal_tells(file, capsys) -> None:
    leaky = file(*SAFE, f"{YEAR},sex,men,,,38,count,,")
    cli.main(["release", "audit", "--published", str(leaky), "--json"])
    (found,) = json.loads(capsys.readouterr().out)["exposed"]

    assert (found["low"], found["high"], found["kind"]) == (2, 2, "exact")
    assert found["reports"] == ["report.txt"]


def test_another_threshold_finds_more(file, capsys) -> None:
    leaky = file(*SAFE, f"{YEAR},sex,men,,,33,count,,")

    assert cli.main(["release", "audit", "--published", str(leaky)]) == 0
    words = ["release", "audit", "--published", str(leaky), "--threshold", "10"]
    assert cli.main(words) == 1
