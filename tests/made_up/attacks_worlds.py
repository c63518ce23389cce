"""Every table there can be: for tiny ones, all of them are written down."""


def worlds(equations, most):
    """Yield every choice of whole counts up to `most` for the leaves that fits all rows."""
    watched = {leaf: [] for leaf in equations.leaves}
    rows = [[dict(weights), low, high] for weights, low, high in equations.rows]
    for row in rows:
        for leaf in row[0]:
            watched[leaf].append(row)
    yield from _chosen(list(equations.leaves), {}, watched, most)


def _chosen(left, world, watched, most):
    if not left:
        yield dict(world)
        return
    leaf, *others = left
    for count in range(most + 1):
        world[leaf] = count
        if all(_can_fit(row, world, most) for row in watched[leaf]):
            yield from _chosen(others, world, watched, most)
    del world[leaf]


def _can_fit(row, world, most):
    """Test if a row can still be met, whatever the leaves not yet chosen may be."""
    weights, low, high = row
    so_far = sum(by * world[leaf] for leaf, by in weights.items() if leaf in world)
    open_ = [by for leaf, by in weights.items() if leaf not in world]
    least = so_far + sum(by * most for by in open_ if by < 0)
    return least <= high and so_far + sum(by * most for by in open_ if by > 0) >= low


def never_otherwise(equations, aggregates, values, threshold=5, most=9):
    """Return the aggregates that are small, or not lower than they are, in all the worlds."""
    found = list(worlds(equations, most))
    exposed = []
    for each in aggregates:
        weights = equations.weights(each.parts)
        numbers = {sum(by * world[leaf] for leaf, by in weights.items()) for world in found}
        value = sum(values[part] for part in each.parts)
        if max(numbers) < threshold or min(numbers) >= value:
            exposed.append(each)
    return exposed
