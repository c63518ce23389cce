"""The tables of a report, taken together, expose nobody."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from made_up import attacks, drawn
from made_up.caseload import VICTIM, WITNESS, caseload, caseloads
from suoja import law
from suoja.core.calendar import Period
from suoja.statistics.choices import Status
from suoja.statistics.contents import SPECS, specs_of
from suoja.statistics.counting import count
from suoja.statistics.facts import Facts
from suoja.statistics.groups import Group, group
from suoja.statistics.links import links
from suoja.statistics.scheme import scheme_of
from suoja.statistics.tables import Counts, build, build_proven, by_id, told

YEAR = Period.parse("2020")
PRIVATE = {Status.PRIMARY, Status.SECONDARY}
unhurried = settings(deadline=None, max_examples=10)


def small(tables):
    return [
        cell
        for table in tables
        for cell in table.cells
        if table.counts != Counts.THINGS and 0 < (cell.value or 0) < 5
    ]


def everything_an_outsider_can_add_up(facts, tables):
    """Return the sums over groups of people, and the groups whose number is published."""
    numbers = count(SPECS, facts, YEAR)
    groups = {(n.spec.id, at): group(n, at) for n in numbers for at in n.values}
    values = {groups[n.spec.id, at]: value for n in numbers for at, value in n.values.items()}
    sums = [(link.total, link.parts) for link in links(values)]
    for n in numbers:
        here = {at: groups[n.spec.id, at] for at in n.values}
        sums += [(here[t], [here[p] for p in parts]) for t, parts in attacks.sums_of(table_of(n))]
    known = {
        groups[table.id, tuple(cell.categories.values())]: cell.value
        for table in tables
        for cell in table.public().cells
        if cell.value is not None
    }
    return sums, known, values


def table_of(numbers):
    return drawn.Table(numbers.spec.id, numbers.spec.codes, numbers.values)


@unhurried
@given(caseloads(people=150))
def test_no_hidden_number_of_a_report_can_be_worked_out(facts) -> None:
    tables = build(facts, YEAR)
    sums, known, values = everything_an_outsider_can_add_up(facts, tables)
    learned = attacks.subtract(known, sums)

    assert not [name for name in set(learned) - set(known) if 0 < values[name] < 5]


@unhurried
@given(caseloads(people=150))
def test_no_small_number_is_in_a_public_table(facts) -> None:
    public = [table.public() for table in build(facts, YEAR)]

    assert small(public) == []


@unhurried
@given(caseloads(people=150))
def test_every_published_number_is_true(facts) -> None:
    numbers = {each.spec.id: each.values for each in count(SPECS, facts, YEAR)}
    for table in build(facts, YEAR):
        for cell in table.public().cells:
            true = numbers[table.id][tuple(cell.categories.values())]
            assert cell.value in (true, None)


def test_outside_a_small_cell_looks_like_any_hidden_one() -> None:
    tables = build(caseload(1, 300), YEAR)
    statuses = {cell.status for table in tables for cell in table.cells}
    public = {cell.status for table in tables for cell in table.public().cells}

    assert statuses >= PRIVATE
    assert public == {Status.PUBLISHED, Status.HIDDEN}


def test_the_order_of_cells_does_not_depend_on_their_values() -> None:
    orders = [
        [[cell.categories for cell in table.cells] for table in build(facts, YEAR)]
        for facts in (Facts(), caseload(1, 300))
    ]

    assert orders[0] == orders[1]


def test_a_page_lists_only_nationalities_that_are_published() -> None:
    people = [replace(VICTIM, person=n, nationality="NG" if n > 3 else "IQ") for n in range(20)]
    table = by_id(build(Facts(spells=tuple(people)), YEAR))["new_clients_by_nationality"]

    assert {cell.categories["nationality"] for cell in table.printed()} <= {"NG", "total"}
    assert table.public().cell(nationality="IQ") == replace(
        table.public().cell(nationality="AF"), categories={"nationality": "IQ"}
    )


def test_witnesses_are_hidden_under_every_name() -> None:
    facts = caseload(1, 600)
    witnesses = tuple(replace(WITNESS, person=10_000 + number) for number in range(2))
    others = tuple(spell for spell in facts.spells if spell.category == "victim")
    tables = by_id(build(replace(facts, spells=others + witnesses), YEAR))

    assert tables["new_clients_by_form"].cell(form="none").status == Status.PRIMARY
    assert tables["new_clients_by_place"].cell(place="witness").status == Status.PRIMARY
    assert tables["new_clients_by_category"].cell(category="witness").status == Status.PRIMARY
    assert tables["new_clients_by_category"].cell(category="victim").hidden


def test_practice_hides_small_nationalities_and_minors_only() -> None:
    tables = build(caseload(1, 300), YEAR, "practice")
    hidden = [cell for table in tables for cell in table.cells if cell.status == Status.PRIMARY]

    policy = law.publication_policy("practice")
    assert all(policy.is_small(c.value, [*c.categories], [*c.categories.values()]) for c in hidden)
    assert any(cell.status == Status.PUBLISHED for cell in small(tables))


def test_there_is_no_third_policy() -> None:
    with pytest.raises(ValueError, match="lenient"):
        build(Facts(), YEAR, "lenient")


def told_of(tables):
    return [told(table) for table in tables]


def test_two_versions_of_a_report_together_are_proven() -> None:
    facts = caseload(people=200, seed=1)
    first = build_proven(facts, YEAR)
    fewer = replace(facts, spells=tuple(facts.spells)[::2])
    second = build_proven(fewer, YEAR, earlier=told_of(first.tables))

    assert second.protection.proof.holds
    assert second.protection.proof.aggregates > first.protection.proof.aggregates


def test_two_half_years_and_their_year_together_are_proven() -> None:
    facts, earlier = caseload(people=200, seed=3), []
    for period in ("2020-H1", "2020-H2", "2020"):
        built = build_proven(facts, Period.parse(period), earlier=earlier)
        earlier += told_of(built.tables)
        assert built.protection.proof.holds
        assert not built.protection.given_away


def test_the_first_half_is_part_of_what_protects_the_year() -> None:
    facts = caseload(people=200, seed=3)
    first = build(facts, Period.parse("2020-H1"))
    numbers = count(specs_of(YEAR), facts, YEAR)
    scheme = scheme_of(numbers, told_of(first), facts)
    second_half = Group("new_clients", "2020-H2", frozenset())

    assert second_half in {table.name(at) for table in scheme.before for at in table.values}
