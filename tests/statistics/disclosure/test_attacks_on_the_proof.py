"""Whoever tampers with a proof, or with what is published, does not get past the checker."""

from dataclasses import replace

import pytest

from made_up import drawn
from suoja.statistics.disclosure import (
    PRIMARY,
    PUBLISHED,
    SECONDARY,
    TOTAL,
    Fact,
    Table,
    Threshold,
    protect,
    prove,
)

POLICY = Threshold(5)
CELLS = {("a", "x"): 3, ("a", "y"): 20, ("b", "x"): 30, ("b", "y"): 9, ("c", "x"): 4, ("c", "y"): 8}
TABLE = Table("t", ("one", "other"), drawn.with_margins(CELLS))


def proof_of(protected, facts=()):
    return prove([TABLE], POLICY, protected, facts=facts)


def with_worlds(*worlds):
    return replace(protect([TABLE], POLICY), witnesses=worlds)


def with_one_more(world):
    protected = protect([TABLE], POLICY)
    return replace(protected, witnesses=(*protected.witnesses, world))


def name(*at):
    return TABLE.name(at)


def test_the_engine_s_own_proof_holds() -> None:
    proof = proof_of(protect([TABLE], POLICY))

    assert proof.holds
    assert proof.proven == proof.aggregates > 0


def test_without_worlds_nothing_is_proven() -> None:
    proof = proof_of(with_worlds())

    assert not proof.holds
    assert len(proof.at_risk) == proof.aggregates


def test_each_world_is_needed_or_another_shows_the_same() -> None:
    worlds = protect([TABLE], POLICY).witnesses
    fewer = [proof_of(with_worlds(*worlds[:at], *worlds[at + 1 :])) for at in range(len(worlds))]

    assert any(proof.at_risk for proof in fewer)


def swap(by):
    """Return a change that keeps every sum: some of a and c change places."""
    return {name("a", "x"): by, name("a", "y"): -by, name("c", "x"): -by, name("c", "y"): by}


IMPOSSIBLE = {
    "fewer than none": swap(-4),
    "splits a person": swap(0.5),
    "does not add up": {name("a", "x"): 1},
    "is published": {
        name("a", "x"): 1,
        name("a", TOTAL): 1,
        name(TOTAL, "x"): 1,
        name(TOTAL, TOTAL): 1,
    },
    "nobody counts": {"strangers": 1},
}


@pytest.mark.parametrize("why", IMPOSSIBLE)
def test_a_world_that_cannot_be_is_a_fault(why) -> None:
    proof = proof_of(with_one_more(IMPOSSIBLE[why]))

    assert any(why in fault for fault in proof.faults)
    assert not proof.holds


def test_a_world_against_what_was_published_before_is_a_fault() -> None:
    three_or_more = Fact(((name("a", "x"), 1),), 3, 100)
    proof = proof_of(with_worlds(swap(-1)), facts=[three_or_more])

    assert proof.faults == ("A world contradicts what was published before.",)


def test_a_small_cell_that_is_published_after_all_is_at_risk() -> None:
    protected = protect([TABLE], POLICY)
    slip = next(at for at, status in protected.statuses["t"].items() if status == PRIMARY)
    statuses = {"t": {**protected.statuses["t"], slip: PUBLISHED}}

    assert frozenset({name(*slip)}) in proof_of(replace(protected, statuses=statuses)).at_risk


def test_a_cell_hidden_beside_a_small_one_cannot_be_published_after_all() -> None:
    protected = protect([TABLE], POLICY)
    beside = [at for at, status in protected.statuses["t"].items() if status == SECONDARY]
    statuses = {"t": {**protected.statuses["t"], **dict.fromkeys(beside, PUBLISHED)}}

    assert beside
    assert not proof_of(replace(protected, statuses=statuses)).holds


def test_a_world_that_shows_too_little_proves_nothing() -> None:
    proof = proof_of(with_worlds(swap(1), swap(-1)))

    assert proof.faults == ()
    assert frozenset({name("a", "x")}) in proof.at_risk
