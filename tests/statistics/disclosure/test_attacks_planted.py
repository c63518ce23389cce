"""The attackers are good at it: each finds what is planted for them, and the earlier do not."""

from random import Random

import pytest

from made_up import drawn
from made_up.attacks_by_hand import bounds, gives_away, narrowed, subtracted
from made_up.attacks_program import bounded
from made_up.attacks_rank import determined
from made_up.attacks_system import system
from made_up.attacks_view import Aggregate, View, published, small_aggregates, truth, view
from made_up.attacks_worlds import never_otherwise
from made_up.drawn_published import Publication
from made_up.drawn_sets import releases
from suoja.statistics.disclosure import PUBLISHED, SECONDARY, Table, Threshold, protect

# Three numbers of which every two are added up somewhere.
TRIANGLE = (("xy", ("x", "y")), ("xz", ("x", "z")), ("yz", ("y", "z")))


def finders(seen, value, cell="x", most=9):
    """Return which attackers work a cell out."""
    small, values = [Aggregate((cell,))], {cell: value}
    equations = system(seen)
    found = {
        "subtraction": subtracted(seen, small),
        "bounds": narrowed(seen, small, values),
        "rank": determined(equations, small),
        "program": bounded(equations, small, values),
        "worlds": never_otherwise(equations, small, values, most=most),
    }
    return {attack for attack, exposed in found.items() if exposed}


def test_a_sum_with_one_unknown_falls_to_everyone() -> None:
    seen = View({"all": 9, "y": 6}, (("all", ("x", "y")),), ())

    assert finders(seen, 3) == {"subtraction", "bounds", "rank", "program", "worlds"}


def test_a_sum_under_five_falls_to_bounds() -> None:
    seen = View({"all": 4}, (("all", ("x", "y")),), ())

    assert finders(seen, 3) == {"bounds", "program", "worlds"}


def test_three_sums_in_a_ring_fall_to_the_rank() -> None:
    seen = View({"xy": 7, "xz": 8, "yz": 9}, TRIANGLE, ())

    assert finders(seen, 3) == {"rank", "program", "worlds"}


def test_a_ring_of_which_one_sum_is_about_known_falls_to_the_program() -> None:
    seen = View({"xy": 7, "xz": 8}, TRIANGLE, (((("yz", 1),), 7, 9),))

    assert finders(seen, 3) == {"program", "worlds"}


def test_half_a_person_is_no_way_out() -> None:
    rings = [(a + n, tuple(b + n for b in parts)) for a, parts in TRIANGLE for n in "12"]
    sums = (*rings, ("x", ("x1", "x2")))
    known = dict.fromkeys(("xy1", "xz1", "xy2", "xz2"), 4)
    told = tuple((((name, 1),), 3, 9) for name in ("yz1", "yz2"))

    assert "program" in finders(View(known, sums, told), 4, most=5)


def test_a_cell_that_cannot_be_lower_is_given_away_too() -> None:
    seen = View({"all": 9}, (("all", ("x", "y")),), (((("y", 1),), 0, 6),))

    assert finders(seen, 3) == {"bounds", "program", "worlds"}


def test_two_sums_that_leave_room_fall_to_nobody() -> None:
    seen = View({"all": 9}, (("all", ("x", "y")),), ())

    assert finders(seen, 3) == set()
    assert not gives_away(bounds(seen)["x"], 3, 5)


@pytest.mark.parametrize("counts", [(60, 40, 3), (60, 1, 2), (9, 0, 4), (7, 6, 1)])
def test_a_cell_published_by_mistake_gives_a_small_one_away(counts) -> None:
    cells = {("woman",): counts[0], ("man",): counts[1], ("other",): counts[2]}
    table = Table("by_sex", ("sex",), drawn.with_margins(cells))
    protected = protect([table], Threshold(5))
    known = published([table], protected)
    statuses = protected.statuses["by_sex"]
    slip = next(at for at, status in statuses.items() if status == SECONDARY and table.values[at])
    seen = view([table], {**known, table.name(slip): table.values[slip]})
    small = small_aggregates([table], seen, truth([table]))

    assert statuses[slip] != PUBLISHED
    assert narrowed(seen, small, truth([table]))
    assert bounded(system(seen), small, truth([table]))


def planted(seed):
    """Return by which attacks each cell is found that a random set of tables shows too much."""
    release = releases(seed)[0]
    publication = Publication()
    publication.publish(release)
    values = truth(release.tables)
    for name in sorted(publication.secondary, key=str)[:4]:
        publication.known[name] = values[name]
        yield {attack for attack, _ in publication.derived()}
        del publication.known[name]


def test_most_slips_in_random_tables_are_found_and_each_attacker_finds_some() -> None:
    found = [attacks for seed in range(20) for attacks in planted(seed)]

    assert len([attacks for attacks in found if attacks]) > len(found) / 2
    assert set().union(*found) == {"subtraction", "bounds", "rank", "program"}


def at_random(seed):
    """Return a tiny table with holes at random, and what is small in it."""
    random = Random(seed)  # noqa: S311  (drawn again by its seed, no secret)
    places = [(one, other) for one in ("a", "b") for other in ("x", "y")]
    cells = {at: random.choice((0, 1, 2, 4, 5)) for at in places}
    table = Table("tiny", ("one", "other"), drawn.with_margins(cells))
    kept = {name: value for name, value in truth([table]).items() if random.random() < 0.5}
    kept[table.name(("total", "total"))] = sum(cells.values())
    seen = view([table], kept)
    return seen, small_aggregates([table], seen, truth([table])), truth([table])


@pytest.mark.parametrize("seed", range(25))
def test_the_program_finds_what_writing_every_table_down_finds(seed) -> None:
    seen, small, values = at_random(seed)
    equations = system(seen)
    exposed = never_otherwise(equations, small, values, most=sum(values.values()))

    assert bounded(equations, small, values) == exposed
    assert set(narrowed(seen, small, values)) | set(determined(equations, small)) <= set(exposed)
