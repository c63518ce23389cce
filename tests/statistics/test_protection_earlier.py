"""What was told before binds every world that a later report rests on."""

from dataclasses import replace

import pytest

from made_up.caseload import VICTIM, caseload
from suoja.core.calendar import Period
from suoja.statistics.choices import Counts
from suoja.statistics.contents import specs_of
from suoja.statistics.counting import count
from suoja.statistics.disclosure import SECONDARY, Protected
from suoja.statistics.facts import Facts
from suoja.statistics.groups import Group, group, impossible
from suoja.statistics.protection import prove
from suoja.statistics.scheme import scheme_of
from suoja.statistics.tables import build, build_proven, by_id, told

HALF, YEAR = Period.parse("2020-H1"), Period.parse("2020")


def told_of(facts, period):
    return [told(table) for table in build(facts, period)]


def test_no_world_changes_a_number_that_was_told_before() -> None:
    facts = caseload(people=120, seed=3)
    earlier = told_of(facts, HALF)
    worlds = build_proven(facts, YEAR, earlier=earlier).protection.witnesses
    moved = {name for world in worlds for name, by in world.items() if by}
    known = {group(each.numbers, at) for each in earlier for at in each.cells}

    assert moved
    assert moved.isdisjoint(known)


def test_three_countings_of_one_period_are_told_apart() -> None:
    facts = caseload(people=80, seed=1)
    counted = [replace(facts, spells=tuple(facts.spells)[::step]) for step in (1, 2, 3)]
    earlier = [each for records in counted[:2] for each in told_of(records, YEAR)]
    built = build_proven(counted[2], YEAR, earlier=earlier)

    assert built.protection.proof.holds


def test_who_was_hidden_then_still_needs_a_proof_now() -> None:
    facts = caseload(people=120, seed=3)
    earlier = told_of(facts, HALF)
    scheme = scheme_of(count(specs_of(YEAR), facts, YEAR), earlier, facts)
    statuses = {table.id: dict.fromkeys(table.values, SECONDARY) for table in scheme.today}
    at_risk = prove(scheme, "strict", Protected(statuses, ())).at_risk
    people = [each.numbers for each in earlier if each.numbers.spec.measure.counts != Counts.THINGS]
    small = {group(each, at) for each in people for at, n in each.values.items() if 0 < n < 5}

    assert small
    assert {frozenset({whom}) for whom in small} <= set(at_risk)


def test_in_no_world_is_anybody_what_nobody_can_be() -> None:
    facts = caseload(people=120, seed=3)
    scheme = scheme_of(count(specs_of(YEAR), facts, YEAR), (), facts)
    groups = {name for table in scheme.today for name in table.names.values()}
    nobody = {each for each in groups if isinstance(each, Group) and impossible(each)}
    known = {table.name(at) for table in scheme.today for at in table.impossible}

    assert nobody
    assert nobody == known


@pytest.mark.parametrize(("policy", "is_protected"), [("strict", True), ("practice", False)])
def test_who_was_hidden_then_is_protected_by_the_policy_of_then(
    policy: str, *, is_protected: bool
) -> None:
    women = [replace(VICTIM, person=number) for number in range(7)]
    men = [replace(VICTIM, person=10 + number, sex="man_boy") for number in range(2)]
    facts = Facts(spells=(*women, *men))
    earlier = [replace(told(each), policy=policy) for each in build(facts, HALF, policy)]
    now = by_id(build(facts, YEAR, "practice", earlier=earlier))["new_clients_by_sex"]

    assert now.cell(sex="man_boy").hidden is is_protected
