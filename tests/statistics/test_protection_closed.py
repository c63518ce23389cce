"""Where nothing is proven, nothing is told."""

import pytest

from made_up.caseload import caseload
from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.statistics.disclosure import (
    Fact,
    Table,
    Threshold,
    Together,
    Unprotectable,
    given_away,
    protect,
    prove,
)
from suoja.statistics.disclosure.program import Program
from suoja.statistics.tables import build

ROW = Table("row", ("c",), {("a",): 40, ("b",): 3, ("total",): 43})


def told(*cells: str) -> list[Fact]:
    return [Fact.exactly(ROW.name((cell,)), ROW.values[(cell,)]) for cell in cells]


def test_a_solver_that_runs_out_of_time_refuses_the_report(monkeypatch) -> None:
    monkeypatch.setattr(Program, "SECONDS", 0.0)

    with pytest.raises(Refused, match="nothing is told"):
        build(caseload(people=60, seed=1), Period.parse("2020"))


def test_a_solver_that_finds_nothing_refuses_the_report(monkeypatch) -> None:
    monkeypatch.setattr(Program, "change", lambda *_args, **_more: None)

    with pytest.raises(Refused, match="nothing is told"):
        build(caseload(people=60, seed=1), Period.parse("2020"))


def test_a_group_is_given_away_only_by_what_was_told() -> None:
    small = ROW.name(("b",))

    assert given_away([small], [ROW], Threshold(5), facts=told("a", "total")) == {small}
    assert given_away([small], [ROW], Threshold(5), facts=told("total")) == frozenset()


FEW = Table("few", ("c",), {("a",): 2, ("b",): 2, ("c",): 60, ("total",): 64})
A, B = (FEW.name((cell,)) for cell in "ab")
AT_LEAST_FOUR = [Fact(((A, 1), (B, 1)), 4, 1_000), Fact.exactly(FEW.name(("c",)), 60)]


def test_a_sum_that_is_known_to_be_no_lower_is_given_away() -> None:
    with pytest.raises(Unprotectable) as found:
        protect([FEW], Threshold(5), facts=AT_LEAST_FOUR)

    assert found.value.names == (Together(frozenset({A, B})),)
    known = given_away(found.value.names, [FEW], Threshold(5), facts=AT_LEAST_FOUR)
    assert known == {*found.value.names}
    assert given_away(known, [FEW], Threshold(5)) == frozenset()


def test_where_a_sum_was_given_away_all_else_is_proven() -> None:
    known = [Together(frozenset({A, B}))]
    found = protect([FEW], Threshold(5), facts=AT_LEAST_FOUR, known=known)

    assert prove([FEW], Threshold(5), found, facts=AT_LEAST_FOUR, known=known).holds
    assert not prove([FEW], Threshold(5), found, facts=AT_LEAST_FOUR).holds
