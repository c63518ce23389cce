"""What can be asked, and how a question becomes a table."""

import pytest

from made_up.caseload import caseload
from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.statistics import measures
from suoja.statistics.choices import Counts
from suoja.statistics.contents import SPECS
from suoja.statistics.counting import count
from suoja.statistics.questions import askable, spec_for

YEAR = Period.parse("2020")


def counted(spec):
    (found,) = count([spec], caseload(1, 300, since=2018), YEAR)
    return found.values


def test_every_measure_of_people_or_cases_can_be_asked_for() -> None:
    of_people = {each.id for each in measures.ALL if each.counts is not Counts.THINGS}

    assert set(askable()) == of_people


def test_whatever_the_report_tells_can_be_asked_for() -> None:
    for spec in SPECS:
        if spec.measure.id in askable():
            known = {dimension.code for dimension in askable()[spec.measure.id][1]}
            assert {dimension.code for dimension in spec.dimensions} <= known


@pytest.mark.parametrize("measure", askable())
def test_a_measure_is_counted_by_each_of_its_dimensions(measure) -> None:
    for dimension in askable()[measure][1]:
        values = counted(spec_for(measure, [dimension.code]))
        assert sum(values.values()) == 2 * values["total",]


def test_a_question_is_counted_as_in_the_report() -> None:
    (known,) = (spec for spec in SPECS if spec.id == "new_clients_by_form_and_sex")

    assert counted(spec_for("new_clients", ["form", "sex"])) == counted(known)


def test_a_question_of_three_dimensions_has_margins() -> None:
    values = counted(spec_for("stock", ["sex", "form", "region"]))

    assert values["total", "total", "total"] == counted(spec_for("stock"))[()]


def test_a_part_of_a_population_says_of_which() -> None:
    spec = spec_for("exploited_in_finland", ["referrer"])

    assert (spec.base, spec.within) == ("new_clients", {"place": "in_finland"})
    assert spec.course is None


@pytest.mark.parametrize(
    ("measure", "codes", "reason"),
    [
        ("shoe_size", [], "shoe_size is no measure that can be asked for. Choose among referrals"),
        ("stock", ["sex", "sex"], "A dimension is named twice"),
        ("stock", ["sex", "form", "place", "region"], "Name at most 3"),
        ("referrals", ["sex"], "Referrals: not counted by sex. Choose among referrer"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(measure, codes, reason) -> None:
    with pytest.raises(Refused, match=reason):
        spec_for(measure, codes)
