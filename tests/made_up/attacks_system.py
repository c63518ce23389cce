"""All sums as one system of equations over the finest cells."""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class System:
    """`rows` are (weights, low, high) over `leaves`, cells that no sum breaks down further."""

    leaves: tuple
    rows: tuple
    made_of: dict

    def weights(self, names):
        """Return of what leaves some cells are made, together."""
        return added(dict.fromkeys(names, 1), self.made_of)


def system(seen):
    """Write every known number and every fact in terms of the finest cells."""
    made_of = _finest(
        seen.sums, [*seen.known, *(n for weights, *_ in seen.facts for n, _ in weights)]
    )
    rows = [(made_of[name], value, value) for name, value in seen.known.items()]
    rows += [(added(dict(weights), made_of), low, high) for weights, low, high in seen.facts]
    for total, parts in seen.sums:
        rows.append((added({total: -1, **dict.fromkeys(parts, 1)}, made_of), 0, 0))
    empty = _empty(rows)
    rows = [(_without(weights, empty), low, high) for weights, low, high in rows]
    made_of = {name: _without(weights, empty) for name, weights in made_of.items()}
    leaves = dict.fromkeys(leaf for weights in made_of.values() for leaf in weights)
    return System(tuple(leaves), tuple(_different(rows)), made_of)


def _finest(sums, names):
    inside = {}
    for total, parts in sums:
        inside.setdefault(total, parts)

    @cache
    def finest(name):
        if name not in inside:
            return {name: 1}
        return added(dict.fromkeys(inside[name], 1), {part: finest(part) for part in inside[name]})

    everyone = dict.fromkeys([*names, *(name for total, parts in sums for name in (total, *parts))])
    return {name: finest(name) for name in everyone}


def added(weights, made_of):
    """Return a weighted sum of cells in terms of what they are made of."""
    result = {}
    for name, by in weights.items():
        for leaf, times in made_of[name].items():
            result[leaf] = result.get(leaf, 0) + by * times
    return {leaf: by for leaf, by in result.items() if by}


def _empty(rows):
    """Where a sum is zero, everything in it is."""
    nothing = [
        weights for weights, _, high in rows if high == 0 and min(weights.values(), default=0) > 0
    ]
    return {leaf for weights in nothing for leaf in weights}


def _without(weights, leaves):
    return {leaf: by for leaf, by in weights.items() if leaf not in leaves}


def _different(rows):
    found = {}
    for weights, low, high in rows:
        if weights:
            found.setdefault((frozenset(weights.items()), low, high), (weights, low, high))
    return found.values()
