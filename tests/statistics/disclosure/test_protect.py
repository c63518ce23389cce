"""Whatever is published, no hidden cell can be worked out from it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_up import attacks, drawn
from suoja.statistics.disclosure import (
    PUBLISHED,
    SECONDARY,
    TOTAL,
    Fact,
    Relation,
    Table,
    Threshold,
    Unprotectable,
    protect,
)

POLICY = Threshold(5)
unhurried = settings(deadline=None, max_examples=60)


def all_values(tables):
    return {t.name(at): value for t in tables for at, value in t.values.items()}


def small(tables):
    return {name for name, value in all_values(tables).items() if 0 < value < POLICY.threshold}


def hidden(tables, protected):
    return set(all_values(tables)) - set(attacks.published(tables, protected))


def by_sex(*counts):
    cells = {("woman",): counts[0], ("man",): counts[1], ("other",): counts[2]}
    return Table("by_sex", ("sex",), drawn.with_margins(cells))


@unhurried
@given(drawn.tables())
def test_subtracting_never_gives_a_hidden_cell_away(table) -> None:
    protected = protect([table], POLICY)
    known = attacks.published([table], protected)

    learned = attacks.subtract(known, attacks.equations([table]))
    assert set(learned) == set(known)


@unhurried
@given(drawn.linked_tables())
def test_subtracting_across_linked_tables_gives_nothing_away(tables) -> None:
    protected = protect(tables, POLICY)
    known = attacks.published(tables, protected)

    assert set(attacks.subtract(known, attacks.equations(tables))) == set(known)


@unhurried
@given(drawn.linked_tables())
def test_bounds_never_prove_that_a_hidden_group_is_small(tables) -> None:
    protected = protect(tables, POLICY)
    known = attacks.published(tables, protected)
    limits = attacks.bounds(known, attacks.equations(tables), all_values(tables))

    assert all(limits[name][1] >= POLICY.threshold for name in small(tables))
    assert all(limits[name][0] < all_values(tables)[name] for name in small(tables))


@settings(max_examples=30, deadline=None)
@given(drawn.tables(dimensions=2, categories=2, counts=st.integers(0, 4)))
def test_in_a_tiny_table_every_small_cell_has_a_world_where_it_is_not(table) -> None:
    protected = protect([table], POLICY)
    found = attacks.worlds(table, attacks.published([table], protected), most=9)

    for at, value in table.values.items():
        values = {world[at] for world in found}
        if 0 < value < POLICY.threshold:
            assert max(values) >= POLICY.threshold
            assert min(values) < value


@unhurried
@given(drawn.linked_tables())
def test_every_small_cell_is_hidden(tables) -> None:
    protected = protect(tables, POLICY)

    assert small(tables) <= hidden(tables, protected)


@unhurried
@given(drawn.linked_tables())
def test_the_same_people_are_hidden_in_every_table_or_in_none(tables) -> None:
    protected = protect(tables, POLICY)
    statuses = {}
    for table in tables:
        for at, status in protected.statuses[table.id].items():
            statuses.setdefault(table.name(at), set()).add(status)

    assert all(len(found) == 1 for found in statuses.values())


@unhurried
@given(drawn.linked_tables())
def test_the_same_tables_are_protected_in_the_same_way(tables) -> None:
    assert protect(tables, POLICY) == protect(tables, POLICY)


def test_what_is_not_small_is_published() -> None:
    protected = protect([by_sex(60, 40, 0)], POLICY)

    assert set(protected.statuses["by_sex"].values()) == {"published"}


def test_a_small_cell_takes_another_with_it() -> None:
    protected = protect([by_sex(60, 40, 3)], POLICY)

    assert protected.statuses["by_sex"][("other",)] == "primary"
    assert protected.statuses["by_sex"][("total",)] == "published"
    assert "secondary" in protected.statuses["by_sex"].values()


def test_two_hidden_cells_whose_sum_is_small_take_a_third_with_them() -> None:
    protected = protect([by_sex(60, 1, 2)], POLICY)

    assert protected.statuses["by_sex"][("woman",)] == "secondary"


def test_a_total_is_kept_where_a_large_part_can_be_hidden_instead() -> None:
    table = by_sex(123, 121, 3)
    protected = protect([table], POLICY)

    kept = {at for at, status in protected.statuses["by_sex"].items() if status == PUBLISHED}
    assert (TOTAL,) in kept
    assert protected.statuses["by_sex"][("other",)] != PUBLISHED


def test_a_year_of_a_series_is_kept_like_a_total() -> None:
    years = {("2019",): 229, ("2020",): 247, (TOTAL,): 476}
    series = Table("series", ("year",), years, over=frozenset({"year"}))
    cells = {("2020", "victim"): 244, ("2020", "witness"): 3, ("2020", TOTAL): 247}
    names = {("2020", TOTAL): ("series", ("2020",))}
    parts = Table("parts", ("year", "category"), cells, names, over=frozenset({"year"}))

    statuses = protect([series, parts], POLICY).statuses
    assert set(statuses["series"].values()) == {PUBLISHED}
    assert statuses["parts"][("2020", "victim")] == SECONDARY


def test_a_total_is_hidden_if_there_is_no_other_way() -> None:
    table = Table("by_sex", ("sex",), {("woman",): 3, ("total",): 3})

    assert set(protect([table], POLICY).statuses["by_sex"].values()) == {"primary"}


def test_a_cell_hidden_in_one_table_is_hidden_in_another_that_shows_it() -> None:
    names = {("x",): "the same", ("y",): "rest", ("total",): "all"}
    one = Table("one", ("a",), {("x",): 3, ("y",): 40, ("total",): 43}, names)
    other = Table("other", ("b",), {("z",): 40}, {("z",): "rest"})

    assert protect([one, other], POLICY).statuses["other"][("z",)] == "secondary"


def test_a_sum_across_tables_gives_nothing_away() -> None:
    children = Table("children", (), {(): 3})
    clients, everyone = Table("clients", (), {(): 40}), Table("everyone", (), {(): 43})
    link = Relation(("everyone", ()), (("clients", ()), ("children", ())))
    protected = protect([children, clients, everyone], POLICY, links=[link])

    published = attacks.published([children, clients, everyone], protected)
    assert len(published) == 1


def test_none_and_few_look_alike_in_a_list_too_long_to_print() -> None:
    values = {("NP",): 0, ("IQ",): 3, ("NG",): 9, ("AL",): 30, ("total",): 42}
    table = Table("nationality", ("nationality",), values, masked=frozenset({("NP",)}))
    statuses = protect([table], POLICY).statuses["nationality"]

    assert statuses[("NP",)] == "secondary"
    assert statuses[("AL",)] == "published"


def test_a_cell_known_to_be_empty_protects_nobody() -> None:
    values = {("victim",): 40, ("witness",): 3, ("no one",): 0, ("total",): 43}
    table = Table("t", ("capacity",), values, impossible=frozenset({("no one",)}))
    statuses = protect([table], POLICY).statuses["t"]

    assert (statuses[("victim",)], statuses[("no one",)]) == ("secondary", "published")


def test_what_is_no_count_of_people_is_never_small() -> None:
    table = Table("nationalities", (), {(): 3}, counts_people=False)

    assert protect([table], POLICY).statuses["nationalities"][()] == "published"


def test_what_is_known_already_stays_published() -> None:
    table = by_sex(60, 40, 3)
    known = [Fact.exactly(table.name(at), table.values[at]) for at in [("woman",), ("total",)]]
    statuses = protect([table], POLICY, facts=known).statuses["by_sex"]

    assert (statuses[("woman",)], statuses[("man",)]) == ("published", "secondary")


def test_a_release_is_refused_if_what_is_known_gives_a_small_cell_away() -> None:
    table = by_sex(60, 40, 3)
    told = [("woman",), ("man",), ("total",)]
    known = [Fact.exactly(table.name(at), table.values[at]) for at in told]

    with pytest.raises(Unprotectable) as refusal:
        protect([table], POLICY, facts=known)
    assert refusal.value.names == (table.name(("other",)),)


def test_tables_that_contradict_each_other_are_refused() -> None:
    one = Table("one", (), {(): 7}, {(): "the same"})
    other = Table("other", (), {(): 8}, {(): "the same"})

    with pytest.raises(ValueError, match="the same is 7 in one table, 8 in other"):
        protect([one, other], POLICY)


def test_a_table_that_does_not_add_up_is_refused() -> None:
    table = Table("t", ("sex",), {("woman",): 7, ("total",): 8})

    with pytest.raises(ValueError, match="do not add up"):
        protect([table], POLICY)
