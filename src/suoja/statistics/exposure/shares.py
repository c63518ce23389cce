"""Shares as numbers of persons: 6 % of 67 is 4, whatever is printed about 68.

A share of a number that is printed leaves few whole numbers, often one. Where it leaves none, the
printed base is wrong: one more or one less is tried for all shares of the same list together; where
that does not fit either, the share is taken as roughly told: the whole numbers on both sides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf

from suoja.statistics.exposure.statements import Contradiction
from suoja.statistics.exposure.told import Told, When

HAIR = 1e-9
NEAR = (0, -1, 1)
Base = tuple[str, When, frozenset[tuple[str, frozenset[str]]]]


@dataclass(frozen=True, slots=True)
class Fitted:
    """How the shares of one list are read: as shares of `base`, or roughly."""

    printed: int
    base: int
    rough: tuple[Told, ...] = ()

    def persons(self, share: Told) -> tuple[float, float]:
        """Return from how many to how many persons the share is."""
        if share in self.rough:
            middle = share.figure.number * self.base / 100
            return floor(middle), ceil(middle)
        return whole(share, self.base)


def whole(share: Told, base: int) -> tuple[float, float]:
    """Return the lowest and highest whole number that is such a share of the base."""
    low = ceil(share.low * base / 100 - HAIR)
    return low, inf if share.high == inf else floor(share.high * base / 100 + HAIR)


def fit(shares: Sequence[Told], printed: int) -> Fitted:
    """Find the base that the shares of one list fit: the printed one, or one next to it."""
    for step in NEAR:
        if printed + step > 0 and _fits(shares, printed + step):
            return Fitted(printed, printed + step)
    return Fitted(printed, printed, tuple(each for each in shares if not _fits([each], printed)))


def _fits(shares: Iterable[Told], base: int) -> bool:
    ranges = [whole(each, base) for each in shares]
    return all(low <= high for low, high in ranges) and sum(low for low, _ in ranges) <= base


def contradiction(fitted: Fitted, shares: Sequence[Told], of: str) -> Contradiction | None:
    """Say what does not fit and how it is read; None if all is well."""
    if fitted.base != fitted.printed:
        wrong = ", ".join(_percent(each) for each in shares if not _fits([each], fitted.printed))
        wrong = wrong or "all shares together"
        return Contradiction(
            f"{wrong} of {fitted.printed} ({of})",
            "no whole number of persons is such a share",
            f"All shares of the list fit {fitted.base}: they are read as shares of that.",
        )
    if fitted.rough:
        wrong = ", ".join(_percent(each) for each in fitted.rough)
        both = ", ".join("{} or {}".format(*fitted.persons(each)) for each in fitted.rough)
        return Contradiction(
            f"{wrong} of {fitted.printed} ({of})",
            "no whole number of persons is such a share",
            f"It is read as roughly told: {both}.",
        )
    return None


def _percent(share: Told) -> str:
    return f"{share.figure.printed} %"


def base_of(share: Told, populations: Mapping[str, str]) -> Base:
    """Return the group that the share is of."""
    population = populations.get(share.population, share.population)
    return population, share.when, frozenset((share.base or {}).items())


def by_list(shares: Iterable[Told]) -> dict[tuple[object, ...], list[Told]]:
    """Return the shares that are told of the same people by the same dimension, together."""
    lists: dict[tuple[object, ...], list[Told]] = {}
    for each in shares:
        last = tuple(each.traits)[-1] if each.traits else ""
        key = (each.population, each.when, frozenset((each.base or {}).items()), last)
        lists.setdefault(key, []).append(each)
    return lists
