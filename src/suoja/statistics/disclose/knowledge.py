"""What is known already from earlier tables, in terms of today's data."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from suoja.statistics.disclose.earlier import Earlier
from suoja.statistics.disclose.hierarchy import WHOLE, Hierarchy, Members
from suoja.statistics.disclose.meaning import Meaning, box, meaning, unlisted
from suoja.statistics.disclose.population import Population, Truth, Whole, matrix, summed

Name = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Impossible:
    """Combinations of these variables that everybody knows to be zero."""

    positions: tuple[int, ...]
    zero: Truth


@dataclass(slots=True)
class Knowledge:
    """What earlier tables told and hid. A cell is named by a set of categories per variable.

    `sets[v]` are the sets of variable v that names speak of: today's nodes, then those that only
    earlier tables had. `revised` counts published values that the data no longer have: facts about
    another count.
    """

    sets: tuple[list[Members], ...]
    told: dict[Name, int] = field(default_factory=dict)
    hidden: dict[Name, int] = field(default_factory=dict)
    impossible: list[Impossible] = field(default_factory=list)
    not_comparable: int = 0
    revised: int = 0

    def add(self, earlier: Earlier, population: Population) -> None:
        """Add what an earlier table told."""
        found = meaning(earlier, population)
        finest = population.margin(earlier.positions)
        zero = unlisted(found, finest.shape)
        for name, members, value, now in self._cells(earlier, found, finest):
            if value is not None and value != now:
                self.revised += 1
            elif now == 0:
                # What is hidden may be another number for all that anybody knows.
                zero[box(members, finest.shape)] |= value is not None
            else:
                (self.hidden if value is None else self.told)[name] = now
        self.impossible.append(Impossible(earlier.positions, zero))

    def _cells(
        self, earlier: Earlier, found: Meaning, finest: Whole
    ) -> Iterator[tuple[Name, list[Members], int | None, int]]:
        axes = range(len(earlier.positions))
        held = [sorted(set(found.labels[axis].values()), key=sorted) for axis in axes]
        numbers = [{members: number for number, members in enumerate(each)} for each in held]
        pairs = zip(held, finest.shape, strict=True)
        today = summed(finest, [matrix(sets, size) for sets, size in pairs])
        for labels, value in earlier.cells.items():
            members = [found.holds(axis, label) for axis, label in enumerate(labels)]
            if not all(members):
                self.not_comparable += 1
                continue
            now = today[tuple(numbers[axis][members[axis]] for axis in axes)]
            yield self._name(earlier.positions, members), members, value, int(now)

    def _name(self, positions: Sequence[int], members: Iterable[Members]) -> Name:
        name = [WHOLE] * len(self.sets)
        for position, each in zip(positions, members, strict=True):
            sets = self.sets[position]
            if each not in sets:
                sets.append(each)
            name[position] = sets.index(each)
        return tuple(name)

    def possible(self, used: Sequence[int], codes: Sequence[Whole]) -> Truth:
        """Test of combinations of the used variables if they may hold anybody."""
        result = np.ones(len(codes[0]), dtype=np.bool_)
        for known in self.impossible:
            chosen = tuple(codes[used.index(position)] for position in known.positions)
            result &= ~known.zero[chosen]
        return result

    def words(self, name: object, population: Population) -> list[str]:
        """Return the category of each variable that a cell stands for."""
        if not isinstance(name, tuple):
            return [str(name)]
        return [
            self._category(*each)
            for each in zip(name, self.sets, population.hierarchies, strict=True)
        ]

    def _category(self, number: int, sets: Sequence[Members], hierarchy: Hierarchy) -> str:
        if number < len(hierarchy.nodes):
            return hierarchy.categories[number]
        return " + ".join(hierarchy.finest[code] for code in sorted(sets[number]))


def know(earlier: Iterable[Earlier], population: Population) -> Knowledge:
    """Return what earlier tables told, in terms of today's data."""
    knowledge = Knowledge(tuple(list(each.nodes) for each in population.hierarchies))
    for each in earlier:
        knowledge.add(each, population)
    return knowledge
