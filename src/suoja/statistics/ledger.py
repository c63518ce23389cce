"""Everything published so far, as disclosure control has to know it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from suoja.core.calendar import Period
from suoja.law.publication import STRICT
from suoja.statistics.contents import SPECS
from suoja.statistics.counting import Coordinates, Counted
from suoja.statistics.questions import spec_for
from suoja.statistics.spec import Spec

FORMAT = 1
KNOWN: Mapping[str, Spec[Any]] = {spec.id: spec for spec in SPECS}


@dataclass(frozen=True, slots=True)
class Told:
    """A table as it was counted when numbers of it were told, and the cells that were.

    `policy` is the one under which the others were hidden.
    """

    numbers: Counted
    cells: frozenset[Coordinates]
    policy: str = STRICT

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` reads; it holds true values and is for the inside only."""
        values = self.numbers.values
        return {
            "table": self.numbers.spec.id,
            "measure": self.numbers.spec.measure.id,
            "by": [dimension.code for dimension in self.numbers.spec.dimensions],
            "period": [self.numbers.period.first, self.numbers.period.last],
            "cells": [[list(at), values[at], at in self.cells] for at in values],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        known = KNOWN.get(stored["table"])
        # An answer of new clients by category is not the report's table of that name.
        is_known = known is not None and known.measure.id == stored["measure"]
        spec = known if known and is_known else spec_for(stored["measure"], stored["by"])
        values = {tuple(at): value for at, value, _ in stored["cells"]}
        told = frozenset(tuple(at) for at, _, is_told in stored["cells"] if is_told)
        return cls(Counted(spec, Period(*stored["period"]), values), told)


def to_json(told: Iterable[Told]) -> bytes:
    """Return the tables of one release or answer as bytes, for the inside only."""
    content = {"format": FORMAT, "tables": [each.to_json() for each in told]}
    return json.dumps(content, separators=(",", ":"), sort_keys=True).encode()


def from_json(stored: bytes) -> tuple[Told, ...]:
    """Read what `to_json` wrote; raise ValueError for any other format."""
    content = json.loads(stored)
    if content["format"] != FORMAT:
        raise ValueError(f"A ledger of format {content['format']} cannot be read.")
    return tuple(Told.from_json(each) for each in content["tables"])
