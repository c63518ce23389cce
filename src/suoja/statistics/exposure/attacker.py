"""Attack what is published: which small groups does it give away?

Apart from the engine that protects, and sharing no code with it. A group is cleared by any world,
a count of every group in whole persons that agrees with all statements, in which it is as large as
the threshold; only for the rest is a program solved. Where the truth is at hand, a small group
also needs a world in which it is lower than it is.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from suoja.statistics.exposure.apart import apart
from suoja.statistics.exposure.contradictions import reconcile
from suoja.statistics.exposure.derivation import as_told, in_words, sources_of
from suoja.statistics.exposure.pool import Pool, Way
from suoja.statistics.exposure.program import Extreme, Program
from suoja.statistics.exposure.reduced import told_outright
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
    # The truth agrees with itself; printed figures may not, and which one is wrong is open.
    told = told_outright(knowledge.statements) if knowledge.truth else {}
    for statements, asked in apart(knowledge.statements, knowledge.asked, told):
        kept, found = (statements, []) if knowledge.truth else reconcile(statements)
        attack = _Attack(kept, asked, knowledge, threshold)
        exposed.extend(attack.exposed())
        contradictions.extend(found)
        undecided.extend(attack.undecided)
    found_once = sorted(told_once(exposed), key=_most_serious_first)
    return Audit(
        threshold=threshold,
        asked=len(knowledge.asked),
        exposed=tuple(each for each in found_once if knowledge.true(each.asked) != 0),
        contradictions=tuple(contradictions),
        left_out=knowledge.left_out,
        undecided=tuple(undecided),
        nobody=tuple(each for each in found_once if knowledge.true(each.asked) == 0),
    )


class _Attack:
    """The attack on groups that are tied to each other."""

    def __init__(
        self,
        statements: Sequence[Statement],
        asked: Sequence[Asked],
        knowledge: Knowledge,
        threshold: int,
    ) -> None:
        self._statements = statements
        self._direct = _told_directly(statements)
        self._true = knowledge.true
        self._threshold = threshold
        # The truth is a world as well: what is large in it is cleared.
        self._asked = [
            each
            for each in asked
            if (self._true(each) or 0) < threshold and not self._is_told_safe(each)
        ]
        self.undecided: list[str] = []

    def exposed(self) -> Iterator[Exposed]:
        """Yield the groups that are exposed."""
        found = self._left(self._asked, [self._threshold] * len(self._asked), Way.UP)
        known_small = set()
        for asked, most in found.items():
            if self._true(asked) == 0 and most is not None:
                yield from self._nobody(asked, most)
                continue
            highest = self._program.highest(_sum_of(asked))
            self._note_undecided(asked, highest, is_cleared=highest.number >= self._threshold)
            if 0 < highest.number < self._threshold:
                known_small.add(asked)
                yield self._finding(asked, highest)
        small = [each for each in self._asked if self._true(each) and each not in known_small]
        for asked in self._left(small, [self._true(each) or 0 for each in small], Way.DOWN):
            yield from self._no_lower(asked, self._true(asked) or 0)

    @cached_property
    def _program(self) -> Program:
        return Program(self._statements)

    def _nobody(self, asked: Asked, most: int) -> Iterator[Exposed]:
        """Yield what is known of a group in which there is nobody."""
        if most:
            yield Exposed(asked, 0, most, "", (), printed=False)

    def _no_lower(self, asked: Asked, truth: int) -> Iterator[Exposed]:
        lowest = self._program.lowest(_sum_of(asked))
        self._note_undecided(asked, lowest, is_cleared=lowest.number < truth)
        if lowest.number >= truth:
            yield Exposed(asked, lowest.number, None, "", sources_of(lowest), printed=False)

    def _left(
        self, asked: Sequence[Asked], limits: Sequence[int], way: Way
    ) -> dict[Asked, int | None]:
        if not asked:
            return {}
        left = Pool(self._statements, asked, limits, way).left()
        return {asked[at]: most for at, most in left.items()}

    def _note_undecided(self, asked: Asked, extreme: Extreme, *, is_cleared: bool) -> None:
        # Parts of persons reach it; whether whole persons do was not found out in time.
        if extreme.world is None and is_cleared:
            self.undecided.append(asked.label)

    def _is_told_safe(self, asked: Asked) -> bool:
        """Test if the number is printed and not small: nothing has to be worked out."""
        told = self._direct.get(asked.parts)
        if told is None or told.low != told.high:
            return False
        return not 0 < told.low < self._threshold

    def _finding(self, asked: Asked, highest: Extreme) -> Exposed:
        lowest = self._program.lowest(_sum_of(asked))
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


def _told_directly(statements: Sequence[Statement]) -> dict[tuple[Name, ...], Statement]:
    told: dict[tuple[Name, ...], Statement] = {}
    for each in statements:
        if each.says and all(weight == 1 for _, weight in each.weights):
            told.setdefault(tuple(name for name, _ in each.weights), each)
    return told


def _sum_of(asked: Asked) -> tuple[tuple[Name, float], ...]:
    return tuple((part, 1.0) for part in asked.parts)


def _most_serious_first(exposed: Exposed) -> tuple[int, int, str]:
    return SEVERITY.index(exposed.kind), exposed.high or 0, exposed.asked.label
