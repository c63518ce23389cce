"""Other worlds are looked for among bounded numbers of combinations, more when few do not do."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest

from made_up.disclosed import given, spec_of
from suoja.statistics.disclose.data import read_data
from suoja.statistics.disclose.hierarchy import hierarchies
from suoja.statistics.disclose.knowledge import know
from suoja.statistics.disclose.pool import LARGEST, WORKABLE, Pool, pools
from suoja.statistics.disclose.population import Population, populate
from suoja.statistics.disclose.reading import read_spec

USED = (0, 1, 2)
PAIRS = list(combinations(USED, 2))


def population(folder: Path, size: int) -> Population:
    """Return few people in a wide space: size x size x size combinations."""
    rows = [f"q{n},h,n{n},r,s{7 * n % size},7" for n in range(size)]
    spec = read_spec(given(folder, spec_of("sex"), rows))
    data = read_data(spec)
    return populate(data, spec, hierarchies(spec.variables, data))


def found(people: Population) -> list[Pool]:
    return list(pools(people, USED, PAIRS, know([], people)))


def test_few_combinations_are_all_used(tmp_path: Path) -> None:
    people = population(tmp_path, 7)
    sizes = [len(pool.counts) for pool in found(people)]

    assert sizes == [people.sizes[0] * people.sizes[1] * people.sizes[2]]


def test_of_many_those_come_first_that_no_zero_speaks_against(tmp_path: Path) -> None:
    people = population(tmp_path, 60)
    first, *_ = found(people)

    for pair in PAIRS:
        assert (people.margin(pair)[first.chosen(pair)] > 0).all()


def test_each_pool_is_larger_and_holds_everybody(tmp_path: Path) -> None:
    people = population(tmp_path, 80)
    every = found(people)

    assert all(len(one.counts) < len(next_.counts) for one, next_ in pairwise(every))
    assert {int(pool.counts.sum()) for pool in every} == {80 * 7}
    assert len(every[0].counts) <= WORKABLE
    assert len(every[-1].counts) <= LARGEST + 80


def test_more_combinations_than_numbers_are_refused(tmp_path: Path) -> None:
    people = population(tmp_path, 50)

    with pytest.raises(OverflowError, match="too many"):
        list(pools(people, USED * 7, [], know([], people)))
