"""The checker asks everything of a proof by itself: hand-made worlds that lack one thing fail."""

from suoja.statistics.disclosure import (
    PRIMARY,
    PUBLISHED,
    SECONDARY,
    TOTAL,
    Fact,
    Protected,
    Relation,
    Table,
    Threshold,
    prove,
)

POLICY = Threshold(5)
ROW = Table("row", ("one",), {("a",): 3, ("b",): 20, (TOTAL,): 23})
HIDDEN_PAIR = {("a",): PRIMARY, ("b",): SECONDARY, (TOTAL,): PUBLISHED}
# Two small cells under a hidden total: in these worlds each falls, but only when the other grows.
PAIR = {("a",): 2, ("b",): 2}
EACH_ALONE = ({"a": 3, "all": 3}, {"b": 3, "all": 3}, {"a": 1, "b": -1}, {"a": -1, "b": 1})
TOGETHER = frozenset({"a", "b"})


def of_row(*worlds):
    named = [{ROW.name((part,)): by for part, by in world.items()} for world in worlds]
    return prove([ROW], POLICY, Protected({"row": HIDDEN_PAIR}, tuple(named)))


def named(code, values, **more):
    """Return a table whose cells go by their categories, its total by `all`."""
    names = {at: "all" if at == (TOTAL,) else at[0] for at in values}
    return Table(code, (code,), values, names=names, **more)


def hidden_but(table, *published):
    """Return every status of a table: hidden, but for these categories."""
    return {table.id: {at: PUBLISHED if at[0] in published else SECONDARY for at in table.values}}


def test_worlds_both_ways_prove_a_cell() -> None:
    assert of_row({"a": 2, "b": -2}, {"a": -1, "b": 1}).holds


def test_a_cell_that_no_world_makes_lower_is_at_risk() -> None:
    assert of_row({"a": 2, "b": -2}).at_risk == (frozenset({ROW.name(("a",))}),)


def test_a_cell_that_no_world_makes_large_enough_is_at_risk() -> None:
    assert of_row({"a": -1, "b": 1}).at_risk == (frozenset({ROW.name(("a",))}),)


def test_hidden_cells_that_never_fall_together_are_at_risk_beside_a_published_one() -> None:
    table = named("one", {**PAIR, ("c",): 10, (TOTAL,): 14})
    proof = prove([table], POLICY, Protected(hidden_but(table, "c"), EACH_ALONE))

    assert (proof.at_risk, proof.faults) == ((TOGETHER,), ())


def test_a_number_told_before_is_taken_away_as_one_of_today_is() -> None:
    table = named("one", {**PAIR, ("c",): 10, (TOTAL,): 14})
    protected = Protected(hidden_but(table), EACH_ALONE)

    assert prove([table], POLICY, protected).at_risk == ()
    assert prove([table], POLICY, protected, facts=[Fact.exactly("c", 10)]).at_risk == (TOGETHER,)


def test_a_hidden_part_is_taken_apart_where_a_part_of_it_is_published() -> None:
    values = {("Q1",): 10, ("a",): 2, ("H1",): 12, ("b",): 2, (TOTAL,): 14}
    table = named("time", values, parents={"time": {"Q1": "H1", "a": "H1"}})
    worlds = tuple({**each, "H1": each["a"]} if "a" in each else each for each in EACH_ALONE)
    proof = prove([table], POLICY, Protected(hidden_but(table, "Q1"), worlds))

    assert (proof.at_risk, proof.faults) == ((TOGETHER,), ())


def test_a_world_where_somebody_is_what_nobody_can_be_is_a_fault() -> None:
    table = named("one", {**PAIR, ("c",): 0, (TOTAL,): 4}, impossible=frozenset({("c",)}))
    proof = prove([table], POLICY, Protected(hidden_but(table), ({"a": -1, "c": 1},)))

    assert proof.faults == ("A world changes a number that is published.",)


def test_a_world_that_breaks_a_sum_across_tables_is_a_fault() -> None:
    one, other = named("one", {("a",): 2}), named("other", {("b",): 2})
    statuses = {**hidden_but(one), **hidden_but(other)}
    proof = prove(
        [one, other],
        POLICY,
        Protected(statuses, ({"a": 1},)),
        links=[Relation("a", ("b",))],
    )

    assert proof.faults == ("A world does not add up.",)


def test_a_world_beyond_the_upper_end_of_what_was_told_is_a_fault() -> None:
    at_most_four = Fact(((ROW.name(("a",)), 1),), 0, 4)
    world = {ROW.name(("a",)): 2, ROW.name(("b",)): -2}
    protected = Protected({"row": HIDDEN_PAIR}, (world,))

    faults = prove([ROW], POLICY, protected, facts=[at_most_four]).faults
    assert faults == ("A world contradicts what was published before.",)


def test_who_is_small_in_a_table_that_nobody_prints_needs_worlds_too() -> None:
    unseen = Table("left", ("one",), {("a",): 3}, visible=False)
    proof = prove([unseen], POLICY, Protected({"left": {("a",): PRIMARY}}, ()))

    assert proof.at_risk == (frozenset({unseen.name(("a",))}),)
