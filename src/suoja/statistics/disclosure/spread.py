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
    lowest, highest = hidden.copy(), hidden.copy()
    for world in protected.witnesses:
        for name in world.keys() & hidden.keys():
            shown = hidden[name] + world[name]
            lowest[name] = min(lowest[name], shown)
            highest[name] = max(highest[name], shown)
    return {name: (lowest[name], highest[name]) for name in hidden}
