"""Each measure counts what its definition says, traps included."""

from dataclasses import replace

import pytest

from made_up.caseload import CHILD, REFERRAL, VICTIM, WITNESS
from suoja.core.calendar import Period
from suoja.identification.facts import IdentificationFact
from suoja.periods.facts import PeriodFact
from suoja.statistics import measures
from suoja.statistics.dimensions.process import standing
from suoja.statistics.facts import Facts

YEAR = Period.parse("2020")
BY_ID = {measure.id: measure for measure in measures.ALL}


def spells(measure, *rows, period=YEAR):
    return len(BY_ID[measure].select(Facts(spells=rows), period))


def referrals(measure, *rows, period=YEAR):
    return len(BY_ID[measure].select(Facts(referrals=rows), period))


def test_no_two_measures_share_a_name() -> None:
    assert len(BY_ID) == len(measures.ALL)


@pytest.mark.parametrize("measure", measures.ALL, ids=lambda measure: measure.id)
def test_a_measure_tells_its_sources_and_its_traps(measure) -> None:
    assert measure.sources
    assert measure.traps
    assert str(measure.definition).endswith(".")


def test_a_readmission_is_not_a_new_client() -> None:
    assert spells("new_clients", VICTIM, replace(VICTIM, spell_number=2)) == 1


def test_a_witness_is_a_new_client_and_a_child_is_not() -> None:
    assert spells("new_clients", WITNESS, CHILD) == 1
    assert spells("new_persons", WITNESS, CHILD) == 2


def test_a_witness_was_not_exploited_in_finland() -> None:
    recognised = replace(WITNESS, became_victim=202006, place="in_finland")

    assert spells("exploited_in_finland", VICTIM, recognised) == 1


def test_a_child_who_becomes_a_client_in_the_period_is_counted_once() -> None:
    child = replace(CHILD, ended=202006, end_ground="became_client")
    own = replace(VICTIM, person=2, started=202006)

    assert spells("new_persons", child, own) == 1
    assert spells("new_children", child, period=Period(202001, 202005)) == 1


@pytest.mark.parametrize(
    ("started", "ended", "counted"),
    [(202012, None, 1), (202001, 202012, 0), (202001, 202101, 1), (202101, None, 0)],
)
def test_the_stock_is_who_is_there_when_the_last_month_ends(started, ended, counted) -> None:
    assert spells("stock", replace(VICTIM, started=started, ended=ended)) == counted


def test_who_came_again_is_in_the_stock_and_once_among_all_clients_ever() -> None:
    left = replace(VICTIM, started=201801, ended=201901, end_ground="own_wish")
    again = replace(VICTIM, spell_number=2)

    assert spells("stock", left, again) == 1
    assert spells("cumulative_clients", left, again) == 1


def test_children_leave_without_being_counted_among_the_exits() -> None:
    gone = {"ended": 202005, "end_ground": "not_recorded"}

    assert spells("exits", replace(VICTIM, **gone), replace(CHILD, **gone)) == 1


def test_decisions_are_of_the_period_whenever_the_referral_came() -> None:
    old = replace(REFERRAL, received=201911, decided=202001)
    pending = replace(REFERRAL, received=201901, decided=202101)
    later = replace(REFERRAL, received=202101, decided=202102)

    assert referrals("decisions", old, pending, later) == 2
    assert referrals("referrals", old, pending, later) == 0


def test_one_person_proposed_twice_is_two_referrals() -> None:
    again = replace(REFERRAL, request_number=2, received=202004)

    rows = BY_ID["persons_proposed"].select(Facts(referrals=(again, REFERRAL)), YEAR)
    assert [row.category for row in rows] == ["first_in_period", "again_in_period"]


def test_reflection_and_recovery_periods_are_told_apart() -> None:
    granted = PeriodFact(1, "recovery", 202002, "assistance_system", 30, client=True)
    facts = Facts(periods=(granted, replace(granted, kind="reflection", granted=202101)))

    assert list(BY_ID["recovery_periods"].select(facts, YEAR)) == [granted]
    assert list(BY_ID["reflection_periods"].select(facts, YEAR)) == []


@pytest.mark.parametrize(
    ("assessed", "decided", "stands"),
    [
        (202002, 202003, "identified"),
        (202002, 202101, "unfinished"),
        (202002, None, "unfinished"),
        (202101, 202102, "waiting"),
        (None, None, "waiting"),
        (201905, 201906, None),
    ],
)
def test_an_assessment_stands_where_it_was_when_the_period_ended(assessed, decided, stands) -> None:
    fact = IdentificationFact(1, 201905, assessed, decided, "identified", "assistance_system")

    assert standing(fact, YEAR) == stands


def test_who_was_never_queued_does_not_wait() -> None:
    fact = IdentificationFact(1, None, None, None, None, "assistance_system")

    assert standing(fact, YEAR) is None


def test_identification_by_the_police_is_not_the_systems_own() -> None:
    fact = IdentificationFact(1, None, 202002, 202003, "identified", "pre_trial_investigation")

    assert list(BY_ID["identification"].select(Facts(identifications=(fact,)), YEAR)) == []


def test_who_has_left_waits_for_no_assessment() -> None:
    waiting = IdentificationFact(1, 202001, None, None, None, "assistance_system")
    staying, gone = replace(VICTIM, ended=None), replace(VICTIM, ended=202011)

    select = BY_ID["identification"].select
    assert list(select(Facts(spells=(staying,), identifications=(waiting,)), YEAR)) == [waiting]
    assert list(select(Facts(spells=(gone,), identifications=(waiting,)), YEAR)) == []


def test_statelessness_and_an_unknown_nationality_are_no_nationalities() -> None:
    people = [replace(VICTIM, nationality=code) for code in ("NG", "NG", "stateless", "unknown")]

    counted = BY_ID["nationalities"].select(Facts(spells=tuple(people)), YEAR)
    assert [row.category for row in counted] == ["new_clients", "exploited_in_finland", "stock"]
