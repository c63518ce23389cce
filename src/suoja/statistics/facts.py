"""Everything that statistics know at one moment, in a form that can be kept and read again.

A release keeps these bytes: from the same bytes come the same tables, next year too.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Self

from suoja.clients.facts import SpellFact
from suoja.identification.facts import IdentificationFact
from suoja.periods.facts import PeriodFact
from suoja.referrals.facts import ReferralFact

FORMAT = 1
KINDS: Mapping[str, type] = {
    "referrals": ReferralFact,
    "spells": SpellFact,
    "periods": PeriodFact,
    "identifications": IdentificationFact,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows of every room; their order means nothing."""

    referrals: tuple[ReferralFact, ...] = ()
    spells: tuple[SpellFact, ...] = ()
    periods: tuple[PeriodFact, ...] = ()
    identifications: tuple[IdentificationFact, ...] = ()

    def to_json(self) -> bytes:
        """Return the same bytes for the same facts, column by column to stay small."""
        columns = {kind: _columns(row, getattr(self, kind)) for kind, row in KINDS.items()}
        return json.dumps(
            {"format": FORMAT, **columns}, separators=(",", ":"), sort_keys=True
        ).encode()

    @classmethod
    def from_json(cls, stored: bytes) -> Self:
        """Read what `to_json` wrote; raise ValueError for any other format."""
        content = json.loads(stored)
        if content["format"] != FORMAT:
            raise ValueError(f"Facts of format {content['format']} cannot be read.")
        return cls(**{kind: _rows(row, content[kind]) for kind, row in KINDS.items()})


def _columns(row: type, facts: Iterable[Any]) -> dict[str, list[Any]]:
    names = [field.name for field in fields(row)]
    values = sorted(map(attrgetter(*names), facts), key=_order)
    return {name: [each[place] for each in values] for place, name in enumerate(names)}


def _order(values: Sequence[Any]) -> tuple[int, str]:
    # The key of the person, then all the rest as text: None and numbers do not compare.
    return values[0], repr(values)


def _rows(row: type, columns: Mapping[str, list[Any]]) -> tuple[Any, ...]:
    names = [field.name for field in fields(row)]
    values = zip(*(columns[name] for name in names), strict=True)
    return tuple(row(*map(_frozen, each)) for each in values)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
