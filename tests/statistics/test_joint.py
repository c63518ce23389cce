"""Tables that close a circle are held together by the cross of what they count by."""

import pytest

from made_up.caseload import caseload
from suoja.core.calendar import Period
from suoja.statistics.contents import specs_of
from suoja.statistics.counting import count
from suoja.statistics.joint import TooMuchTold, joint
from suoja.statistics.questions import spec_for
from suoja.statistics.scheme import scheme_of

YEAR, FIRST, SECOND = map(Period.parse, ("2020", "2020-H1", "2020-H2"))
FACTS = caseload(1, 200, since=2019)


def counted(*codes, measure="new_clients", period=YEAR):
    return count([spec_for(measure, codes)], FACTS, period)[0]


def crosses(numbers, *earlier, **how):
    found = joint([numbers], earlier, FACTS, **how)
    return {(str(each.period), frozenset(each.spec.codes)) for each in found}


def test_a_circle_of_three_tables_is_crossed() -> None:
    found = crosses(counted("sex", "place"), counted("form", "sex"), counted("place", "form"))

    assert found == {("2020", frozenset({"form", "sex", "place"}))}


@pytest.mark.parametrize(
    "earlier",
    [
        [],
        [counted("sex", "form")],
        [counted("form", "place"), counted("form", "referrer")],
        [counted("form", "sex", measure="stock"), counted("place", "form", measure="stock")],
    ],
)
def test_what_closes_no_circle_needs_no_cross(earlier) -> None:
    assert joint([counted("sex", "place")], earlier, FACTS) == ()


def test_a_circle_through_halves_is_crossed_in_each_half() -> None:
    found = crosses(
        counted("sex", "place"),
        counted("sex", "referrer", period=FIRST),
        counted("place", "referrer", period=FIRST),
    )

    assert {period for period, _ in found} == {"2020", "2020-H1", "2020-H2"}


def test_a_table_of_nationalities_tells_of_regions_too() -> None:
    found = crosses(
        counted("nationality", "sex"), counted("region", "referrer"), counted("sex", "referrer")
    )

    assert found == {("2020", frozenset({"region", "referrer", "sex"}))}


def test_too_large_a_cross_is_refused() -> None:
    tables = counted("sex", "place"), counted("form", "sex"), counted("place", "form")

    assert crosses(*tables, most=240)
    with pytest.raises(TooMuchTold, match="More has been told"):
        crosses(*tables, most=239)


def test_after_a_whole_report_a_question_can_still_be_crossed() -> None:
    report = count(specs_of(YEAR), FACTS, YEAR)

    assert crosses(counted("region", "sex"), *report) is not None


def test_a_cross_is_seen_by_nobody_and_ties_the_tables() -> None:
    numbers = [counted("sex", "place"), counted("form", "sex"), counted("place", "form")]
    (cross,) = joint(numbers, [], FACTS)
    scheme = scheme_of(numbers, [], FACTS)
    (table,) = (each for each in scheme.before if each.id == cross.spec.id)

    assert not table.visible
    assert not table.guarded
    assert {*scheme.today[0].names.values()} <= {*table.names.values()}
