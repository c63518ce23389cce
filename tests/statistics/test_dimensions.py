"""Each dimension puts a row where the reports put it."""

from dataclasses import replace

import pytest

from made_up.caseload import REFERRAL, VICTIM, WITNESS
from suoja.core.calendar import Period
from suoja.statistics.contents import SPECS
from suoja.statistics.dimensions import exploitation, people, process

YEAR = Period.parse("2020")
RECOGNISED = replace(WITNESS, became_victim=202006, form="forced_labour", place="abroad")


@pytest.mark.parametrize(
    ("age", "group"),
    [(17, "minor"), (18, "18_24"), (24, "18_24"), (25, "25_34"), (64, "55_64"), (None, "unknown")],
)
def test_ages_fall_into_the_groups_of_the_report(age, group) -> None:
    assert people.age_group(age) == group
    assert people.age_group(91) == "65_and_over"


def test_a_witness_has_no_form_and_a_place_of_its_own() -> None:
    assert exploitation.FORM.of(WITNESS, YEAR) == "none"
    assert exploitation.PLACE.of(WITNESS, YEAR) == "witness"
    assert exploitation.HOME_COUNTRY.of(WITNESS, YEAR) == "none"
    assert exploitation.CONFLICT_ZONE.of(WITNESS, YEAR) == "none"


def test_a_recognised_witness_is_a_victim_in_the_stock_only() -> None:
    assert exploitation.FORM.of(RECOGNISED, YEAR) == "none"
    assert exploitation.FORM_NOW.of(RECOGNISED, YEAR) == "forced_labour"
    assert exploitation.PLACE_NOW.of(RECOGNISED, Period(202001, 202005)) == "witness"
    assert people.CATEGORY_NOW.of(RECOGNISED, YEAR) == "victim"


@pytest.mark.parametrize(("flag", "place"), [(True, "home_country"), (None, "unknown")])
def test_the_home_country_may_not_be_known(flag, place) -> None:
    assert exploitation.home_country(replace(VICTIM, home_country=flag), YEAR) == place


def test_a_minor_comes_of_age_but_was_admitted_as_a_minor() -> None:
    grown = replace(VICTIM, age_at_admission=17, adult_from=202012)

    assert people.age_now(grown, YEAR) == "18_or_over"
    assert people.age_now(grown, Period(202001, 202011)) == "under_18"
    assert people.AGE_AT_ADMISSION.of(grown, YEAR) == "under_18"


def test_the_residence_status_now_is_the_last_one_by_then() -> None:
    changes = ((202005, "undocumented"), (202101, "residence_permit"))
    moved = replace(VICTIM, residence_now=changes)

    assert people.status_now(moved, YEAR) == "undocumented"
    assert people.status_now(moved, Period(202001, 202004)) == "asylum_seeker"


def test_a_referral_without_decision_when_the_period_ends_is_pending() -> None:
    assert process.outcome(REFERRAL, YEAR) == "positive"
    assert process.outcome(REFERRAL, Period(202001, 202002)) == "pending"


def test_an_extension_is_told_apart_from_an_admission() -> None:
    extension = replace(REFERRAL, readmission=True)
    refusal = replace(REFERRAL, outcome="negative")

    found = [process.movement(row) for row in (REFERRAL, extension, refusal)]
    assert found == ["admitted", "readmitted", "refused"]


def test_the_fourth_request_is_the_third_or_later() -> None:
    requests = [replace(REFERRAL, request_number=number) for number in (1, 2, 4)]

    found = [process.request_number(request, YEAR) for request in requests]
    assert found == ["first", "second", "third_or_later"]


def test_every_dimension_names_its_categories_once() -> None:
    for dimension in (each for spec in SPECS for each in spec.dimensions):
        assert len(set(dimension.categories)) == len(dimension.categories)
        assert "total" not in dimension.categories
