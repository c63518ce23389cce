"""Which numbers the equations determine: Gaussian elimination over a prime field, so exactly."""

PRIME = 2**61 - 1


def determined(equations, aggregates):
    """Return the aggregates that every solution of the equations gives the same number."""
    exact = [weights for weights, low, high in equations.rows if low == high]
    pivots = eliminated(exact)
    return [each for each in aggregates if not reduced(equations.weights(each.parts), pivots)]


def eliminated(rows):
    """Return the rows in echelon form, by the leaf that each begins with."""
    pivots = {}
    for row in sorted(rows, key=len):
        left = reduced(row, pivots)
        if left:
            leaf = next(iter(left))
            inverse = pow(left[leaf], -1, PRIME)
            pivots[leaf] = {each: by * inverse % PRIME for each, by in left.items()}
    return pivots


def reduced(row, pivots):
    """Return what is left of a row after taking away multiples of the pivots' rows."""
    left = {leaf: by % PRIME for leaf, by in row.items()}
    waiting = [leaf for leaf in left if leaf in pivots]
    while waiting:
        leaf = waiting.pop()
        by = left.get(leaf, 0)
        if not by:
            continue
        for each, times in pivots[leaf].items():
            left[each] = (left.get(each, 0) - by * times) % PRIME
            if left[each] and each in pivots:
                waiting.append(each)
    return {leaf: by for leaf, by in left.items() if by}
