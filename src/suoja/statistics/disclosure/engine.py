"""Find the cells to hide: for the small cells the cheapest other worlds.

A world is a change of the counts that keeps every sum and every fact. The cells that it changes
must be hidden, all others may be published; what it costs is how much is hidden that was not yet.
One world often serves many cells. Since no published cell changes in any world, and more hidden
cells only allow more worlds, what was found for one cell stays true when others follow.

First come the worlds that hide nothing more. Then a batch of small cells at a time is pushed up,
or down, at the least cost: one cell at a time while the scheme is small enough. Decision record
0019 tells why.
"""

import random
from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np

from suoja.statistics.disclosure.lower import make_sums_lower
from suoja.statistics.disclosure.program import Program, Reals
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

ONE_AT_A_TIME = 3_000
SHARE = 0.03
FREE = 0.001
REWARD = 1_000.0


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
    search = _Search(scheme, policy.threshold)
    search.run()
    return Protected(
        {table.id: dict(_statuses(table, scheme, search.found.hidden)) for table in tables},
        tuple(_by_name(each, scheme) for each in search.worlds()),
    )


class _Search:
    """One run over a scheme."""

    def __init__(self, scheme: Scheme, threshold: int) -> None:
        self.scheme, self.threshold = scheme, threshold
        self.program = Program(scheme)
        self.needs = Needs(scheme, threshold)
        self.found = Found(scheme)
        # The same tables give the same report: chance is seeded, and no secret.
        self.chance = random.Random(len(scheme.values))  # noqa: S311
        self.share = 0.0 if len(scheme.values) <= ONE_AT_A_TIME else SHARE
        self.still = _still(scheme)
        self.hopeless: list[int] = []
        self.freed_at = -1

    def run(self) -> None:
        """Find a world for every need; raise Unprotectable where there is none."""
        while self.needs:
            if self.freed_at < 0 or self.hidden() > self.freed_at * (1 + SHARE):
                self.take_free_worlds()
            if self.needs:
                self.take_batch()
        if self.hopeless:
            raise Unprotectable([self.scheme.names[cell] for cell in self.hopeless])
        make_sums_lower(self.scheme, self.found, self.program, self.threshold)

    def worlds(self) -> Iterator[Whole]:
        return needed(self.found, self.scheme, self.threshold)

    def hidden(self) -> int:
        return int(self.found.hidden.sum())

    def take_free_worlds(self) -> None:
        """Take worlds that change hidden cells only, while they serve anyone."""
        served = 1
        while served and self.needs:
            served = sum(self._push(wanted, free=True) for wanted in self._both_ways())
        self.freed_at = self.hidden()

    def take_batch(self) -> None:
        """Push some cells, hiding what it takes."""
        way, cells = self._some()
        wanted = np.zeros((len(self.scheme.values), 2), np.bool_)
        wanted[cells, way] = True
        if len(cells) == 1 or not self._push(wanted, free=False):
            self._push_one(cells[0], way)

    def _both_ways(self) -> Iterator[Flags]:
        for way, open_ in enumerate((self.needs.up, self.needs.down)):
            wanted = np.zeros((len(open_), 2), np.bool_)
            wanted[:, way] = open_
            yield wanted

    def _some(self) -> tuple[int, list[int]]:
        """Return a way, and cells that are to go it."""
        ups, downs = np.flatnonzero(self.needs.up), np.flatnonzero(self.needs.down)
        way = int(self.chance.random() * (len(ups) + len(downs)) >= len(ups))
        open_ = [int(cell) for cell in (downs if way else ups)]
        return way, self.chance.sample(open_, max(1, int(self.share * len(open_))))

    def _push(self, wanted: Flags, *, free: bool) -> int:
        """Reward the wanted ways; return how many needs the world that came out meets."""
        limits = self.program.limits()
        limits[~self.found.hidden if free else self.still] = 0
        reward = np.array([self.chance.uniform(0.5, 1.5) for _ in range(len(limits))])
        change = self.program.change(*_rewarded(self._costs(), limits, wanted, reward, self.needs))
        return 0 if change is None else self._take(change)

    def _push_one(self, cell: int, way: int) -> None:
        """Find the cheapest world of one cell: without it the cell is known already."""
        for still in (self.still, np.zeros_like(self.still)):
            limits, floor = self.program.limits(), np.zeros((len(still), 2))
            limits[still] = 0
            floor[cell, way] = 1 if way else self.needs.to_rise[cell]
            limits[cell, 1 - way] = 0
            change = self.program.change(self._costs(), np.maximum(limits, floor), floor)
            if change is not None and self._take(change):
                return
        self.hopeless.append(cell)
        self.needs.up[cell] = self.needs.down[cell] = False

    def _take(self, change: Whole) -> int:
        served = self.needs.meet(change)
        if served:
            self.found.keep(change)
        return served

    def _costs(self) -> Reals:
        costs = np.where(self.found.hidden, FREE, self.scheme.worth)
        return np.stack([costs, costs], axis=1)


def _still(scheme: Scheme) -> Flags:
    """Return the cells in totals that are published as zero: to move them hides all those too."""
    still = np.zeros(len(scheme.values), np.bool_)
    for each in scheme.sums:
        if not scheme.values[each.total] and not scheme.unseen[each.total]:
            still[list(each.parts)] = True
    return still


def _rewarded(
    costs: Reals, limits: Reals, wanted: Flags, reward: Reals, needs: Needs
) -> tuple[Reals, Reals]:
    """Return costs and limits under which going a wanted way pays, and going back costs as much.

    If only the way were paid, a cell that rises and falls at once would earn for nothing.
    """
    costs, limits = costs.copy(), limits.copy()
    for way, far in ((0, needs.to_rise), (1, np.ones(len(reward), np.int64))):
        cells = np.flatnonzero(wanted[:, way])
        each = REWARD * reward[cells] / far[cells]
        costs[cells, way], costs[cells, 1 - way] = -each, each + FREE
        limits[cells, way] = np.minimum(limits[cells, way], far[cells])
    return costs, limits


def _by_name(change: Whole, scheme: Scheme) -> dict[Name, int]:
    return {scheme.names[cell]: int(change[cell]) for cell in np.flatnonzero(change)}


def _statuses(table: Table, scheme: Scheme, hidden: Flags) -> Iterator[tuple[Coordinates, str]]:
    for coordinates in table.values:
        cell = scheme.index[table.name(coordinates)]
        kept = not hidden[cell]
        yield coordinates, PUBLISHED if kept else PRIMARY if scheme.small[cell] else SECONDARY
