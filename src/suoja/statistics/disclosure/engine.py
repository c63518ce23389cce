"""Find the cells to hide: for the small cells the cheapest other worlds.

A world is a change of the counts that keeps every sum and every fact. The cells that it changes
must be hidden, all others may be published; what it costs is how much is hidden that was not yet.
One world often serves many cells. Since no published cell changes in any world, and more hidden
cells only allow more worlds, what was found for one cell stays true when others follow.

First come the worlds that hide nothing more. Then a batch of small cells at a time is pushed up,
and later down, at the least cost: one cell at a time in a small scheme. Decision record 0020 tells
why.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from suoja.statistics.disclosure.lower import make_sums_lower
from suoja.statistics.disclosure.program import Program, Question
from suoja.statistics.disclosure.scheme import Flags, Scheme, Whole, Worth, plain_worth
from suoja.statistics.disclosure.tables import (
    PRIMARY,
    PUBLISHED,
    SECONDARY,
    Coordinates,
    Fact,
    Name,
    Policy,
    Protected,
    Relation,
    Table,
    Unprotectable,
)
from suoja.statistics.disclosure.worlds import Found, Needs, needed

UP, DOWN = 0, 1
REWARD = 1_000.0
# Where so many cells may move all small ones are pushed at once; where fewer, as small a share.
ALL_AT_ONCE = 1_000_000
# A scheme of more cells is searched once only.
TWICE = 10_000
# Worlds for nothing are sought again when so much more is hidden, while they serve so much.
GROWN, SERVED = 0.03, 0.02


def protect(
    tables: Sequence[Table],
    policy: Policy,
    *,
    links: Iterable[Relation] = (),
    facts: Iterable[Fact] = (),
    known: Collection[Name] = (),
    worth: Worth = plain_worth,
) -> Protected:
    """Return which cells of all the tables, taken together, may be published.

    `links` are sums across tables, `facts` what outsiders know already, `known` the groups that
    were given away before. Raise Unprotectable when the facts alone give a small cell away.
    """
    scheme = Scheme.of(tables, policy, links=links, facts=facts, known=known, worth=worth)
    search = _searched(scheme, policy.threshold)
    return Protected(
        {table.id: dict(_statuses(table, scheme, search.found.hidden)) for table in tables},
        tuple(_by_name(each, scheme) for each in search.worlds()),
    )


def _searched(scheme: Scheme, threshold: int) -> "_Search":
    """Search, then once more among the cells found hidden: together they may be too many."""
    first = _Search(scheme, threshold, ~_still(scheme))
    first.run()
    if first.moving.sum() > TWICE:
        return first
    second = _Search(scheme, threshold, first.found.hidden)
    try:
        second.run()
    except Unprotectable:
        return first
    return min(first, second, key=_Search.cost)


class _Search:
    """One run over a scheme, in worlds that move these cells."""

    def __init__(self, scheme: Scheme, threshold: int, moving: Flags) -> None:
        self.scheme, self.threshold, self.moving = scheme, threshold, moving
        self.program = Program(scheme)
        self.needs = Needs(scheme, threshold)
        self.found = Found(scheme)
        # The same tables give the same report: chance is seeded, and no secret.
        self.chance = np.random.default_rng(len(scheme.values))
        self.largest = self.at_once = 1 + int(scheme.small.sum() * moving.sum() / ALL_AT_ONCE)
        self.hopeless: list[int] = []

    def run(self) -> None:
        """Find a world for every need; raise Unprotectable where there is none."""
        for way, open_ in ((UP, self.needs.up), (DOWN, self.needs.down)):
            freed_at = -1.0
            while open_.any():
                if self.hidden() > freed_at * (1 + GROWN):
                    self.take_free_worlds(way, open_)
                    freed_at = self.hidden()
                if open_.any():
                    self.take_batch(way, open_)
        if self.hopeless:
            raise Unprotectable([self.scheme.names[cell] for cell in self.hopeless])
        make_sums_lower(self.scheme, self.found, self.program, self.threshold)

    def cost(self) -> float:
        return float(self.found.hidden @ self.scheme.worth)

    def worlds(self) -> Iterator[Whole]:
        return needed(self.found, self.scheme, self.threshold)

    def hidden(self) -> int:
        return int(self.found.hidden.sum())

    def take_free_worlds(self, way: int, open_: Flags) -> None:
        """Take worlds that change hidden cells only, while they serve enough."""
        served = int(open_.sum())
        while served > SERVED * open_.sum():
            served = self._push(np.flatnonzero(open_), way, self.found.hidden & self.moving)

    def take_batch(self, way: int, open_: Flags) -> None:
        """Push some cells, hiding what it takes."""
        cells = self.chance.permutation(np.flatnonzero(open_))[: self.at_once]
        if len(cells) == 1:
            self._push_one(int(cells[0]), way)
        served = len(cells) == 1 or self._push(cells, way, self.moving)
        # Fewer at once are split less.
        self.at_once = min(self.largest, 2 * len(cells)) if served else -(-len(cells) // 2)

    def _push(self, cells: NDArray[np.intp], way: int, moving: Flags) -> int:
        """Reward the cells that go this way; return how many needs the world that comes meets.

        Going back costs as much: a cell that rises and falls at once would earn for nothing.
        """
        question = self._question()
        pay = REWARD * self.chance.uniform(0.5, 1.5, len(cells))
        if way == DOWN:
            question.least[cells] = -1
        else:
            pay = -pay / self.needs.to_rise[cells]
            question.most[cells] = np.minimum(question.most[cells], self.needs.to_rise[cells])
        question.more[cells], question.less[cells] = pay, -pay
        change = self.program.change(question.only(moving))
        return 0 if change is None else self._take(change)

    def _push_one(self, cell: int, way: int) -> None:
        """Find the cheapest world of one cell: without it the cell is known already."""
        for moving in (self.moving, np.ones_like(self.moving)):
            question = self._question().only(moving)
            if way == DOWN:
                question.most[cell] = -1
            else:
                question.least[cell] = self.needs.to_rise[cell]
            change = self.program.change(question, thorough=True)
            if change is not None and self._take(change):
                return
        self.hopeless.append(cell)
        self.needs.up[cell] = self.needs.down[cell] = False

    def _take(self, change: Whole) -> int:
        served = self.needs.meet(change)
        if served:
            self.found.keep(change)
        return served

    def _question(self) -> Question:
        costs = np.where(self.found.hidden, 0.0, self.scheme.worth)
        return Question(*self.program.limits(), costs, costs.copy())


def _still(scheme: Scheme) -> Flags:
    """Return the cells in totals that are published as zero: to move them hides all those too."""
    still = np.zeros(len(scheme.values), np.bool_)
    for each in scheme.sums:
        if not scheme.values[each.total] and not scheme.unseen[each.total]:
            still[list(each.parts)] = True
    return still


def _by_name(change: Whole, scheme: Scheme) -> dict[Name, int]:
    return {scheme.names[cell]: int(change[cell]) for cell in np.flatnonzero(change)}


def _statuses(table: Table, scheme: Scheme, hidden: Flags) -> Iterator[tuple[Coordinates, str]]:
    for coordinates in table.values:
        cell = scheme.index[table.name(coordinates)]
        kept = not hidden[cell]
        yield coordinates, PUBLISHED if kept else PRIMARY if scheme.small[cell] else SECONDARY
