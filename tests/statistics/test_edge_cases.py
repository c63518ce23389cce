"""The hard cases of the domain, by their numbers there; others are tests of their own files."""

from dataclasses import replace

import pytest

from made_up.caseload import CHILD, REFERRAL, VICTIM, WITNESS
from suoja.core.calendar import Period
from suoja.statistics.facts import Facts
from suoja.statistics.tables import by_id, count

YEAR = Period.parse("2020")
HALVES = (Period.parse("2020-H1"), Period.parse("2020-H2"))


def value(table, period=YEAR, *, spells=(), referrals=(), **categories):
    tables = by_id(count(Facts(spells=spells, referrals=referrals), period))
    return tables[table].value(**categories)


def test_case_1_three_requests_are_three_referrals_of_one_person() -> None:
    asked = tuple(replace(REFERRAL, request_number=number) for number in (1, 2, 3))

    assert value("referrals_by_request_number", referrals=asked) == 3
    assert value("referrals_by_repetition", referrals=asked, repetition="first_in_period") == 1
    third = {"outcome": "positive", "request_number": "third_or_later"}
    assert value("decisions_by_outcome_and_request_number", referrals=asked, **third) == 1


def test_case_2_an_admission_again_is_a_positive_decision_and_no_new_client() -> None:
    left = replace(VICTIM, started=201801, ended=201901)
    again = replace(VICTIM, spell_number=2, started=202003)
    decided = (replace(REFERRAL, readmission=True),)

    assert value("decisions_by_outcome", referrals=decided, outcome="positive") == 1
    assert value("decisions_on_entry_and_removal", referrals=decided, decision="readmitted") == 1
    assert value("new_clients_by_sex", spells=(left, again)) == 0
    assert value("cumulative_clients", spells=(left, again)) == 1


def test_case_3_who_comes_of_age_was_admitted_as_a_minor_for_ever() -> None:
    grown = replace(VICTIM, age_at_admission=17, adult_from=202006, exploited_as_minor=True)
    both = "stock_by_age_at_admission_and_now"

    assert value(both, spells=(grown,), age_at_admission="under_18", age_now="18_or_over") == 1
    assert value(both, spells=(grown,), age_now="under_18") == 0


def test_case_4_the_age_at_admission_stays_when_the_birthday_is_on_the_last_day() -> None:
    grown = replace(VICTIM, age_at_admission=17, adult_from=202012)

    assert value("new_clients_by_age_group", spells=(grown,), age_group="minor") == 1
    assert value("new_clients_by_age_group", spells=(VICTIM,), age_group="minor") == 0


def test_case_5_a_child_who_becomes_a_client_is_counted_once() -> None:
    child = replace(CHILD, person=2, ended=202006, end_ground="became_client")
    own = replace(VICTIM, person=2, started=202006)

    assert value("new_clients_by_category", spells=(child, own)) == 1
    assert value("stock_by_category", spells=(child, own)) == 1


def test_case_6_a_child_whose_guardian_left_stays_if_it_stays() -> None:
    gone = replace(VICTIM, ended=202005, end_ground="need_ended")
    child = replace(CHILD, person=2)

    assert value("stock_by_category", spells=(gone, child), category="dependent_child") == 1
    assert value("stock_by_sex", spells=(gone, child)) == 0


def test_case_7_a_witness_who_turns_out_a_victim_is_no_second_new_client() -> None:
    recognised = replace(WITNESS, became_victim=202008, form="forced_labour", place="in_finland")

    assert value("new_clients_by_form", spells=(recognised,), form="none") == 1
    assert value("exploited_in_finland_by_form", spells=(recognised,)) == 0
    assert value("stock_by_form", spells=(recognised,), form="forced_labour") == 1


def test_case_11_stateless_and_unknown_are_told_apart_and_are_no_nationality() -> None:
    people = tuple(replace(VICTIM, nationality=code) for code in ("stateless", "unknown", "NG"))

    assert value("new_clients_by_region", spells=people, region="no_nationality") == 1
    assert value("new_clients_by_region", spells=people, region="unknown") == 1
    assert value("number_of_nationalities", spells=people, population="stock") == 1


def test_case_12_a_referral_of_last_year_is_decided_this_year() -> None:
    old = (replace(REFERRAL, received=201912, decided=202001),)

    assert value("referrals_by_referrer", referrals=old) == 0
    assert value("decisions_by_outcome_and_time_received", referrals=old, received="before") == 1
    before = Period.parse("2019")
    assert value("decisions_by_outcome", before, referrals=old, outcome="pending") == 1


def test_case_15_a_group_is_a_referral_and_a_decision_for_each() -> None:
    group = tuple(replace(REFERRAL, person=person, group=7) for person in range(24))

    assert value("referrals_by_referrer", referrals=group) == 24
    assert value("decisions_by_outcome", referrals=group) == 24


def test_case_16_withdrawn_consent_is_no_refusal() -> None:
    lapsed = (replace(REFERRAL, outcome="lapsed_consent_withdrawn"),)

    assert value("refusals_by_ground", referrals=lapsed) == 0
    assert value("decisions_by_outcome", referrals=lapsed, outcome="lapsed_consent_withdrawn") == 1


def test_case_17_who_comes_and_goes_on_the_last_day_is_new_and_not_there() -> None:
    short = replace(VICTIM, started=202012, ended=202012, end_ground="own_wish")

    assert value("new_clients_by_sex", spells=(short,)) == 1
    assert value("exits_by_ground", spells=(short,)) == 1
    assert value("stock_by_sex", spells=(short,)) == 0


def test_case_26_residence_status_is_of_admission_for_the_new_and_of_the_day_for_all() -> None:
    moved = (replace(VICTIM, residence_now=((202010, "residence_permit"),)),)
    permit = {"residence_status": "residence_permit"}

    assert value("new_clients_by_residence_status", spells=moved, **permit) == 0
    assert value("stock_by_residence_status", spells=moved, **permit) == 1


def test_case_27_an_old_report_is_counted_from_what_was_known_then() -> None:
    then = Facts(spells=(VICTIM,))
    corrected = Facts(spells=(replace(VICTIM, nationality="GH"),))
    frozen = Facts.from_json(then.to_json())

    assert count(frozen, YEAR) == count(then, YEAR) != count(corrected, YEAR)


@pytest.mark.parametrize("decided", [202003, 202009])
def test_case_30_two_halves_differ_from_the_year_only_by_what_waits(decided) -> None:
    asked = (replace(REFERRAL, received=202002, decided=decided),)
    pending = [
        value("decisions_by_outcome", half, referrals=asked, outcome="pending") for half in HALVES
    ]

    assert pending == [int(decided > 202006), 0]
    assert value("decisions_by_outcome", referrals=asked, outcome="pending") == 0
    assert sum(value("referrals_by_referrer", half, referrals=asked) for half in HALVES) == 1


def test_case_33_a_shelter_that_an_organisation_keeps_is_named_in_both_tables() -> None:
    shelter = "shelter_or_mother_and_child_home"
    asked = (replace(REFERRAL, referrer=shelter, organisation="monika"),)

    assert value("referrals_by_referrer", referrals=asked, referrer=shelter) == 1
    assert value("referrals_by_organisation", referrals=asked, organisation="monika") == 1


def test_case_34_a_lawyer_and_the_person_are_told_apart() -> None:
    lawyer = replace(REFERRAL, referrer="legal_aid_attorney_or_private_counsel")
    asked = (lawyer, replace(REFERRAL, referrer="self"))

    assert value("referrals_by_referrer", referrals=asked, referrer="self") == 1


def test_case_36_what_was_only_attempted_is_other_and_told_more_closely() -> None:
    attempt = (replace(VICTIM, form="other", subform="not_achieved"),)

    assert value("new_clients_by_form", spells=attempt, form="other") == 1
    assert value("new_clients_by_subform", spells=attempt, subform="not_achieved") == 1
