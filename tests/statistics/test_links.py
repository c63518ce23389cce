"""Sums across tables that any reader can make: where each holds, and where it does not."""

from suoja.statistics.choices import AgeGroup
from suoja.statistics.disclosure import Relation
from suoja.statistics.groups import Group
from suoja.statistics.links import links
from suoja.vocabulary.choices import SUBFORMS, Form, Region
from suoja.vocabulary.countries import EU, REGION_OF

WOMEN = ("sex", "woman_girl")
VICTIM, WITNESS = ("category", "victim"), ("category", "witness")
POLICE = ("referrer", "police")
POSITIVE = ("outcome", "positive")
ADMITTED, READMITTED = ("decision", "admitted"), ("decision", "readmitted")
ADULT = ("age_at_admission", "18_or_over")
ADULT_AGES = [each for each in AgeGroup if each not in (AgeGroup.MINOR, AgeGroup.UNKNOWN)]
FINN, EUROPEAN = ("residence_status", "finnish_citizen"), ("residence_status", "other_eu_citizen")
OTHER_EU = [("nationality", code) for code in sorted(EU - {"FI"})]
NO_CLOSER = ("subform", "none")
OCEANIA = ("region", Region.NORTH_AMERICA_AND_OCEANIA.value)
OCEANIANS = [code for code, region in REGION_OF.items() if region == OCEANIA[1]]
ALL_YEARS = "2006 to 2020"


def whom(population, *traits, when="2020"):
    return Group(population, when, frozenset(traits))


def found(*groups, **values):
    """Return the sums between these groups; each counts ten people, unless it is in `values`."""
    ten = dict.fromkeys(groups, 10)
    counted = ten | {each: values[each.population] for each in groups if each.population in values}
    return [(each.total, set(each.parts)) for each in links(counted)]


def clients(population, *traits):
    """Return a population, and the victims and witnesses in it."""
    return [whom(population, *traits, *each) for each in ((), (VICTIM,), (WITNESS,))]


def region(*traits, of=OCEANIANS):
    """Return the people of Oceania, and those of its nationalities."""
    parts = [whom("stock", *traits, ("nationality", code)) for code in of]
    return [whom("stock", *traits, OCEANIA), *parts]


def adults(*traits, of=ADULT_AGES):
    """Return the adults, and the groups of their ages."""
    parts = [whom("stock", *traits, ("age_group", each.value)) for each in of]
    return [whom("stock", *traits, ADULT), *parts]


def positive(population="decisions", *traits):
    """Return the positive decisions, those that admitted and those that admitted again."""
    return [whom(population, *traits, each) for each in (POSITIVE, ADMITTED, READMITTED)]


def test_clients_are_victims_and_witnesses() -> None:
    for population in ("new_clients", "stock"):
        every, victims, witnesses = clients(population)

        assert found(every, victims, witnesses) == [(every, {victims, witnesses})]


def test_clients_with_a_trait_are_not_split_by_what_they_are() -> None:
    assert found(*clients("stock", WOMEN)) == []


def test_persons_with_their_children_are_more_than_victims_and_witnesses() -> None:
    assert found(*clients("new_persons")) == []


def test_clients_are_no_sum_where_witnesses_are_not_counted() -> None:
    every, victims, _ = clients("stock")

    assert found(every, victims) == []


def test_a_region_is_its_nationalities() -> None:
    every, *parts = region()
    others = [whom("stock", ("nationality", code)) for code in ("FI", "NG", "stateless")]

    assert found(every, *parts, *others) == [(every, set(parts))]


def test_the_women_of_a_region_are_those_of_its_nationalities() -> None:
    every, *parts = region(WOMEN)

    assert found(every, *parts, *region()[1:]) == [(every, set(parts))]


def test_a_region_is_no_sum_where_a_nationality_is_not_counted() -> None:
    assert found(*region(of=OCEANIANS[1:])) == []


def test_who_is_of_no_region_is_no_sum_of_nationalities() -> None:
    assert found(whom("stock"), *region()[1:]) == []


def test_what_is_left_of_several_regions_is_no_region() -> None:
    left = whom("stock", ("region", "other than asia, south_america"))

    assert found(left, *region()[1:]) == []


def test_adults_are_all_age_groups_from_18_up() -> None:
    every, *parts = adults()
    others = [whom("stock", ("age_group", each)) for each in ("minor", "unknown")]

    assert len(parts) == 6
    assert found(every, *parts, *others) == [(every, set(parts))]


def test_the_women_who_are_adults_are_the_women_of_each_age() -> None:
    every, *parts = adults(WOMEN)

    assert found(every, *parts, *adults()[1:]) == [(every, set(parts))]


def test_adults_are_no_sum_where_an_age_group_is_not_counted() -> None:
    assert found(*adults(of=ADULT_AGES[:-1])) == []


def test_only_adults_are_the_sum_of_these_ages() -> None:
    children = whom("stock", ("age_at_admission", "under_18"))

    assert found(whom("stock"), children, *adults()[1:]) == []


def test_a_positive_decision_admits_or_admits_again() -> None:
    every, *parts = positive()

    assert found(every, *parts) == [(every, set(parts))]


def test_positive_decisions_with_another_trait_are_no_sum() -> None:
    assert found(*positive("decisions", POLICE)) == []


def test_positive_outcomes_of_what_is_no_decision_are_no_sum() -> None:
    assert found(*positive("referrals")) == []


def test_decisions_of_any_other_kind_are_no_sum_of_admissions() -> None:
    negative = whom("decisions", ("outcome", "negative"))
    _, *of_police = positive("decisions", POLICE)

    assert found(negative, *positive()[1:]) == []
    assert found(whom("decisions", POLICE), *of_police) == []


def test_positive_decisions_are_no_sum_where_none_that_admit_again_is_counted() -> None:
    assert found(*positive()[:2]) == []


def test_who_is_admitted_is_a_new_client() -> None:
    new, admitted = whom("new_clients"), whom("decisions", ADMITTED)

    assert found(new, admitted) == [(new, {admitted})]


def test_who_was_admitted_in_another_month_is_not_the_new_client() -> None:
    assert found(whom("new_clients"), whom("decisions", ADMITTED), decisions=9) == []
    assert found(whom("new_clients"), whom("decisions", ADMITTED, when="2019")) == []


def test_new_clients_with_a_trait_are_not_those_admitted_with_it() -> None:
    assert found(whom("new_clients", WOMEN), whom("decisions", WOMEN, ADMITTED)) == []


def test_all_clients_are_not_those_who_were_admitted() -> None:
    assert found(whom("stock"), whom("decisions", ADMITTED)) == []


def test_the_new_clients_of_all_years_are_all_clients_ever() -> None:
    ever, years = whom("cumulative_clients", when="2020-12"), whom("new_clients", when=ALL_YEARS)

    assert found(ever, years, whom("new_clients")) == [(ever, {years})]


def test_the_new_clients_of_some_years_are_not_all_clients_ever() -> None:
    ever, years = whom("cumulative_clients", when="2020-12"), whom("new_clients", when=ALL_YEARS)

    assert found(ever, years, new_clients=9) == []


def test_only_new_clients_without_a_trait_are_all_clients_ever() -> None:
    ever = whom("cumulative_clients", when="2020-12")

    assert found(ever, whom("new_clients", WOMEN, when=ALL_YEARS)) == []
    assert found(ever, whom("referrals", when=ALL_YEARS)) == []
    assert found(whom("stock"), whom("new_clients", when=ALL_YEARS)) == []


def test_the_women_who_were_ever_clients_are_not_the_new_clients_of_some_years() -> None:
    women = whom("cumulative_clients", WOMEN, when="2020-12")

    assert found(women, whom("new_clients", when=ALL_YEARS)) == []


def test_finnish_citizens_are_of_finnish_nationality() -> None:
    citizens, finns = whom("stock", WOMEN, FINN), whom("stock", WOMEN, ("nationality", "FI"))

    assert found(citizens, finns, whom("stock", ("nationality", "FI"))) == [(citizens, {finns})]


def test_citizens_of_the_eu_are_of_its_nationalities() -> None:
    citizens, *nationals = [whom("stock", each) for each in (EUROPEAN, *OTHER_EU)]
    counted = {citizens: 26, **dict.fromkeys(nationals, 1)}

    assert len(nationals) == 26
    assert links(counted) == (Relation(citizens, tuple(nationals)),)


def test_who_is_a_citizen_of_two_countries_makes_citizens_no_sum_of_nationalities() -> None:
    citizens, finns = whom("stock", FINN), whom("stock", ("nationality", "FI"))

    assert links({citizens: 10, finns: 9}) == ()
    assert links({citizens: 10}) == ()


def without_closer_form(*traits):
    """Return who has no closer form, and the forms that have none or have others beside."""
    forms = [("form", each) for each in (*Form, "unknown")]
    alone = [
        {*traits, each, NO_CLOSER} if each[1] in SUBFORMS else {*traits, each} for each in forms
    ]
    every = [{*traits, NO_CLOSER}, *alone, {*traits, WITNESS}]
    return [Group("stock", "2020", frozenset(each)) for each in every]


def test_who_has_no_closer_form_has_a_form_without_any_or_is_left_of_one() -> None:
    none, *alone = without_closer_form(WOMEN)
    counted = {none: len(alone), **dict.fromkeys(alone, 1)}

    assert links(counted) == (Relation(none, tuple(alone)),)


def test_who_has_no_closer_form_is_no_sum_where_the_records_mix_forms() -> None:
    none, *alone = without_closer_form()

    assert links({none: 1 + len(alone), **dict.fromkeys(alone, 1)}) == ()
    assert links({none: len(alone), **dict.fromkeys(alone[1:], 1)}) == ()
