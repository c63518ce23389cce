"""Attack what is published: which small groups does it give away?

Apart from the engine that protects, and sharing no code with it. A group is cleared by any world,
a count of every group in whole persons that agrees with all statements, in which it is as large as
the threshold; only for the rest is a program solved.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from suoja.statistics.exposure.contradictions import reconcile
from suoja.statistics.exposure.derivation import as_told, in_words, sources_of
from suoja.statistics.exposure.program import TOLERANCE, Extreme, Program, World
from suoja.statistics.exposure.redundant import told_once
from suoja.statistics.exposure.statements import (
    Asked,
    Audit,
    Contradiction,
    Exposed,
    Kind,
    Knowledge,
    Name,
    Statement,
)

SEVERITY = list(Kind)


def audit(knowledge: Knowledge, threshold: int = 5) -> Audit:
    """Return every group asked of that is known to be smaller than the threshold."""
    exposed: list[Exposed] = []
    contradictions: list[Contradiction] = list(knowledge.contradictions)
    undecided: list[str] = []
    for statements, asked in _apart(knowledge):
        kept, found = reconcile(statements)
        attack = _Attack(kept, asked, threshold)
        exposed.extend(attack.exposed())
        contradictions.extend(found)
        undecided.extend(attack.undecided)
    return Audit(
        threshold=threshold,
        asked=len(knowledge.asked),
        exposed=tuple(sorted(told_once(exposed), key=_most_serious_first)),
        contradictions=tuple(contradictions),
        left_out=knowledge.left_out,
        undecided=tuple(undecided),
    )


class _Attack:
    """The attack on groups that are tied to each other."""

    def __init__(
        self, statements: Sequence[Statement], asked: Sequence[Asked], threshold: int
    ) -> None:
        self._program = Program(statements)
        self._direct = _told_directly(statements)
        self._threshold = threshold
        known = self._program.places
        possible = (each for each in asked if all(part in known for part in each.parts))
        self._open = [each for each in possible if not self._is_told_safe(each)]
        self.undecided: list[str] = []

    def exposed(self) -> Iterator[Exposed]:
        """Yield the groups that are exposed."""
        while self._open:
            asked = self._open.pop()
            highest = self._program.highest(_sum_of(asked))
            if highest.world is not None:
                self._clear(highest.world)
            elif highest.number >= self._threshold:
                self.undecided.append(asked.label)
            if 0 < highest.number < self._threshold:
                yield self._finding(asked, highest, self._program.lowest(_sum_of(asked)))

    def _is_told_safe(self, asked: Asked) -> bool:
        """Test if the number is printed and not small: nothing has to be worked out."""
        told = self._direct.get(asked.parts)
        if told is None or told.low != told.high:
            return False
        return not 0 < told.low < self._threshold

    def _clear(self, world: World) -> None:
        """Ask no more of groups that are large enough in this world."""
        places = self._program.places
        self._open = [
            each
            for each in self._open
            if sum(world[places[part]] for part in each.parts) < self._threshold - TOLERANCE
        ]

    def _finding(self, asked: Asked, highest: Extreme, lowest: Extreme) -> Exposed:
        direct = self._direct.get(asked.parts)
        low, high = lowest.number, highest.number
        if direct and (low, high) == (max(direct.low, 0), direct.high):
            outright = "%" not in direct.figure
            return Exposed(asked, low, high, as_told(direct), (direct.source,), printed=outright)
        derivation = _from_both_sides(lowest, highest, asked.label)
        return Exposed(asked, low, high, derivation, sources_of(lowest, highest), printed=False)


def _from_both_sides(lowest: Extreme, highest: Extreme, of: str) -> str:
    at_most, at_least = in_words(highest, of), in_words(lowest, of)
    if at_most == at_least:
        return at_most
    return f"at most: {at_most}" + (f"; at least: {at_least}" if lowest.number else "")


def _told_directly(statements: Iterable[Statement]) -> dict[tuple[Name, ...], Statement]:
    told: dict[tuple[Name, ...], Statement] = {}
    for each in statements:
        if each.says and all(weight == 1 for _, weight in each.weights):
            told.setdefault(tuple(name for name, _ in each.weights), each)
    return told


def _sum_of(asked: Asked) -> tuple[tuple[Name, float], ...]:
    return tuple((part, 1.0) for part in asked.parts)


def _most_serious_first(exposed: Exposed) -> tuple[int, int, str]:
    return SEVERITY.index(exposed.kind), exposed.high, exposed.asked.label


def _apart(knowledge: Knowledge) -> Iterator[tuple[list[Statement], list[Asked]]]:
    """Yield the statements, and what is asked, in parts that have no group in common."""
    leader = _leaders(knowledge.statements)
    statements: defaultdict[Name, list[Statement]] = defaultdict(list)
    asked: defaultdict[Name, list[Asked]] = defaultdict(list)
    for statement in knowledge.statements:
        statements[leader[statement.weights[0][0]]].append(statement)
    for each in knowledge.asked:
        if each.parts[0] in leader:
            asked[leader[each.parts[0]]].append(each)
    for name, told in statements.items():
        yield told, asked[name]


def _leaders(statements: Iterable[Statement]) -> dict[Name, Name]:
    """Return for each group one that stands for all that it is tied to."""
    leader: dict[Name, Name] = {}

    def find(name: Name) -> Name:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for statement in statements:
        first = find(statement.weights[0][0])
        for name, _ in statement.weights[1:]:
            leader[find(name)] = first
    return {name: find(name) for name in leader}
