"""How far the worlds take each hidden cell: what an outsider cannot rule out."""

from collections.abc import Iterable

from suoja.statistics.disclosure.tables import PUBLISHED, Name, Protected, Table

Interval = tuple[int, int]


def intervals(tables: Iterable[Table], protected: Protected) -> dict[Name, Interval]:
    """Return for each hidden cell the lowest and the highest number that a world shows.

    Both are possible for certain; wider ones may be.
    """
    hidden = {
        table.name(at): value
        for table in tables
        if table.visible
        for at, value in table.values.items()
        if protected.statuses[table.id][at] != PUBLISHED
    }
    return {name: _interval(name, value, protected) for name, value in hidden.items()}


def _interval(name: Name, value: int, protected: Protected) -> Interval:
    shown = [value + world.get(name, 0) for world in protected.witnesses]
    return min([value, *shown]), max([value, *shown])
