"""Which tables a period has, and where their numbers begin to mean something else."""

import pytest
from django.utils import translation

from suoja.core.calendar import Period
from suoja.statistics.check import REPORTS
from suoja.statistics.contents import SPECS, left_out, specs_of

ALWAYS = {"referrals_by_referrer", "decisions_by_outcome", "new_clients_by_sex", "exits_by_ground"}
BY_ID = {spec.id: spec for spec in SPECS}


def of(text):
    return {spec.id for spec in specs_of(Period.parse(text))}


def without(text):
    return {spec.id: reason for spec, reason in left_out(Period.parse(text))}


@pytest.mark.parametrize("report", REPORTS)
def test_every_published_period_has_its_tables(report) -> None:
    wanted = {"stock_by_month", "exploited_in_finland_by_form", "reflection_periods_by_granter"}

    assert of(report) >= ALWAYS | wanted


@pytest.mark.parametrize("period", ["2006", "2007-H2", "2015", "2023-H1", "2030"])
def test_a_table_is_either_there_or_left_out_with_a_reason(period) -> None:
    assert of(period) >= ALWAYS
    assert of(period) | set(without(period)) == set(BY_ID)
    assert of(period).isdisjoint(without(period))


def test_children_are_left_out_before_they_were_counted() -> None:
    assert without("2015")["stock_by_category"] == "Not counted before January 2016."
    assert "stock_by_category" in of("2016-H1")


def test_the_stock_is_left_out_before_2008() -> None:
    assert "stock_by_sex" in without("2007")
    assert "stock_by_sex" in of("2008")


def test_identification_is_of_the_law_of_its_day() -> None:
    assert without("2023")["identification_by_outcome"] == "Counted up to December 2022 only."
    assert "identified_by_admission" in of("2023")
    assert "identified_by_admission" in without("2022")


def test_a_reason_is_told_in_the_language_of_the_reader() -> None:
    with translation.override("sv"):
        assert "2016" in without("2015")["stock_by_category"]


@pytest.mark.parametrize(
    ("table", "years"),
    [
        ("series_new_clients_by_form", [2016]),
        ("stock_by_category", [2016]),
        ("referrals_by_referrer", [2018]),
        ("identified_by_admission", [2023]),
        ("series_new_clients", []),
    ],
)
def test_a_table_carries_the_breaks_of_its_measure_and_of_its_dimensions(table, years) -> None:
    assert [each.year for each in BY_ID[table].breaks] == years
