"""What holds in every life, however it was drawn."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from suoja import law
from suoja.core.calendar import age_on

pytestmark = pytest.mark.xdist_group("example")
END = date(2020, 12, 31)


def test_nobody_is_a_client_twice_at_once(count) -> None:
    for case in count.cases:
        for earlier, later in pairwise(case.spells):
            assert earlier.ended_on is not None
            assert earlier.ended_on <= later.started_on


def test_nobody_leaves_before_coming(count) -> None:
    assert all(
        spell.started_on <= (spell.ended_on or END) <= END
        for case in count.cases
        for spell in case.spells
    )


def test_an_exit_has_a_ground_and_a_stay_that_goes_on_has_none(count) -> None:
    assert all((c.spell.ended_on is None) == (c.spell.ground is None) for c in count.clients)


def test_a_person_came_by_the_referral_that_was_decided_that_day(count) -> None:
    for client in count.clients:
        assert client.referral.outcome == "positive"
        assert client.referral.decided_on == client.spell.started_on
        assert client.referral.readmission == (client.spell.number > 1)


def test_referrals_follow_one_another(count) -> None:
    for case in count.cases:
        numbers = [referral.request_number for referral in case.referrals]
        assert numbers == list(range(1, len(numbers) + 1))
        for earlier, later in pairwise(case.referrals):
            assert earlier.received_on <= earlier.decided_on <= later.received_on


def test_only_the_refused_have_a_ground_of_refusal(count) -> None:
    for case in count.cases:
        for referral in case.referrals:
            assert (referral.outcome == "negative") == (referral.refusal_ground is not None)
            assert (referral.outcome is None) == (referral.decided_on is None)


def test_exploitation_of_a_victim_lies_before_the_referral(count) -> None:
    for client in count.clients:
        if client.spell.category == "victim":
            told = client.primary
            assert client.case.person.birth_date < told.began_on <= told.ended_on
            assert told.ended_on <= client.case.referrals[0].received_on


def test_a_witness_has_no_form_unless_recognised_as_a_victim(count) -> None:
    witnesses = [c for c in count.clients if c.spell.category == "witness"]

    assert witnesses
    for witness in witnesses:
        assert (witness.spell.became_victim_on is None) == (witness.primary is None)


def test_one_exploitation_is_the_primary_one(count) -> None:
    for case in count.cases:
        assert [told.is_primary for told in case.exploitations] in ([], [True])
        assert all(told.segments for told in case.exploitations)


def test_a_child_is_beside_the_guardian_and_under_age(count) -> None:
    for case in count.cases:
        for child in case.children:
            spell, born = case.spells[0], child.person.birth_date
            assert spell.started_on <= child.started_on <= (spell.ended_on or END)
            assert (child.ended_on or END) <= (spell.ended_on or END)
            assert born <= child.started_on
            assert age_on(born, (child.ended_on or END) - timedelta(days=1)) < 18
            assert born.year - case.person.birth_date.year >= 16


def test_residence_statuses_change_during_the_stay(count) -> None:
    for client in count.clients:
        days = [change.since for change in client.spell.residence_changes]
        assert days == sorted(days)
        assert all(client.spell.started_on < day <= (client.spell.ended_on or END) for day in days)


def test_periods_are_such_as_the_law_of_the_day_allowed(count) -> None:
    for case in count.cases:
        for period in case.periods:
            rule = law.on(period.granted_on)
            if period.kind == "reflection":
                assert period.granted_by in rule.reflection.granted_by
                assert period.ends_on <= rule.reflection.latest_end(period.granted_on)
            else:
                assert rule.recovery.grantable
                assert period.ends_on <= rule.recovery.latest_end(period.granted_on)


def test_periods_fit_the_right_to_stay_on_the_day(count) -> None:
    for client in count.clients:
        for period in client.case.periods:
            status = client.case.spells[0].residence_status
            for change in client.case.spells[0].residence_changes:
                status = change.status if change.since <= period.granted_on else status
            assert (period.kind == "reflection") == (status == "undocumented")


def test_the_road_to_identification_has_its_order(count) -> None:
    told = [case for case in count.cases if case.assessment]
    for case in told:
        each, spell = case.assessment, case.spells[0]
        days = [each.waiting_since, each.begun_on, each.group_heard_on, each.decided_on]
        known = [day for day in days if day]
        assert known == sorted(known)
        assert spell.started_on <= known[0]
        assert known[-1] <= (spell.ended_on or END)
        if each.outcome == "not_identified":
            assert (spell.ended_on, spell.ground) == (each.decided_on, "not_identified")


def test_finns_have_the_right_to_stay_of_finns(count) -> None:
    finns = [c for c in count.clients if c.case.person.nationality == "FI"]

    assert {c.spell.residence_status for c in finns} == {"finnish_citizen"}
    assert not {c.spell.ground for c in finns} & {"returned_home", "continuous_residence_permit"}


def test_notes_are_written_while_the_person_is_a_client(count) -> None:
    for case in count.cases:
        for note in case.notes:
            assert case.spells[-1].started_on <= note.written_on
            assert note.written_on <= (case.spells[-1].ended_on or END)
