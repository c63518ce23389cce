"""What an outsider can do with published tables. Written apart from the engine that protects."""

from itertools import product

from made_up.drawn import with_margins

TOTAL = "total"


def sums_of(table):
    """Return every sum that the table shows: (total, parts) by coordinates."""
    sums = []
    for axis in range(len(table.dimensions)):
        lines = {}
        for coordinates in table.values:
            line = (*coordinates[:axis], TOTAL, *coordinates[axis + 1 :])
            lines.setdefault(line, []).append(coordinates)
        sums += [
            (total, [part for part in parts if part != total])
            for total, parts in lines.items()
            if total in table.values
        ]
    return sums


def equations(tables):
    """Return the sums of all tables over the names of the groups."""
    return [
        (table.name(total), [table.name(part) for part in parts])
        for table in tables
        for total, parts in sums_of(table)
    ]


def published(tables, protected):
    return {
        table.name(coordinates): value
        for table in tables
        for coordinates, value in table.values.items()
        if protected.statuses[table.id][coordinates] == "published"
    }


def subtract(known, sums):
    """Fill in each sum with one unknown until nothing follows any more."""
    known = dict(known)
    progress = True
    while progress:
        progress = False
        for total, parts in sums:
            unknown = [name for name in (total, *parts) if name not in known]
            if len(unknown) == 1:
                known[unknown[0]] = _missing(unknown[0], total, parts, known)
                progress = True
    return known


def _missing(name, total, parts, known):
    inside = sum(known[part] for part in parts if part != name)
    return inside if name == total else known[total] - inside


def bounds(known, sums, names):
    """Return what interval propagation leaves of each group: counts are never negative."""
    limits = {name: (known.get(name, 0), known.get(name, float("inf"))) for name in names}
    for _ in range(30):
        for total, parts in sums:
            low = sum(limits[part][0] for part in parts)
            high = sum(limits[part][1] for part in parts)
            limits[total] = _narrow(limits[total], low, high)
            for part in parts:
                others_low = low - limits[part][0]
                others_high = sum(limits[other][1] for other in parts if other != part)
                up, down = limits[total][1] - others_low, limits[total][0] - others_high
                limits[part] = _narrow(limits[part], down, up)
    return limits


def _narrow(limit, low, high):
    return max(limit[0], low), min(limit[1], high)


def worlds(table, known, most):
    """Return every table of whole counts up to `most` that shows what is known."""
    inner = [at for at in table.values if TOTAL not in at]
    axes = [[known[table.name(at)]] if table.name(at) in known else range(most + 1) for at in inner]
    candidates = (with_margins(dict(zip(inner, each, strict=True))) for each in product(*axes))
    return [
        world
        for world in candidates
        if all(known.get(table.name(at), value) == value for at, value in world.items())
    ]
