"""The plan is the same for the same seed, and keeps its proportions at every size."""

from collections import Counter

import pytest

from example.counting import Count
from suoja.accounts.choices import Role
from suoja.example.plan import Plan, make_plan, planned_staff

pytestmark = pytest.mark.xdist_group("example")


def test_the_same_seed_gives_the_same_plan(plan, count) -> None:
    again = make_plan(seed=plan.seed)

    assert [case for batch in again.batches() for case in batch] == count.cases


def test_another_seed_gives_other_people_and_the_same_numbers(count) -> None:
    other = Count(case for batch in make_plan(seed=2).batches() for case in batch)

    assert other.cases[0] != count.cases[0]
    assert len(other.new("2020", place="in_finland")) == 123


def test_twice_as_many_clients_are_counted_twice(plan, count) -> None:
    twice = Plan(plan.seed, 200, plan.clients, plan.refused)
    counted = Count(case for batch in twice.batches() for case in batch)

    assert twice.size == 2 * 1257
    for sex in ("woman_girl", "man_boy"):
        assert len(counted.new("2018", sex=sex)) == 2 * len(count.new("2018", sex=sex))


def test_people_drawn_from_the_same_life_have_other_names_and_days(plan) -> None:
    first, second = Plan(plan.seed, 200, plan.clients, plan.refused).batches()
    alike = sum(a.person == b.person for a, b in zip(first, second, strict=True))

    assert alike == 0


def test_a_tenth_keeps_the_proportions(plan, count) -> None:
    tenth = Plan(plan.seed, 10, plan.clients, plan.refused)
    counted = Count(case for batch in tenth.batches() for case in batch)

    assert len(counted.cases) == pytest.approx(len(count.cases) / 10, abs=2)
    for year in ("2016", "2018", "2020"):
        assert len(counted.new(year)) == pytest.approx(len(count.new(year)) / 10, abs=3)


def test_every_role_has_somebody() -> None:
    assert set(Counter(member.role for member in planned_staff())) == set(Role.values)
