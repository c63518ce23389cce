"""Statements that have nothing to do with each other are attacked each for itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from suoja.statistics.exposure.statements import Asked, Name, Statement

Part = tuple[list[Statement], list[Asked]]
NOBODY: frozenset[Name] = frozenset()


def apart(
    statements: Sequence[Statement], asked: Iterable[Asked], told: Collection[Name] = NOBODY
) -> Iterator[Part]:
    """Yield statements and what is asked in parts that are tied only by what is told outright.

    What is told of a group goes with every part that speaks of it. Groups that no statement
    speaks of can be any number, and are left out.
    """
    leader = _leaders(statements, told)
    parts: defaultdict[Name, Part] = defaultdict(lambda: ([], []))
    for statement in statements:
        parts[_leading((name for name, _ in statement.weights), leader, told)][0].append(statement)
    for each in asked:
        if all(part in leader for part in each.parts):
            parts[_leading(each.parts, leader, told)][1].append(each)
    said = _said_of(statements, told)
    for mine, questions in parts.values():
        names = dict.fromkeys(name for each in mine for name, _ in each.weights)
        also = (each for name in names for each in said.get(name, ()))
        yield list(dict.fromkeys([*mine, *also])), questions


def _leading(names: Iterable[Name], leader: Mapping[Name, Name], told: Collection[Name]) -> Name:
    """Return what stands for the part that these groups belong to."""
    every = list(names)
    return leader[next((name for name in every if name not in told), every[0])]


def _said_of(
    statements: Iterable[Statement], told: Collection[Name]
) -> dict[Name, list[Statement]]:
    said: defaultdict[Name, list[Statement]] = defaultdict(list)
    for each in statements:
        if len(each.weights) == 1 and each.weights[0][0] in told:
            said[each.weights[0][0]].append(each)
    return said


def _leaders(statements: Iterable[Statement], told: Collection[Name]) -> dict[Name, Name]:
    """Return for each group one that stands for all that it is tied to."""
    leader: dict[Name, Name] = {}

    def find(name: Name) -> Name:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for statement in statements:
        names = [name for name, _ in statement.weights]
        tied = [name for name in names if name not in told] or names
        for name in tied:
            leader[find(name)] = find(tied[0])
        for name in names:
            find(name)
    return {name: find(name) for name in leader}
