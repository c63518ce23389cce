"""Where nothing is proven, nothing is told."""

import pytest

from made_up.caseload import caseload
from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.statistics.disclosure import Fact, Table, Threshold, given_away
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
