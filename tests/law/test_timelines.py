"""What holds for every subject of the law, on every day."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suoja import law
from suoja.law.provisions import Provision, Timeline

DAYS = st.dates(min_value=law.FIRST_DAY, max_value=date(2099, 12, 31))
REPORT_DAYS = [date(2014, 12, 31), date(2018, 6, 30), date(2018, 12, 31), date(2020, 12, 31)]
EVERY_SUBJECT = pytest.mark.parametrize(
    "timeline", law.TIMELINES, ids=lambda timeline: timeline.subject
)


def answer(day: date, subject: str) -> object:
    room, name = subject.split(".")
    return getattr(getattr(law.on(day), room), name)


@EVERY_SUBJECT
@given(day=DAYS)
def test_one_provision_holds_or_it_is_said_why_none_does(
    timeline: Timeline[object], day: date
) -> None:
    holding = [each for each in timeline.provisions if each.holds_on(day)]
    too_early = day < timeline.provisions[0].in_force_from

    assert len(holding) == (0 if too_early else 1)
    assert not too_early or timeline.before


@EVERY_SUBJECT
@given(day=DAYS)
def test_the_answer_is_the_value_of_the_provision_in_force(
    timeline: Timeline[object], day: date
) -> None:
    provision = timeline.on(day)
    expected = timeline.otherwise if provision is None else provision.value

    assert answer(day, timeline.subject) == expected


@EVERY_SUBJECT
def test_a_provision_begins_on_the_day_the_one_before_it_ends(timeline: Timeline[object]) -> None:
    for earlier, later in itertools.pairwise(timeline.provisions):
        assert earlier.in_force_to == later.in_force_from

    assert timeline.provisions[-1].in_force_to is None


@EVERY_SUBJECT
def test_before_is_told_exactly_when_there_is_one(timeline: Timeline[object]) -> None:
    assert bool(timeline.before) == (timeline.provisions[0].in_force_from > law.FIRST_DAY)


@EVERY_SUBJECT
def test_all_versions_are_about_one_subject(timeline: Timeline[object]) -> None:
    assert {each.subject for each in timeline.provisions} == {timeline.subject}


def all_provisions() -> list[Provision[object]]:
    return [each for timeline in law.TIMELINES for each in timeline.provisions]


def test_no_two_provisions_have_one_name() -> None:
    names = [each.id for each in all_provisions()]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("provision", all_provisions(), ids=lambda provision: provision.id)
def test_a_provision_is_a_sentence_with_a_source(provision: Provision[object]) -> None:
    assert provision.text.endswith(".")
    assert provision.sources
    assert provision.verified or provision.note


def test_what_was_not_read_is_not_called_verified() -> None:
    taken_back = [each for each in all_provisions() if each.version == "2023"]

    assert taken_back
    assert not any(each.verified for each in taken_back)


def test_the_first_and_the_last_day_of_a_provision_are_half_open() -> None:
    one = Provision(
        subject="a.b",
        value=1,
        text="One.",
        in_force_from=date(2015, 7, 1),
        in_force_to=date(2018, 12, 1),
        sources=("R000",),
    )

    assert not one.holds_on(date(2015, 6, 30))
    assert one.holds_on(date(2015, 7, 1))
    assert one.holds_on(date(2018, 11, 30))
    assert not one.holds_on(date(2018, 12, 1))


@pytest.mark.parametrize("day", [*REPORT_DAYS, date(2026, 8, 1)])
def test_the_law_of_a_report_lists_what_is_in_force(day: date) -> None:
    found = law.on(day)

    assert found.day == day
    assert all(each.holds_on(day) for each in found.provisions)
    assert "admission.decided_by" in {each.id for each in found.provisions}


def test_before_the_assistance_system_there_is_no_law_on_record() -> None:
    with pytest.raises(ValueError, match=r"from 01\.01\.2006 on, not for 31\.12\.2005"):
        law.on(law.FIRST_DAY - timedelta(days=1))
