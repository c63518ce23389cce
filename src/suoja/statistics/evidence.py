"""The proof of a release, kept with it: read again, and checked again by addition."""

import json
from collections.abc import Hashable, Iterable, Mapping, Sequence

from suoja.core.calendar import Period
from suoja.statistics.contents import specs_of
from suoja.statistics.counting import count
from suoja.statistics.disclosure import Proof, Protected, Together
from suoja.statistics.disclosure.tables import Name, World
from suoja.statistics.facts import Facts
from suoja.statistics.groups import Group
from suoja.statistics.ledger import Told
from suoja.statistics.protection import Protection, prove
from suoja.statistics.scheme import AsCountedThen, Scheme, scheme_of
from suoja.statistics.tables import Table

FORMAT = 1
AND = " and "


def to_json(protection: Protection) -> bytes:
    """Return the witnesses as bytes; they tell the truth, and are for the inside only."""
    content = {
        "format": FORMAT,
        "worlds": [_keyed(world) for world in protection.witnesses],
        "given_away": sorted(map(key, protection.given_away)),
    }
    return json.dumps(content, separators=(",", ":"), sort_keys=True).encode()


def proven_again(
    stored: bytes,
    tables: Sequence[Table],
    *,
    facts: Facts,
    period: Period,
    policy: str,
    earlier: Sequence[Told],
) -> Proof:
    """Check stored witnesses against the frozen tables, the frozen facts and the ledger."""
    content = json.loads(stored)
    numbers = count(specs_of(period), facts, period)
    scheme = scheme_of(numbers, earlier, facts)
    names = {key(table.name(at)): table.name(at) for table in scheme.tables for at in table.values}
    worlds = tuple(_named(world, names) for world in content["worlds"])
    protected = Protected(dict(_statuses(scheme, tables)), worlds)
    return prove(scheme, policy, protected, {_given(each, names) for each in content["given_away"]})


def _given(stored: str, names: Mapping[str, Name]) -> Name:
    parts = [names[each] for each in stored.split(AND)]
    return parts[0] if len(parts) == 1 else Together(frozenset(parts))


def key(name: Name) -> str:
    """Return a group of people, or several as one, in one line."""
    if isinstance(name, Together):
        return AND.join(sorted(map(key, name.names)))
    if isinstance(name, AsCountedThen):
        return f"{key(name.whom)} as {name.value}"
    if isinstance(name, Group):
        traits = " ".join(f"{code}={category}" for code, category in sorted(name.traits))
        return f"{name.population} {name.when} {traits}"
    return repr(name)


def _keyed(world: World) -> dict[str, int]:
    return {key(name): by for name, by in world.items()}


def _named(world: Mapping[str, int], names: Mapping[str, Name]) -> dict[Hashable, int]:
    # A world about a group that nobody counts any more is found at fault by the checker.
    return {names.get(each, each): by for each, by in world.items()}


def _statuses(
    scheme: Scheme, tables: Iterable[Table]
) -> Iterable[tuple[str, Mapping[tuple[str, ...], str]]]:
    for mine, frozen in zip(scheme.today, tables, strict=True):
        cells = ((tuple(c.categories[d] for d in frozen.dimensions), c) for c in frozen.cells)
        yield mine.id, {at: str(cell.status.value) for at, cell in cells}
