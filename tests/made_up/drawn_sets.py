"""Random sets of tables, each whole set by its seed: linked, in hierarchies, published in turns.

A register of a few hundred people or fewer is drawn first; every table is a margin of it, so that
all tables together can be true at once. Most of the register's cells are empty or small.
"""

from dataclasses import dataclass, replace
from itertools import product
from random import Random

from suoja.statistics.disclosure import TOTAL, Fact, Relation, Table

MOST_PEOPLE_CELLS, MOST_CELLS, FEWEST_CELLS = 100, 240, 20
QUARTERS = {"Q1": "H1", "Q2": "H1", "Q3": "H2", "Q4": "H2"}
HALVES = ("H1", "H2")
# How many are in a finest cell: nobody, a few, or a group that may be shown.
KINDS = ((0.60, 0.35, 0.05), (0.45, 0.45, 0.10), (0.30, 0.55, 0.15), (0.25, 0.35, 0.40))


@dataclass(frozen=True)
class Release:
    """What is published in one go; `knowing` are facts told in words beside the tables."""

    tables: tuple
    links: tuple = ()
    told: tuple = ()


@dataclass(frozen=True)
class Axis:
    """A variable: its finest categories, and of each category the one above it."""

    code: str
    finest: tuple
    parents: dict

    def above(self, category):
        """Yield the category and everything that contains it."""
        while category != TOTAL:
            yield category
            category = self.parents.get(category, TOTAL)
        yield TOTAL


def releases(seed):
    """Return the releases of a seed, first to last."""
    random = Random(seed)  # noqa: S311  (drawn again by its seed, no secret)
    while True:
        drawn = _draw(random)
        visible = sum(len(t.values) for each in drawn for t in each.tables if t.visible)
        if FEWEST_CELLS <= visible <= MOST_CELLS:
            return drawn


def _draw(random):
    axes = _axes(random)
    cells = _register(random, axes)
    if any(axis.code == "period" for axis in axes) and len(axes) > 1 and random.random() < 0.7:
        return _in_turns(random, axes, cells)
    return [_release(random, axes, cells, _choices(random, axes))]


def _axes(random):
    nations = [f"n{number}" for number in range(random.randint(3, 6))]
    regions = {each: f"r{random.randint(1, 2)}" for each in nations}
    everything = [
        Axis("period", *random.choice([(tuple(QUARTERS), QUARTERS), (HALVES, {})])),
        Axis("nationality", tuple(nations), regions),
        Axis("sex", ("woman", "man", "other")[: random.randint(2, 3)], {}),
        Axis("form", tuple(f"f{number}" for number in range(random.randint(2, 4))), {}),
        Axis("age", ("child", "adult"), {}),
    ]
    while True:
        axes = random.sample(everything, random.randint(2, 4))
        if len(list(product(*(axis.finest for axis in axes)))) <= MOST_PEOPLE_CELLS:
            return axes


def _register(random, axes):
    kind = random.choice(KINDS)
    groups = (range(1), range(1, 5), range(5, 41))
    return {
        at: random.choice(random.choices(groups, kind)[0])
        for at in product(*(axis.finest for axis in axes))
    }


def _choices(random, axes):
    """Choose which variables the tables cross, and at which the finest level is left out."""
    wanted = [random.sample(axes, random.randint(1, min(3, len(axes)))) for _ in range(4)]
    crossed = {tuple(axis.code for axis in axes if axis in each) for each in wanted}
    return [(codes, random.random() < 0.2) for codes in sorted(crossed)[: random.randint(1, 4)]]


def _release(random, axes, cells, choices):
    everything = cube(axes, cells)
    tables = [margin(axes, everything, codes, coarse=coarse) for codes, coarse in choices]
    stocks, links = _stocks(random, tables[0]) if random.random() < 0.3 else ((), ())
    told = tuple(_told(random, tables[0])) if random.random() < 0.25 else ()
    return Release((*tables, *stocks, _register_of(axes, everything)), links, told)


def _register_of(axes, everything):
    """The full cross, which nobody sees: it only says what can be true at once."""
    whole = margin(axes, everything, tuple(axis.code for axis in axes))
    return replace(whole, id="register", visible=False, guarded=False)


def cube(axes, cells):
    """Add up all cells into every category above theirs."""
    values = {}
    for at, count in cells.items():
        for above in product(*(axis.above(each) for axis, each in zip(axes, at, strict=True))):
            values[above] = values.get(above, 0) + count
    return values


def margin(axes, everything, codes, *, coarse=False, within=()):
    """Return the table that crosses these variables; the same people have one name in all."""
    places = [number for number, axis in enumerate(axes) if axis.code in codes]
    left_out = {low for axis in axes for low in axis.parents if coarse}
    fixed = dict(within)
    values, names = {}, {}
    for at, count in everything.items():
        others = {axes[p].code: each for p, each in enumerate(at) if p not in places}
        if any(each != fixed.get(code, TOTAL) for code, each in others.items()):
            continue
        cell = tuple(at[place] for place in places)
        if left_out.isdisjoint(cell):
            values[cell] = count
            names[cell] = frozenset((axes[p].code, c) for p, c in enumerate(at) if c != TOTAL)
    kept = tuple(axes[place].code for place in places)
    parents = {axes[p].code: axes[p].parents for p in places if axes[p].parents and not coarse}
    name = " by ".join([*(each for _, each in within), *kept])
    return Table(name, kept, values, names, parents=parents)


def _stocks(random, new):
    """Those there at the start and the new ones are those who left and those who stay."""
    kinds = ("before", "left", "stay", "served")
    finest = {at for at in new.values if all(_is_finest(new, n, c) for n, c in enumerate(at))}
    flows = {kind: {} for kind in kinds}
    for at in finest:
        before = random.choice((0, 1, 2, 8, 30))
        left = random.randint(0, before + new.values[at])
        served = before + new.values[at]
        for kind, count in zip(kinds, (before, left, served - left, served), strict=True):
            _add(new, flows[kind], at, count)
    tables = [
        replace(
            new, id=kind, values=flows[kind], names={at: (kind, new.name(at)) for at in new.values}
        )
        for kind in kinds
    ]
    return tables, tuple(_ties(new))


def _is_finest(table, place, category):
    return (
        category != TOTAL
        and category not in table.parents.get(table.dimensions[place], {}).values()
    )


def _add(table, values, at, count):
    ways = [
        Axis(code, (), table.parents.get(code, {})).above(each)
        for code, each in zip(table.dimensions, at, strict=True)
    ]
    for above in product(*ways):
        values[above] = values.get(above, 0) + count


def _ties(new):
    for at in new.values:
        whom = new.name(at)
        yield Relation(("served", whom), (("before", whom), whom))
        yield Relation(("served", whom), (("left", whom), ("stay", whom)))


def _told(random, table):
    """Yield what a text says of large cells: 'about 40', within a fifth."""
    for at, count in table.values.items():
        if count >= 25 and random.random() < 0.3:
            yield Fact(((table.name(at), 1),), count * 4 // 5, count * 6 // 5)


def _in_turns(random, axes, cells):
    """Publish a half-year, the other half, and the year, each in its own release."""
    everything = cube(axes, cells)
    choices = _choices(random, [axis for axis in axes if axis.code != "period"])
    halves = [_half(axes, everything, choices, half) for half in HALVES]
    again = random.random() < 0.5
    year = _year(axes, everything, choices, halves=again)
    before = (*halves[0].tables[:-1], *halves[1].tables[:-1])
    earlier = () if again else (replace(each, visible=False) for each in before)
    return [*halves, Release((*earlier, *year))]


def _half(axes, everything, choices, half):
    within = (("period", half),)
    tables = [margin(axes, everything, c, coarse=coarse, within=within) for c, coarse in choices]
    return Release((*tables, _register_of(axes, everything)))


def _year(axes, everything, choices, *, halves):
    """The year's tables, with a column for each half, or for the year alone."""
    for codes, coarse in choices:
        crossed = ("period", *codes) if halves else codes
        yield margin(axes, everything, crossed, coarse=coarse)
    yield _register_of(axes, everything)
