"""Worlds that were found, and what each small group still needs."""

from collections.abc import Iterator

import numpy as np

from suoja.statistics.disclosure.scheme import Flags, Scheme, Whole
from suoja.statistics.disclosure.sums import Group


class Needs:
    """Each small cell must reach the threshold in one world and be lower in another."""

    def __init__(self, scheme: Scheme, threshold: int) -> None:
        self.to_rise = np.where(scheme.small, threshold - scheme.values, 0)
        self.up: Flags = scheme.small.copy()
        self.down: Flags = scheme.small.copy()

    def __bool__(self) -> bool:
        return bool(self.up.any() or self.down.any())

    def __len__(self) -> int:
        return int(self.up.sum() + self.down.sum())

    def meet(self, change: Whole) -> int:
        """Strike off what this world shows; return how much that was."""
        before = len(self)
        self.up &= change < self.to_rise
        self.down &= change >= 0
        return before - len(self)


class Found:
    """The worlds so far, the cells that they need hidden, and the sums that they make lower."""

    def __init__(self, scheme: Scheme) -> None:
        self.hidden: Flags = scheme.unseen.copy()
        self.changes: list[Whole] = []
        self.lowered: list[Group] = []

    def keep(self, change: Whole) -> bool:
        """Keep a world; return whether it hides a cell that was not."""
        more = (change != 0) & ~self.hidden
        self.hidden |= more
        self.changes.append(change)
        return bool(more.any())


def needed(found: Found, scheme: Scheme, threshold: int) -> Iterator[Whole]:
    """Yield worlds that together show all that was asked of them, the most telling first."""
    needs = Needs(scheme, threshold)
    sums = set(found.lowered)
    for change in sorted(found.changes, key=np.count_nonzero, reverse=True):
        lower = {group for group in sums if falls(group, change)}
        if needs.meet(change) or lower:
            yield change
        sums -= lower


def falls(group: Group, change: Whole) -> bool:
    """Test if the sum of these cells is lower in this world."""
    return bool(change[list(group)].sum() < 0)
