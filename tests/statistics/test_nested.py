"""Closer forms lie in a form: what is left of it can be worked out, and is protected."""

from dataclasses import replace

import pytest

from made_up.caseload import VICTIM, caseload
from suoja.core.calendar import Period
from suoja.statistics.contents import specs_of
from suoja.statistics.counting import Counted, count
from suoja.statistics.disclosure import Relation
from suoja.statistics.facts import Facts
from suoja.statistics.groups import Group, group, impossible
from suoja.statistics.nested import nested
from suoja.statistics.questions import spec_for
from suoja.statistics.scheme import scheme_of
from suoja.statistics.tables import build, by_id

YEAR = Period.parse("2020")
SEXUAL = ("form", "sexual_exploitation")
CLOSER = {"prostitution": 36, "sexual_slavery": 6}


def whom(*traits, when="2020"):
    return Group("new_clients", when, frozenset(traits))


def told(form, **closer):
    parts = {whom(("subform", name)): number for name, number in closer.items()}
    return {whom(SEXUAL): form, **parts}


def test_what_is_left_of_a_form_is_who_has_no_closer_one() -> None:
    (found,) = nested(told(43, **CLOSER))

    assert found.whom == whom(SEXUAL)
    assert set(found.listed) == {whom(("subform", name)) for name in CLOSER}
    assert found.numbers == {whom(SEXUAL, ("subform", "none")): 1, found.together: 42}
    assert found.relations == (
        Relation(found.whom, (found.together, found.rest)),
        Relation(found.together, found.listed),
    )


@pytest.mark.parametrize(
    "numbers",
    [
        {"form": 43, "prostitution": 36},
        {"form": 41, **CLOSER},
    ],
)
def test_nothing_is_left_where_a_closer_form_is_not_told_or_the_records_mix_forms(numbers) -> None:
    assert list(nested(told(**numbers))) == []


def test_shelters_less_those_of_monika_can_be_worked_out() -> None:
    shelters = whom(("referrer", "shelter_or_mother_and_child_home"))
    (found,) = nested({shelters: 9, whom(("organisation", "monika")): 5})

    assert (found.whom, found.numbers[found.rest]) == (shelters, 4)
    assert found.relations == (Relation(shelters, (*found.listed, found.rest)),)


def test_a_rest_that_is_told_otherwise_is_no_rest() -> None:
    rest = whom(SEXUAL, ("subform", "none"))

    assert list(nested({**told(43, **CLOSER), rest: 2})) == []
    assert len(list(nested({**told(43, **CLOSER), rest: 1}))) == 1


def test_who_has_a_closer_form_goes_by_it_alone() -> None:
    table = Counted(spec_for("new_clients", ["form", "subform"]), YEAR, {})

    assert group(table, ("sexual_exploitation", "prostitution")) == whom(
        ("subform", "prostitution")
    )
    assert impossible(group(table, ("forced_labour", "prostitution")))
    assert not impossible(group(table, ("sexual_exploitation", "none")))


def test_a_nationality_lies_in_its_region_and_an_age_group_among_adults() -> None:
    nations = Counted(spec_for("new_clients", ["nationality", "region"]), YEAR, {})
    ages = Counted(spec_for("new_clients", ["age_group", "age_at_admission"]), YEAR, {})

    assert group(nations, ("NG", "sub_saharan_africa")) == whom(("nationality", "NG"))
    assert impossible(group(nations, ("NG", "asia")))
    assert group(ages, ("18_24", "18_or_over")) == whom(("age_group", "18_24"))
    assert impossible(group(ages, ("18_24", "under_18")))


def one_without_a_closer_form():
    """Return facts of 43 sexually exploited: one of them is told no closer."""
    closer = [name for name, number in CLOSER.items() for _ in range(number)]
    spells = [replace(VICTIM, form=SEXUAL[1], subform=each) for each in [*closer, None]]
    labour = [replace(VICTIM, form="forced_labour", subform="domestic_servitude")] * 20
    numbered = [replace(each, person=at) for at, each in enumerate([*spells, *labour], 1)]
    return Facts((), tuple(numbered), (), ())


def test_one_person_left_of_a_form_is_not_given_away() -> None:
    tables = by_id(build(one_without_a_closer_form(), YEAR))
    form = tables["new_clients_by_form"].cell(form=SEXUAL[1])
    closer = [tables["new_clients_by_subform"].cell(subform=name) for name in CLOSER]

    assert [cell.value for cell in (form, *closer)] == [43, 36, 6]
    assert any(cell.hidden for cell in (form, *closer))


def test_of_any_caseload_what_is_left_of_a_form_is_guarded() -> None:
    facts = caseload(seed=10, people=120)
    scheme = scheme_of(count(specs_of(YEAR), facts, YEAR), [], facts)
    guarded = {table.name(at) for table in scheme.tables if table.guarded for at in table.values}

    assert whom(SEXUAL, ("subform", "none")) in guarded
