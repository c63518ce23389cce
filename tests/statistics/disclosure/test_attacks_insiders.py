"""Attackers who know more than a reader: those in the tables, and readers of two versions.

docs/attackers.md says of each what is promised and what is not.
"""

import pytest

from made_up import drawn
from made_up.attacks_program import bounded
from made_up.attacks_system import system
from made_up.attacks_together import derived
from made_up.attacks_view import published, small_aggregates, truth, view
from suoja.statistics.disclosure import Fact, Table, Threshold, Unprotectable, protect

POLICY = Threshold(5)


def row(*counts, names=(), **more):
    cells = {(f"c{number}",): count for number, count in enumerate(counts)}
    return Table("row", ("category",), drawn.with_margins(cells), dict(names), **more)


def cell(table, number):
    return table.name((f"c{number}",))


def at_least_one(name):
    return Fact(((name, 1),), 1, 10**6)


def exactly(known):
    return [Fact.exactly(name, value) for name, value in known.items()]


def learned(table, *own):
    """Return the small cells of others that people worked out who are in these cells."""
    known = published([table], protect([table], POLICY))
    seen = view([table], known, facts=[at_least_one(name) for name in own])
    small = small_aggregates([table], seen, truth([table]))
    others = [each for each in small if set(own).isdisjoint(each.parts)]
    return [each.parts for each in bounded(system(seen), others, truth([table]))]


def test_one_who_is_in_a_cell_learns_nothing_where_a_large_cell_is_hidden_too() -> None:
    table = row(60, 40, 3, 1)

    assert learned(table, cell(table, 3)) == []


def test_several_who_are_each_alone_learn_nothing_where_a_large_cell_is_hidden_too() -> None:
    table = row(60, 40, 1, 1, 1)

    assert learned(table, cell(table, 2), cell(table, 3)) == []


def test_one_who_is_in_a_cell_may_learn_where_only_just_enough_is_hidden() -> None:
    """Not promised: docs/attackers.md says so and why."""
    table = row(60, 4, 1)

    assert learned(table, cell(table, 2)) == [(cell(table, 1),)]


def test_that_there_is_somebody_in_a_cell_of_one_cannot_be_published() -> None:
    table = row(60, 40, 1)

    with pytest.raises(Unprotectable):
        protect([table], POLICY, facts=[at_least_one(cell(table, 2))])


def test_an_old_and_a_new_version_together_give_nothing_away() -> None:
    old = row(60, 40, 3, 8)
    known = published([old], protect([old], POLICY))
    new = row(59, 41, 3, 8, names={(f"c{n}",): ("corrected", n) for n in (0, 1)})
    named = {at: new.names.get(at, old.name(at)) for at in new.values}
    new = Table("corrected", new.dimensions, new.values, named)
    protected = protect([old, new], POLICY, facts=exactly(known))
    known |= published([old, new], protected)

    assert derived([old, new], view([old, new], known), truth([old, new])) == []


# "Other nationalities (n persons, m groups)".
@pytest.mark.parametrize("counts", [(60, 40, 2, 2, 2), (60, 40, 1, 1, 9)])
def test_groups_named_as_present_are_refused_where_few_are_left_for_each(counts) -> None:
    table = row(*counts)
    present = [at_least_one(cell(table, number)) for number in (2, 3, 4)]
    together = ("others", sum(counts[2:]))
    others = Fact(tuple((cell(table, n), 1) for n in (2, 3, 4)), together[1], together[1])

    with pytest.raises(Unprotectable):
        protect([table], POLICY, facts=[*present, others])


def test_how_many_other_groups_there_are_says_nothing_where_nobody_knows_which() -> None:
    table = row(60, 40, 2, 2, 2, 0, 0)
    groups = tuple((cell(table, number), 1) for number in range(2, 7))
    others = Fact(groups, 6, 6)
    protected = protect([table], POLICY, facts=[others])
    seen = view([table], published([table], protected), facts=[others])

    assert derived([table], seen, truth([table])) == []
