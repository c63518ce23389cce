"""What an outsider has: the published numbers, the lists of categories, and how it all adds up.

`view` is the only door: whatever it leaves out no attacker knows. Nothing here asks the engine.
"""

from dataclasses import dataclass

TOTAL = "total"


@dataclass(frozen=True)
class View:
    """`known` numbers by name, `sums` as (total, parts), `facts` as (weights, low, high)."""

    known: dict
    sums: tuple
    facts: tuple


@dataclass(frozen=True)
class Aggregate:
    """Some hidden cells that one row adds up: the row's total minus what it lists."""

    parts: tuple
    total: object = None
    listed: tuple = ()


def view(tables, published, links=(), facts=()):
    """Return what one knows who has read `published`, a number by name."""
    empty = {table.name(at): 0 for table in tables for at in table.impossible}
    sums = [*(each for table in tables for each in sums_of(table)), *map(_as_sum, links)]
    told = tuple((fact.weights, fact.low, fact.high) for fact in facts)
    return View({**empty, **published}, tuple(dict.fromkeys(sums)), told)


def published(tables, protected):
    """Return the numbers that the statuses leave to read."""
    return {
        table.name(at): value
        for table in tables
        if table.visible
        for at, value in table.values.items()
        if protected.statuses[table.id][at] == "published"
    }


def truth(tables):
    return {table.name(at): value for table in tables for at, value in table.values.items()}


def _as_sum(link):
    return link.total, tuple(link.parts)


def sums_of(table):
    """Yield along each dimension every category with what it is made of."""
    for axis, code in enumerate(table.dimensions):
        over = table.parents.get(code, {})
        lines = {}
        for at in table.values:
            if at[axis] != TOTAL:
                above = (*at[:axis], over.get(at[axis], TOTAL), *at[axis + 1 :])
                lines.setdefault(above, []).append(table.name(at))
        for above, parts in lines.items():
            if above in table.values:
                yield table.name(above), tuple(parts)


def small_aggregates(tables, seen, values, links=(), threshold=5):
    """Return every cell and every row's hidden rest that counts from one to below the threshold.

    This is the judge, not an attacker: it reads the true `values`.
    """
    people = {table.name(at) for table in tables if table.counts_people for at in table.values}
    shown = [table for table in tables if table.guarded and table.counts_people]
    cells = [Aggregate((table.name(at),)) for table in shown for at in table.values]
    rows = [each for table in shown for each in sums_of(table)]
    rows += [_as_sum(link) for link in links if {link.total, *link.parts} <= people]
    inside = dict(rows)
    rests = [_rest(total, parts, seen) for total, parts in rows]
    rests += [_rest(total, _listed(parts, seen, inside), seen) for total, parts in rows]
    found = {each.parts: each for each in [*rests, *cells] if each.parts}
    return [each for each in found.values() if 0 < _sum(each.parts, values) < threshold]


def _rest(total, parts, seen):
    hidden = tuple(part for part in parts if part not in seen.known)
    return Aggregate(hidden, total, tuple(part for part in parts if part in seen.known))


def _listed(parts, seen, inside):
    """Open every hidden part of which a part is listed: the rest is then smaller."""
    opened = []
    for part in parts:
        within = inside.get(part, ())
        if part not in seen.known and any(each in seen.known for each in within):
            opened += _listed(within, seen, inside)
        else:
            opened.append(part)
    return tuple(opened)


def _sum(parts, values):
    return sum(values[part] for part in parts)


def with_rests(seen, aggregates):
    """Return the view with each aggregate as a cell of its own: two more sums."""
    more = []
    for each in aggregates:
        if len(each.parts) > 1:
            more += [(each, each.parts), (each.total, (*each.listed, each))]
    return View(seen.known, (*seen.sums, *more), seen.facts)


def cell_of(aggregate):
    """Return the name under which `with_rests` knows an aggregate."""
    return aggregate if len(aggregate.parts) > 1 else aggregate.parts[0]
