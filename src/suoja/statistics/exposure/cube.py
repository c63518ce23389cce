"""The groups that figures of one population and time speak of, and how they add up.

Categories are cut into the smallest parts that figures tell apart, with one more for whoever no
figure names. For every set of dimensions that a figure tells together all combinations are groups.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations, product

from suoja.core.calendar import Period
from suoja.statistics.exposure import common_sense
from suoja.statistics.exposure.periods import pieces
from suoja.statistics.exposure.statements import Statement, adds_up
from suoja.statistics.exposure.told import Told, Traits, When
from suoja.statistics.groups import Group

NOT_LISTED = "not listed"
Family = tuple[str, ...]


class Cube:
    """All groups of one population in periods that overlap, or on one day."""

    def __init__(self, population: str, whens: Iterable[When], told: Iterable[Told]) -> None:
        self.population = population
        self.told = tuple(told)
        periods = [when for when in whens if isinstance(when, Period)]
        self.pieces = pieces(periods)
        self.whens = tuple(dict.fromkeys((*whens, *self.pieces)))
        self.parts = {code: _parts(sets) for code, sets in self._told_sets().items()}

    def groups(self, when: When, traits: Traits) -> tuple[Group, ...]:
        """Return the groups that are together who has these traits."""
        axes = [
            [part for part in self.parts[code] if codes & _codes(part)]
            for code, codes in traits.items()
        ]
        return tuple(self._group(when, zip(traits, each, strict=True)) for each in product(*axes))

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """Return the sets of dimensions that are told together, with every part of each set."""
        told = {frozenset(each.traits) for each in self.told}
        told |= {common_sense.widened(family, self.parts) for family in told}
        smaller = {
            part
            for family in told
            for size in range(len(family) + 1)
            for part in combinations(sorted(family), size)
        }
        return tuple(sorted(smaller, key=lambda family: (len(family), family)))

    def cells(self) -> Iterator[tuple[When, Mapping[str, str]]]:
        """Yield when and by which traits each group is told."""
        for when, family in product(self.whens, self.families):
            for each in product(*(self.parts[code] for code in family)):
                yield when, dict(zip(family, each, strict=True))

    def rows(self) -> Iterator[tuple[Group, str, tuple[Group, ...]]]:
        """Yield each group with its parts by one more dimension."""
        for when, traits in self.cells():
            for code in sorted(set(self.parts) - set(traits)):
                if tuple(sorted((*traits, code))) in self.families:
                    parts = ({**traits, code: part} for part in self.parts[code])
                    listed = tuple(self.group(when, each) for each in parts)
                    yield self.group(when, traits), code, listed

    def sums(self) -> Iterator[Statement]:
        """Yield how the groups add up, by dimension and over time, and who there cannot be."""
        yield from (adds_up(total, parts) for total, _, parts in self.rows())
        for when, traits in self.cells():
            group = self.group(when, traits)
            if common_sense.is_nobody(self.population, traits, self.parts):
                yield Statement(((group, 1.0),), 0, 0)
            if isinstance(when, Period) and when not in self.pieces:
                yield from self._over_time(when, traits)

    def group(self, when: When, traits: Mapping[str, str]) -> Group:
        return self._group(when, traits.items())

    def _over_time(self, when: Period, traits: Mapping[str, str]) -> Iterator[Statement]:
        if common_sense.adds_up_over_time(self.population, traits):
            within = [piece for piece in self.pieces if when.holds(piece)]
            parts = tuple(self.group(piece, traits) for piece in within)
            yield adds_up(self.group(when, traits), parts)

    def _group(self, when: When, traits: Iterable[tuple[str, str]]) -> Group:
        return Group(self.population, str(when), frozenset(traits))

    def _told_sets(self) -> dict[str, list[frozenset[str]]]:
        sets: dict[str, list[frozenset[str]]] = {}
        for each in self.told:
            for code, codes in each.traits.items():
                sets.setdefault(code, []).append(codes)
        return sets


def _parts(sets: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """Return the codes in bundles that no figure tells apart, and one for whoever is not listed."""
    told = list(sets)
    bundles: dict[tuple[bool, ...], list[str]] = {}
    for code in sorted(frozenset().union(*told)):
        bundles.setdefault(tuple(code in codes for codes in told), []).append(code)
    return (*("|".join(codes) for codes in bundles.values()), NOT_LISTED)


def _codes(part: str) -> frozenset[str]:
    return frozenset(part.split("|"))
