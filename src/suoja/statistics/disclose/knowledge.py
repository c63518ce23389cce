"""What is known already from earlier tables, in terms of today's data."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from suoja.statistics.disclose.earlier import Earlier, Labels
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
        """Add what an earlier table told. Raise Fault if it says another number than the data."""
        found = meaning(earlier, population)
        finest = population.margin(found.positions)
        zero = unlisted(found, finest.shape)
        for labels, members, now in self._cells(earlier, found, finest):
            value, name = earlier.cells[labels], self._name(found.positions, members)
            if value is not None and value != now:
                if not earlier.revised:
                    raise earlier.differs(labels, value, now)
                self.revised += 1
            elif now == 0:
                # What is hidden may be another number for all that anybody knows.
                zero[box(members, finest.shape)] |= value is not None
            else:
                (self.hidden if value is None else self.told)[name] = now
        self._check_labels(earlier, found)
        self.impossible.append(Impossible(found.positions, zero))

    def _check_labels(self, earlier: Earlier, found: Meaning) -> None:
        """Refuse a file that tells of today's people in categories that the data do not have."""
        unknown = [labels for labels in earlier.cells if not all(found.members(labels))]
        self.not_comparable += len(unknown)
        told = [labels for labels in unknown if earlier.cells[labels] != 0]
        if told and len(unknown) < len(earlier.cells) and not earlier.revised:
            raise earlier.lacks(told[0], found.members(told[0]))

    def _cells(
        self, earlier: Earlier, found: Meaning, finest: Whole
    ) -> Iterator[tuple[Labels, list[Members], int]]:
        """Yield the cells that can be compared, and how many persons each counts today."""
        axes = range(len(found.positions))
        held = [sorted(set(found.labels[axis].values()), key=sorted) for axis in axes]
        numbers = [{members: number for number, members in enumerate(each)} for each in held]
        pairs = zip(held, finest.shape, strict=True)
        today = summed(finest, [matrix(sets, size) for sets, size in pairs])
        for labels in earlier.cells:
            members = found.members(labels)
            if all(members):
                now = today[tuple(numbers[axis][members[axis]] for axis in axes)]
                yield labels, members, int(now)

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
