"""Attackers who know the field's methods and only what is published find nobody."""

import pytest

from made_up import drawn_sets
from made_up.drawn_published import Publication
from suoja.statistics.disclosure import Unprotectable

SETS, AT_ONCE, ALWAYS = 500, 10, 60
MORE = pytest.mark.thorough
FIRSTS = [
    pytest.param(first, marks=MORE if first >= ALWAYS else ()) for first in range(0, SETS, AT_ONCE)
]


def attacked(seed):
    """Return what is worked out from a random set of tables, after each of its releases."""
    publication, found = Publication(), []
    for release in drawn_sets.releases(seed):
        try:
            publication.publish(release)
        except Unprotectable:
            return found if publication.derived() else [(seed, "refused without need")]
        found += [(seed, *each) for each in publication.derived()]
        found += [(seed, "unproven", name) for name in publication.unproven]
    return found


@pytest.mark.parametrize("first", FIRSTS)
def test_nothing_small_is_derived_from_random_tables(first) -> None:
    assert [each for seed in range(first, first + AT_ONCE) for each in attacked(seed)] == []
