"""Invented persons: near what was published, and knowing nothing else."""

from collections import Counter
from itertools import starmap

import pytest

from public_site.published import other_truth, tables_of
from suoja.core.calendar import Period
from suoja.statistics.choices import TOTAL, Status
from suoja.statistics.synthetic import Invented, invent
from suoja.statistics.tables import Cell, Table

NEAR = 3  # persons


def table(*dimensions: str, **cells: int | None) -> Table:
    """Return a table; a cell is named like a__b, a hidden one is None."""

    def cell(name: str, value: int | None) -> Cell:
        categories = dict(zip(dimensions, name.split("__"), strict=True))
        return Cell(categories, value, Status.HIDDEN if value is None else Status.PUBLISHED)

    return Table(
        id="_by_".join(dimensions),
        title="",
        definition="",
        population="new_clients",
        period=Period.parse("2020"),
        dimensions=dimensions,
        margins=dimensions,
        cells=tuple(starmap(cell, cells.items())),
    )


def public(people: int) -> list[Table]:
    return [each.public() for each in tables_of("2020", people)]


def counted(persons: Invented, dimensions: tuple[str, ...]) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(persons.columns[each] for each in dimensions), strict=True))


def farthest(persons: Invented, of: Table) -> int:
    """Return by how many persons the file misses a published cell, at most."""
    found = counted(persons, of.dimensions)
    return max(
        (
            abs(found[tuple(cell.categories.values())] - cell.value)
            for cell in of.cells
            if cell.value is not None and TOTAL not in cell.categories.values()
        ),
        default=0,
    )


@pytest.mark.parametrize("people", [900, 1200, 3000])
def test_every_published_number_of_a_list_is_met(people: int) -> None:
    tables = public(people)
    persons = invent(tables, "new_clients", "seed")
    lists = [
        each
        for each in tables
        if each.population == "new_clients"
        and len(each.dimensions) == 1
        and each.dimensions[0] in persons.columns
    ]

    assert len(lists) > 4
    assert [each.id for each in lists if farthest(persons, each)] == []


@pytest.mark.parametrize("people", [900, 1200, 3000])
def test_a_published_number_of_a_cross_table_is_nearly_met(people: int) -> None:
    tables = {each.id: each for each in public(people)}
    persons = invent(list(tables.values()), "new_clients", "seed")

    for name in ("new_clients_by_form_and_sex", "new_clients_by_place_and_form"):
        assert farthest(persons, tables[name]) <= NEAR


def test_what_is_left_is_spread_evenly_over_what_is_hidden() -> None:
    sexes = table("sex", woman_girl=10, man_boy=None, other_or_not_stated=None, total=20)

    persons = invent([sexes], "new_clients", "seed")

    assert counted(persons, ("sex",)) == {
        ("woman_girl",): 10,
        ("man_boy",): 5,
        ("other_or_not_stated",): 5,
    }


def test_variables_that_no_table_ties_are_independent() -> None:
    sexes = table("sex", woman_girl=500, man_boy=500, total=1000)
    regions = table("region", asia=500, europe=500, total=1000)
    found = counted(invent([sexes, regions], "new_clients", "seed"), ("sex", "region"))

    assert all(200 < number < 300 for number in found.values())
    assert len(found) == 4


def test_a_table_of_two_ties_its_variables() -> None:
    forms = table("form", labour=50, marriage=50, total=100)
    sexes = table("sex", woman_girl=50, man_boy=50, total=100)
    both = table(
        "form",
        "sex",
        labour__man_boy=50,
        marriage__woman_girl=50,
        labour__woman_girl=0,
        marriage__man_boy=0,
        total__woman_girl=50,
        total__man_boy=50,
        labour__total=50,
        marriage__total=50,
        total__total=100,
    )
    found = counted(invent([forms, sexes, both], "new_clients", "seed"), ("form", "sex"))

    assert found == {("labour", "man_boy"): 50, ("marriage", "woman_girl"): 50}


def test_the_same_numbers_give_the_same_persons_and_another_seed_others() -> None:
    tables = public(900)

    assert invent(tables, "new_clients", "a") == invent(tables, "new_clients", "a")
    assert invent(tables, "new_clients", "a") != invent(tables, "new_clients", "b")


def test_hidden_truths_leave_no_trace() -> None:
    truth = tables_of("2020", 900)
    made = [
        invent([each.public() for each in tables], "new_clients", "seed")
        for tables in (truth, other_truth(truth))
    ]

    assert made[0] == made[1]


def test_tables_that_tell_more_than_the_public_may_know_are_refused() -> None:
    with pytest.raises(ValueError, match="public tables only"):
        invent(tables_of("2020", 900), "new_clients", "seed")


def test_where_the_total_is_hidden_nobody_is_invented() -> None:
    hidden = table("sex", woman_girl=None, man_boy=None, total=None)

    assert len(invent([hidden], "new_clients", "seed")) == 0
