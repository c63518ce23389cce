"""What is left of a group without a part of it that was told earlier.

A year without its first half is the second half, whether or not any table shows it: anybody can
subtract. So small remainders are protected like cells.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import itemgetter

from suoja.statistics.disclose.hierarchy import Members
from suoja.statistics.disclose.knowledge import Knowledge, Name


@dataclass(slots=True)
class _Line:
    """Groups that differ in one variable only, by their categories of it."""

    counts: dict[Members, int] = field(default_factory=dict)
    today: set[Members] = field(default_factory=set)
    told: set[Members] = field(default_factory=set)


def remainders(
    knowledge: Knowledge, today: Mapping[Name, int], threshold: int
) -> Iterator[tuple[Name, int]]:
    """Yield the small groups that are left, with their counts; `today` are the cells shown now."""
    for axis, sets in enumerate(knowledge.sets):
        for rest, line in _lines(axis, knowledge, today).items():
            for members, count in _left(line, threshold):
                if members not in sets:
                    sets.append(members)
                yield (*rest[:axis], sets.index(members), *rest[axis:]), count


def _lines(axis: int, knowledge: Knowledge, today: Mapping[Name, int]) -> dict[Name, _Line]:
    lines: dict[Name, _Line] = {}
    sets = knowledge.sets[axis]
    for name, count in (*knowledge.told.items(), *knowledge.hidden.items()):
        line = lines.setdefault(_rest(name, axis), _Line())
        line.counts[sets[name[axis]]] = count
        if name in knowledge.told:
            line.told.add(sets[name[axis]])
    for name, count in today.items():
        if _rest(name, axis) in lines:
            line = lines[_rest(name, axis)]
            line.counts[sets[name[axis]]] = count
            line.today.add(sets[name[axis]])
    # Of a line that a table of today has whole, that table tells what lies between.
    return {rest: line for rest, line in lines.items() if not line.counts.keys() <= line.today}


def _rest(name: Name, axis: int) -> Name:
    return (*name[:axis], *name[axis + 1 :])


def _left(line: _Line, threshold: int) -> Iterator[tuple[Members, int]]:
    """Yield what a part leaves of a group, and what all parts that were told leave together."""
    ordered = sorted(line.counts.items(), key=itemgetter(1))
    for place, (whole, count) in enumerate(ordered):
        if count < threshold:
            continue
        first = bisect_right(ordered, count - threshold, hi=place, key=itemgetter(1))
        for part, less in ordered[first:place]:
            if less < count and part < whole and not {part, whole} <= line.today:
                yield whole - part, count - less
        told = _widest(line.told, whole)
        rest = count - sum(line.counts[part] for part in told)
        if len(told) > 1 and 0 < rest < threshold:
            yield reduce(frozenset.difference, told, whole), rest


def _widest(told: set[Members], whole: Members) -> list[Members]:
    """Return the widest parts that were told, none of them in another."""
    inside = [part for part in told if part < whole]
    return [part for part in inside if not any(part < other for other in inside)]
