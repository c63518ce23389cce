"""Earlier cells are said in terms of today's, and what was small then stays protected."""

from pathlib import Path

from made_up.disclosed import ROWS, SECOND_HALF, count, given, spec_of
from suoja.statistics.disclose.data import read_data
from suoja.statistics.disclose.earlier import read_earlier
from suoja.statistics.disclose.outcome import Outcome
from suoja.statistics.disclose.problem import EARLIER
from suoja.statistics.disclose.protecting import protect_data
from suoja.statistics.disclose.reading import read_spec

YEAR = (*ROWS, *SECOND_HALF)


def outcome(folder: Path, tables: list[str], earlier: str) -> Outcome:
    """Protect tables of the year after an earlier file."""
    (folder / "earlier.csv").write_text(earlier)
    spec = read_spec(given(folder, spec_of(*tables, earlier=["earlier.csv"]), YEAR))
    files = [read_earlier(path, spec) for path in spec.previous]
    return protect_data(spec, read_data(spec), files, lambda _: None)


def test_a_number_of_today_is_one_fact(tmp_path: Path) -> None:
    told = f"sex,value,status\nFemale,{count(YEAR, ['Female'])},published\n"
    [fact] = outcome(tmp_path, ["nationality sex"], told).problem.facts

    assert len(fact.weights) == 1
    assert fact.low == fact.high == count(YEAR, ["Female"])


def test_the_total_of_three_quarters_is_the_sum_of_them(tmp_path: Path) -> None:
    value = sum(count(YEAR, [quarter]) for quarter in ("2021-Q1", "2021-Q2", "2021-Q3"))
    told = f"period,value,status\ntotal,{value},published\n" + "".join(
        f"2021-Q{quarter},,hidden\n" for quarter in (1, 2, 3)
    )
    found = outcome(tmp_path, ["period sex"], told)

    [fact] = found.problem.facts
    names = sorted(found.words(name)[0] for name, _ in fact.weights)
    assert (names, fact.low) == (["2021-Q1", "2021-Q2", "2021-Q3"], value)


def test_a_number_by_what_no_table_has_is_a_sum_of_combinations(tmp_path: Path) -> None:
    value = count(YEAR, ["2021-Q1", "Female"])
    told = f"period,sex,value,status\n2021-Q1,Female,{value},published\n"
    found = outcome(tmp_path, ["period nationality", "nationality sex"], told)

    [fact] = found.problem.facts
    assert len(fact.weights) > 1
    assert fact.low == value
    assert {tuple(found.words(name)[::2]) for name, _ in fact.weights} == {("2021-Q1", "Female")}


def test_a_small_cell_that_only_earlier_tables_had_is_protected(tmp_path: Path) -> None:
    told = "period,sex,value,status\n2021-Q3,Male,,hidden\n2021-Q1,Male,,hidden\n"
    found = outcome(tmp_path, ["nationality sex"], told)

    [hidden] = [table for table in found.problem.tables if table.id == EARLIER]
    names = [found.words(name) for name in hidden.names.values()]
    assert names == [["2021-Q3", "total", "Male"]]
    assert not found.proof.at_risk
    assert found.proof.small > len(found.small())


def test_an_earlier_table_by_more_ties_todays_tables_to_combinations(tmp_path: Path) -> None:
    told = "period,sex,value,status\n2021-Q3,Male,,hidden\n"
    found = outcome(tmp_path, ["nationality sex"], told)

    unseen = [table.dimensions for table in found.problem.unseen if not table.guarded]
    assert unseen == [("period", "nationality", "sex")]


def test_tables_without_a_common_one_are_tied_by_combinations(tmp_path: Path) -> None:
    found = outcome(tmp_path, ["period nationality", "nationality sex"], "sex,value,status\n")
    tied = {tuple(found.words(link.total)) for link in found.problem.links}

    assert ("2021-Q1", "Albania", "total") in tied
    assert ("total", "Vietnam", "Male") in tied
    assert not [words for words in tied if "2021-H1" in words or "Europe" in words]
