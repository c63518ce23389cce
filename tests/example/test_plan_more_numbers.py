"""The published numbers that take a longer sentence than a row of a table."""

from collections import Counter
from datetime import date, timedelta

import pytest

from suoja.core.calendar import month_of

pytestmark = pytest.mark.xdist_group("example")


def test_clients_since_the_beginning_are_1257_persons(count) -> None:
    assert len([case for case in count.cases if case.spells]) == 1257


def test_about_1800_persons_were_proposed(count) -> None:
    requests = sum(len(case.referrals) for case in count.cases)

    assert round(len(count.cases), -2) == round(requests, -2) == 1800


def test_394_referrals_of_2020_are_of_393_persons(count) -> None:
    persons = [
        case for case in count.cases if any(r.received_on.year == 2020 for r in case.referrals)
    ]

    assert len(persons) == 393


def test_five_proposals_waited_at_the_end_of_june_2018(count) -> None:
    end = date(2018, 6, 30)
    half_year = count.requests("2018-H1")

    assert sum(r.decided_on is None or r.decided_on > end for r in half_year) == 5


def test_nothing_waited_over_the_new_year_before_2018(count) -> None:
    assert all(r.received_on.year == 2018 for r in count.decided("2018-H1"))


def test_34_decisions_of_2020_were_on_proposals_of_2019(count) -> None:
    assert sum(r.received_on.year == 2019 for r in count.decided("2020")) == 34


def test_the_exits_of_2014_have_the_published_grounds(count) -> None:
    assert Counter(c.spell.ground for c in count.exits("2014")) == {
        "not_trafficking": 23,
        "continuous_residence_permit": 22,
        "need_ended": 10,
        "entry_refused": 4,
        "disappeared": 4,
        "returned_home": 4,
        "not_recorded": 1,
    }


def test_children_beside_are_as_many_as_published(count) -> None:
    ends = [date(2014, 12, 31), date(2018, 6, 30), date(2018, 12, 31), date(2020, 12, 31)]

    assert [count.children(end) for end in ends] == [60, 80, 94, 212]
    assert count.children(date(2019, 12, 31)) + len(count.stock(date(2019, 12, 31))) == 676


def test_50_children_came_in_2020_and_11_of_them_with_undocumented_guardians(count) -> None:
    came = [
        case for case in count.cases for child in case.children if child.started_on.year == 2020
    ]
    undocumented = count.new("2020", place="in_finland", residence_status="undocumented")

    assert len(came) == 50
    assert sum(len(client.case.children) for client in undocumented) == 11


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("2014-12-31", 5),
        ("2015-12-31", 2),
        ("2018-06-30", 14),
        ("2018-12-31", 15),
        ("2020-12-31", 13),
    ],
)
def test_minors_among_the_clients_are_as_many_as_published(count, day, number) -> None:
    end = date.fromisoformat(day)

    assert sum(client.minor_on(end) for client in count.stock(end)) == number


def test_the_six_printed_numbers_of_may_to_november_2014_are_there(count) -> None:
    ends = [date(2014, month + 1, 1) - timedelta(days=1) for month in range(5, 12)]
    found = Counter(len(count.stock(end)) for end in ends)

    assert not Counter([76, 77, 75, 76, 78, 77]) - found


def test_the_stock_of_2014_and_2015_stays_in_its_band(count) -> None:
    ends = {2014: range(5, 12), 2015: range(1, 13)}
    bands = {2014: range(75, 79), 2015: range(84, 91)}

    for year, months in ends.items():
        for month in months:
            following = date(year + month // 12, month % 12 + 1, 1)
            end = date.fromordinal(following.toordinal() - 1)
            assert len(count.stock(end)) in bands[year]


def test_among_those_exploited_in_finland_in_2020_the_order_is_as_printed(count) -> None:
    found = Counter(c.case.person.nationality for c in count.new("2020", place="in_finland"))

    assert [code for code, _ in found.most_common(5)] == ["IQ", "FI", "AL", "NP", "AF"]
    assert len({number for _, number in found.most_common(6)}) == 6


def test_reception_centres_proposed_most_in_2020_and_persons_themselves_second(count) -> None:
    found = Counter(referral.referrer for referral in count.requests("2020"))

    assert [code for code, _ in found.most_common(2)] == ["reception_centre", "self"]


def test_24_berry_pickers_came_together_in_autumn_2016(count) -> None:
    group = [c for c in count.new("2016") if c.referral.group == "berries-2016/0"]

    assert len(group) == 24
    assert {c.case.person.nationality for c in group} == {"TH"}
    assert len({c.referral.received_on for c in group}) == 1


def test_periods_are_as_many_as_published(count) -> None:
    granted = Counter(
        (period.kind, period.granted_by, period.granted_on.year, period.to_client)
        for case in count.cases
        for period in case.periods
    )

    assert granted["reflection", "assistance_system", 2018, True] == 12
    assert granted["recovery", "assistance_system", 2018, True] == 36
    assert granted["reflection", "assistance_system", 2020, True] == 23
    assert granted["reflection", "police", 2020, False] == 1


@pytest.mark.parametrize(
    ("year", "identified", "not_identified", "unfinished"), [(2018, 14, 2, 2), (2020, 12, 1, 2)]
)
def test_identification_is_as_published(
    count, year, identified, not_identified, unfinished
) -> None:
    begun = [
        case.assessment
        for case in count.cases
        if case.assessment and case.assessment.begun_on and case.assessment.begun_on.year == year
    ]
    decided = [each for each in begun if each.decided_on and each.decided_on.year == year]

    assert len(begun) - len(decided) == unfinished
    assert Counter(each.outcome for each in decided) == {
        "identified": identified,
        "not_identified": not_identified,
    }


@pytest.mark.parametrize(("year", "waiting"), [(2018, 49), (2020, 90)])
def test_so_many_wait_for_identification(count, year, waiting) -> None:
    end = date(year, 12, 31)
    found = [
        client
        for client in count.stock(end)
        if (each := client.case.assessment)
        and each.waiting_since <= end
        and (each.begun_on is None or each.begun_on > end)
    ]

    assert len(found) == waiting


def test_the_2014_cases_not_counted_as_sexual_or_labour_are_seven_new_and_eight(count) -> None:
    apart = {"sexual_exploitation", "forced_labour"}

    assert sum(c.form not in apart for c in count.new("2014")) == 7
    assert sum(c.form not in apart for c in count.stock(date(2014, 12, 31))) == 8


def test_new_minors_of_2014_are_fewer_than_five_and_at_least_one(count) -> None:
    assert 1 <= len(count.new("2014", minor=True)) < 5


def test_the_longest_staying_clients_of_2014_came_in_2010(count) -> None:
    stock = count.stock(date(2014, 12, 31))

    assert min(month_of(c.case.spells[0].started_on) for c in stock) // 100 == 2010
