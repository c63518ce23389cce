"""What is counted column by column is what a reader with a pencil counts row by row."""

from collections import Counter

import pytest
from hypothesis import given, settings

from made_up.caseload import caseload, caseloads
from suoja.core.calendar import Period
from suoja.statistics.contents import SPECS
from suoja.statistics.counting import count
from suoja.statistics.dimensions import exploitation, people, process
from suoja.statistics.measures.stock import STOCK
from suoja.statistics.spec import Spec

PERIODS = [Period.parse(text) for text in ("2020", "2019-H2", "2019-11..2020-02")]
BY_ID = {spec.id: spec for spec in SPECS}
unhurried = settings(deadline=None, max_examples=15)


def cells(name, facts, period):
    """Return the cells of a table where somebody is, margins left out."""
    (counted,) = count([BY_ID[name]], facts, period)
    return {at: n for at, n in counted.values.items() if n and "total" not in at}


def by_hand(rows, *names):
    return Counter(tuple(getattr(row, name) or "none" for name in names) for row in rows)


def new_clients(facts, period):
    first = (row for row in facts.spells if row.spell_number == 1)
    clients = (row for row in first if row.category in ("victim", "witness"))
    return [row for row in clients if period.first <= row.started <= period.last]


def clients_at_the_end(facts, month):
    begun = (row for row in facts.spells if row.started <= month)
    still = (row for row in begun if not row.ended or row.ended > month)
    return [row for row in still if row.category != "dependent_child"]


@pytest.mark.parametrize("period", PERIODS, ids=str)
@unhurried
@given(facts=caseloads())
def test_new_clients_are_counted_as_by_hand(facts, period) -> None:
    rows = new_clients(facts, period)

    assert cells("new_clients_by_form_and_sex", facts, period) == by_hand(rows, "form", "sex")
    assert cells("new_clients_by_nationality", facts, period) == by_hand(rows, "nationality")
    assert cells("new_clients_by_residence_status", facts, period) == by_hand(
        rows, "residence_status"
    )


@pytest.mark.parametrize("period", PERIODS, ids=str)
@unhurried
@given(facts=caseloads())
def test_the_stock_is_counted_as_by_hand(facts, period) -> None:
    rows = clients_at_the_end(facts, period.last)

    assert cells("stock_by_sex", facts, period) == by_hand(rows, "sex")
    assert cells("stock_by_form", facts, period) == by_hand(rows, "form")


@unhurried
@given(facts=caseloads())
def test_a_series_is_counted_as_by_hand(facts) -> None:
    years = {
        (str(year),): len(new_clients(facts, Period(year * 100 + 1, year * 100 + 12)))
        for year in (2019, 2020)
    }

    found = cells("series_new_clients", facts, Period.parse("2020"))
    assert found == {year: size for year, size in years.items() if size}


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_every_table_is_its_rows_one_after_the_other(spec) -> None:
    facts, expected = caseload(4, 400, since=2018), Counter()
    for code, window in spec.windows(PERIODS[0]):
        for row in spec.measure.select(facts, window):
            expected[(*code, *(each.of(row, window) for each in spec.dimensions))] += 1

    (counted,) = count([spec], facts, PERIODS[0])
    inner = {at: n for at, n in counted.values.items() if n and "total" not in at}
    assert inner == {tuple(map(str, at)): n for at, n in expected.items()}


def test_three_dimensions_are_counted_together() -> None:
    three = (exploitation.FORM_NOW, people.SEX, process.REFERRER)
    (counted,) = count([Spec("asked", "asked", STOCK, three)], caseload(2, 200), PERIODS[0])
    rows = clients_at_the_end(caseload(2, 200), 202012)

    inner = {at: n for at, n in counted.values.items() if n and "total" not in at}
    assert inner == by_hand(rows, "form", "sex", "referrer")
    assert counted.values["total", "total", "total"] == len(rows)
