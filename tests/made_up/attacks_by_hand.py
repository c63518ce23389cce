"""Attacks that need a pencil: subtract what is known, and narrow each number between bounds."""

from math import ceil, floor, inf

from made_up.attacks_view import cell_of, with_rests

ROUNDS = 60


def subtracted(seen, aggregates):
    """Return the aggregates whose number comes out by subtraction."""
    known = subtract(with_rests(seen, aggregates))
    return [each for each in aggregates if cell_of(each) in known]


def subtract(seen):
    """Fill in each sum with one unknown until nothing follows any more."""
    known = dict(seen.known)
    rows = [(weights, low) for weights, low, high in _rows(seen) if low == high]
    while _subtract_once(rows, known):
        pass
    return known


def _subtract_once(rows, known):
    before = len(known)
    for weights, adds_up_to in rows:
        unknown = [name for name in weights if name not in known]
        if len(unknown) == 1:
            rest = sum(by * known[name] for name, by in weights.items() if name in known)
            known[unknown[0]] = (adds_up_to - rest) // weights[unknown[0]]
    return len(known) > before


def narrowed(seen, aggregates, values, threshold=5):
    """Return the aggregates that bounds alone prove small, or not lower than they are."""
    limits = bounds(with_rests(seen, aggregates))
    return [
        each
        for each in aggregates
        if gives_away(limits[cell_of(each)], sum(values[part] for part in each.parts), threshold)
    ]


def gives_away(limit, value, threshold):
    low, high = limit
    return high < threshold or low >= value


def bounds(seen):
    """Return what interval propagation leaves of each number: counts are never negative."""
    limits = dict.fromkeys(
        (name for total, parts in seen.sums for name in (total, *parts)), (0, inf)
    )
    limits |= {name: (value, value) for name, value in seen.known.items()}
    rows = [_open(row, seen.known) for row in _rows(seen)]
    open_ = [row for row in rows if row[0]]
    for _ in range(ROUNDS):
        if not [True for row in open_ if _narrow(limits, *row)]:
            break
    return limits


def _rows(seen):
    """Yield all that is known as (weights, low, high)."""
    for total, parts in seen.sums:
        yield {total: -1, **dict.fromkeys(parts, 1)}, 0, 0
    for weights, low, high in seen.facts:
        yield dict(weights), low, high


def _open(row, known):
    """Return a row without what is known in it."""
    weights, low, high = row
    told = sum(by * known[name] for name, by in weights.items() if name in known)
    left = {name: by for name, by in weights.items() if name not in known}
    return left, low - told, high - told


def _narrow(limits, weights, low, high):
    """Narrow each number of a row by what the others leave it; tell if anything changed."""
    ends = {name: _ends(limits[name], by) for name, by in weights.items()}
    least = _Others([each[0] for each in ends.values()], -inf)
    most = _Others([each[1] for each in ends.values()], inf)
    changed = False
    for name, by in weights.items():
        room = (low - most.than(ends[name][1])) / by, (high - least.than(ends[name][0])) / by
        new = _meet(limits[name], room if by > 0 else room[::-1])
        changed = changed or new != limits[name]
        limits[name] = new
    return changed


def _ends(limit, by):
    ends = limit[0] * by, limit[1] * by
    return ends if by > 0 else ends[::-1]


class _Others:
    """The sum of all but one, which is endless if one of the others is."""

    def __init__(self, numbers, endless):
        self._endless = endless
        self._times = numbers.count(endless)
        self._finite = sum(number for number in numbers if number != endless)

    def than(self, number):
        if self._times > (number == self._endless):
            return self._endless
        return self._finite - (0 if number == self._endless else number)


def _meet(limit, room):
    """Whole numbers only: round the bounds inwards."""
    low = room[0] if abs(room[0]) == inf else ceil(room[0])
    high = room[1] if abs(room[1]) == inf else floor(room[1])
    return max(limit[0], low), min(limit[1], high)
