"""Everything that statistics know at one moment, in a form that can be kept and read again.

A release keeps these bytes: from the same bytes come the same tables, next year too.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np

from suoja.clients.facts import SpellFact
from suoja.identification.facts import IdentificationFact
from suoja.periods.facts import PeriodFact
from suoja.referrals.facts import ReferralFact
from suoja.statistics.columns import Coder, Column, Columns, Rows, smallest

FORMAT = 2
LISTED = 1
KINDS: Mapping[str, type[Any]] = {
    "referrals": ReferralFact,
    "spells": SpellFact,
    "periods": PeriodFact,
    "identifications": IdentificationFact,
}


@dataclass(init=False, eq=False)
class Facts:
    """The rows of every room; their order means nothing."""

    referrals: Rows[ReferralFact]
    spells: Rows[SpellFact]
    periods: Rows[PeriodFact]
    identifications: Rows[IdentificationFact]

    def __init__(
        self,
        referrals: Iterable[ReferralFact] = (),
        spells: Iterable[SpellFact] = (),
        periods: Iterable[PeriodFact] = (),
        identifications: Iterable[IdentificationFact] = (),
    ) -> None:
        self.referrals = _rows(ReferralFact, referrals)
        self.spells = _rows(SpellFact, spells)
        self.periods = _rows(PeriodFact, periods)
        self.identifications = _rows(IdentificationFact, identifications)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Facts) and self.to_json() == other.to_json()

    __hash__ = object.__hash__

    def to_json(self) -> bytes:
        """Return the same bytes for the same facts.

        Of each column: its values, and which of them each row has, as unsigned whole numbers of
        `bytes` bytes, the lowest first, in base64.
        """
        kinds = {kind: _told(getattr(self, kind)) for kind in KINDS}
        return json.dumps({"format": FORMAT, **kinds}, separators=(",", ":")).encode()

    @classmethod
    def from_json(cls, stored: bytes) -> Self:
        """Read what `to_json` wrote, now or before; raise ValueError for any other format."""
        content = json.loads(stored)
        if content["format"] not in READERS:
            raise ValueError(f"Facts of format {content['format']} cannot be read.")
        read = READERS[content["format"]]
        return cls(**{kind: _read(kind, content[kind], read) for kind in KINDS})


def _rows(kind: type[Any], rows: Iterable[Any]) -> Rows[Any]:
    return rows if isinstance(rows, Rows) else Rows.of(kind, rows)


def _told(rows: Rows[Any]) -> dict[str, dict[str, Any]]:
    return {name: _column_told(column) for name, column in rows.columns().items()}


def _column_told(column: Column) -> dict[str, Any]:
    kind = smallest(len(column.values)).newbyteorder("<")
    codes = column.codes.astype(kind).tobytes()
    return {
        "values": column.values,
        "bytes": kind.itemsize,
        "rows": b64encode(codes).decode("ascii"),
    }


def _read(kind: str, told: Mapping[str, Any], read: Any) -> Rows[Any]:
    row = KINDS[kind]
    return Rows(Columns(row, {field.name: read(told[field.name]) for field in fields(row)}))


def _read_coded(told: Mapping[str, Any]) -> Column:
    codes = np.frombuffer(b64decode(told["rows"]), dtype=f"<u{told['bytes']}")
    return Column([_frozen(value) for value in told["values"]], codes)


def _read_listed(told: Iterable[Any]) -> Column:
    """Read a column of the first format, which tells the value of each row."""
    coder = Coder()
    coder.add(map(_frozen, told))
    return coder.column()


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


READERS = {LISTED: _read_listed, FORMAT: _read_coded}
