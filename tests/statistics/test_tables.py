"""The tables of a report agree with the facts, with themselves and with each other."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from made_up.caseload import VICTIM, WITNESS, caseload, caseloads
from suoja.core.calendar import Period, months_between
from suoja.statistics.facts import Facts
from suoja.statistics.measures import stock
from suoja.statistics.tables import TOTAL, build, by_id, count

YEAR = Period.parse("2020")
PROMISED = [
    "new_clients_by_sex",
    "new_clients_by_form",
    "new_clients_by_place",
    "new_clients_by_place_and_form",
    "new_clients_by_form_and_sex",
    "new_clients_by_age_group",
    "new_clients_by_nationality",
    "new_clients_by_residence_status",
    "stock_by_category",
    "stock_by_sex",
    "stock_by_form",
    "stock_by_nationality",
    "referrals_by_referrer",
    "decisions_by_outcome",
    "exits_by_ground",
    "series_new_clients",
    "series_stock",
]
unhurried = settings(deadline=None, max_examples=15)


def counted(facts, period=YEAR):
    return by_id(count(facts, period))


def lines(table, dimension):
    """Return each line along a dimension: the total, and the sum of what it totals."""
    for cell in table.cells:
        if cell.categories[dimension] == TOTAL:
            rest = {code: of for code, of in cell.categories.items() if code != dimension}
            parts = [
                part.value
                for part in table.cells
                if part.categories[dimension] != TOTAL and rest.items() <= part.categories.items()
            ]
            yield cell.value, sum(parts)


@unhurried
@given(caseloads())
def test_the_margins_of_every_table_add_up(facts) -> None:
    for table in counted(facts).values():
        if table.open_list or len(table.cells) > 60:
            continue
        for dimension in table.margins:
            assert all(total == parts for total, parts in lines(table, dimension))


@unhurried
@given(caseloads())
def test_all_tables_of_new_clients_have_the_same_total(facts) -> None:
    tables = [table for table in count(facts, YEAR) if table.population == "new_clients"]
    totals = {table.value() for table in tables if "year" not in table.dimensions}

    assert len(totals) == 1


@unhurried
@given(caseloads())
def test_two_halves_of_new_clients_make_the_year(facts) -> None:
    halves = [counted(facts, Period.parse(half)) for half in ("2020-H1", "2020-H2")]
    for name, table in counted(facts).items():
        if table.population == "new_clients" and "year" not in table.dimensions:
            cells = zip(*(half[name].cells for half in halves), strict=True)
            assert [a.value + b.value for a, b in cells] == [c.value for c in table.cells]


@unhurried
@given(caseloads())
def test_the_stock_grows_by_who_comes_and_shrinks_by_who_leaves(facts) -> None:
    clients = [spell for spell in facts.spells if spell.category != "dependent_child"]
    sizes = [len(stock.select(facts, Period(month, month))) for month in (202005, 202006)]
    came = sum(spell.started == 202006 for spell in clients)
    left = sum(spell.ended == 202006 for spell in clients)

    assert sizes[1] - sizes[0] == came - left


@unhurried
@given(caseloads())
def test_the_chapter_on_finland_is_the_column_of_the_place_table(facts) -> None:
    tables = counted(facts)
    in_finland = tables["exploited_in_finland_by_form"]

    for cell in in_finland.cells:
        form = cell.categories["form"]
        column = tables["new_clients_by_place_and_form"].value(place="in_finland", form=form)
        assert cell.value == column


@unhurried
@given(caseloads())
def test_a_series_ends_with_the_year_of_the_report(facts) -> None:
    tables = counted(facts)

    assert tables["series_new_clients"].value(year="2020") == tables["new_clients_by_sex"].value()
    assert tables["series_stock"].value(year="2020") == tables["stock_by_sex"].value()
    assert tables["stock_by_month"].value(month="2020-12") == tables["stock_by_sex"].value()


def test_every_promised_table_is_there() -> None:
    assert set(PROMISED) <= set(counted(Facts()))


def test_no_two_tables_share_a_name() -> None:
    tables = count(Facts(), YEAR)

    assert len(by_id(tables)) == len(tables)


def test_the_witnesses_are_part_of_every_total() -> None:
    tables = counted(Facts(spells=(VICTIM, WITNESS)))

    assert tables["new_clients_by_form"].value() == 2
    assert tables["new_clients_by_form"].value(form="none") == 1
    assert tables["new_clients_by_place"].value(place="witness") == 1


def test_a_stock_has_no_total_over_time() -> None:
    table = counted(Facts(spells=(VICTIM,)))["series_stock"]

    assert table.margins == ()
    assert TOTAL not in {cell.categories["year"] for cell in table.cells}


def test_a_half_year_is_compared_with_the_same_half_of_other_years() -> None:
    earlier = replace(VICTIM, person=2, started=201902)
    table = counted(Facts(spells=(VICTIM, earlier)), Period.parse("2020-H1"))["series_new_clients"]

    assert table.value(year="2019-H1") == 1
    assert table.value(year="2020-H1") == 1


def test_a_period_of_many_years_is_followed_year_by_year() -> None:
    table = counted(Facts(spells=(VICTIM,)), Period(200601, 202012))["series_new_clients"]

    assert [cell.categories["year"] for cell in table.cells][-2:] == ["2020", TOTAL]


def test_nothing_after_the_period_is_counted() -> None:
    table = counted(Facts(spells=(VICTIM,)), Period(201907, 202002))["series_new_clients"]

    assert table.value(year="2020-01..2020-02") == 0


def test_the_months_of_a_half_year_end_with_june() -> None:
    table = counted(Facts(), Period.parse("2018-H1"))["stock_by_month"]

    assert len(table.cells) == len(months_between(201801, 201806))


def test_asking_for_a_cell_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        counted(Facts())["new_clients_by_sex"].value(sex="goat")


def test_the_same_facts_give_the_same_tables() -> None:
    facts = caseload(3, 300)
    stored = Facts.from_json(facts.to_json())

    assert build(facts, YEAR) == build(stored, YEAR)
