"""Random tables with their margins, and sets of tables that share margins."""

from itertools import combinations, product

from hypothesis import strategies as st

from suoja.statistics.disclosure import TOTAL, Table

COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 60))


def with_margins(cells):
    """Add every total to a mapping of inner cells."""
    values = {}
    for coordinates, value in cells.items():
        for cell in product(*((category, TOTAL) for category in coordinates)):
            values[cell] = values.get(cell, 0) + value
    return values


@st.composite
def tables(draw, dimensions=3, categories=4, counts=COUNTS):
    sizes = draw(st.lists(st.integers(1, categories), min_size=1, max_size=dimensions))
    axes = [[f"c{number}" for number in range(size)] for size in sizes]
    cells = {coordinates: draw(counts) for coordinates in product(*axes)}
    return Table("drawn", tuple(f"d{axis}" for axis in range(len(sizes))), with_margins(cells))


@st.composite
def linked_tables(draw):
    """Draw a three-way table and return only its two-way margins, each a table."""
    axes = {"form": draw(_axis), "sex": draw(_axis), "place": draw(_axis)}
    return two_way_margins(axes, {at: draw(COUNTS) for at in product(*axes.values())})


_axis = st.integers(1, 3).map(lambda size: [f"c{number}" for number in range(size)])


def two_way_margins(axes, cells):
    """Return a table for each pair of dimensions; the same people have the same name in all."""
    cube = with_margins(cells)
    return [margin(cube, tuple(axes), kept) for kept in combinations(axes, 2)]


def margin(cube, dimensions, kept):
    values, names = {}, {}
    for at, value in cube.items():
        told = dict(zip(dimensions, at, strict=True))
        if all(told[code] == TOTAL for code in dimensions if code not in kept):
            cell = tuple(told[code] for code in kept)
            values[cell] = value
            names[cell] = frozenset((code, told[code]) for code in kept if told[code] != TOTAL)
    return Table("-".join(kept), kept, values, names)
