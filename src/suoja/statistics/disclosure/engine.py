"""Find the cells to hide: for each small cell the cheapest other worlds.

A world is a change of the counts that keeps every sum. The cells that it changes must be hidden,
all others may be published; what it costs is how much is hidden that was not yet. One world often
serves many cells. Since no published cell changes in any world, and more hidden cells only allow
more worlds, what was found for one cell stays true when others follow.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from suoja.statistics.disclosure.scheme import Scheme
from suoja.statistics.disclosure.tables import (
    PRIMARY,
    PUBLISHED,
    SECONDARY,
    Coordinates,
    Name,
    Policy,
    Protected,
    Relation,
    Table,
)
from suoja.statistics.disclosure.worlds import Worlds

UP, DOWN = 1, -1


class Unprotectable(Exception):  # noqa: N818  (it is the answer, not a fault)
    """What is known already gives these cells away: there is nothing left to hide."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = tuple(dict.fromkeys(names))
        super().__init__(f"{len(self.names)} small cells follow from what is known already.")


@dataclass(frozen=True, slots=True)
class _Need:
    """A small cell must be able to be so much higher, or lower."""

    cell: int
    by: int


def protect(
    tables: Sequence[Table],
    policy: Policy,
    *,
    links: Sequence[Relation] = (),
    published: Collection[Name] = (),
) -> Protected:
    """Return which cells of all the tables, taken together, may be published.

    `links` are sums across tables; `published` names the cells that outsiders know already. Raise
    Unprotectable when those alone give a small cell away.
    """
    scheme = Scheme.of(tables, policy, links=links, published=published)
    hidden = _hidden(scheme, policy.threshold)
    return Protected({table.id: dict(_statuses(table, scheme, hidden)) for table in tables})


def _hidden(scheme: Scheme, threshold: int) -> set[int]:
    worlds = Worlds(scheme)
    hopeless = []
    pending = [*_needs(scheme, threshold, UP), *_needs(scheme, threshold, DOWN)]
    while pending:
        need = pending[0]
        change = worlds.cheapest(need.cell, need.by)
        if change is None:
            hopeless.append(scheme.names[need.cell])
            change = {need.cell: need.by}
        worlds.hide(change)
        pending = [each for each in pending if not _met(each, change.get(each.cell, 0))]
    if hopeless:
        raise Unprotectable(hopeless)
    return worlds.hidden


def _needs(scheme: Scheme, threshold: int, direction: int) -> Iterator[_Need]:
    for cell in sorted(scheme.small):
        up = threshold - scheme.values[cell]
        yield _Need(cell, up if direction == UP else DOWN)


def _met(need: _Need, change: float) -> bool:
    return change * need.by > 0 and abs(change) >= abs(need.by) - Worlds.TOLERANCE


def _statuses(
    table: Table, scheme: Scheme, hidden: Collection[int]
) -> Iterator[tuple[Coordinates, str]]:
    for coordinates in table.values:
        cell = scheme.index[table.name(coordinates)]
        kept = cell not in hidden
        yield coordinates, PUBLISHED if kept else PRIMARY if cell in scheme.small else SECONDARY
