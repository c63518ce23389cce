"""What a spec asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from suoja.statistics.disclose.places import Places

VALUE, STATUS = "value", "status"


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable and the columns of its levels, finest first."""

    name: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A table that is wanted: its file without `.csv`, and the variables it is broken down by."""

    name: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spec:
    """One release: the data, its variables, the tables, the policy, what was told before."""

    path: Path
    data: Path
    weight: str | None
    variables: tuple[Variable, ...]
    tables: tuple[Wanted, ...]
    threshold: int
    previous: tuple[Path, ...]
    places: Places

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the variables, in the order of the spec."""
        return tuple(variable.name for variable in self.variables)

    def positions(self, by: Sequence[str]) -> tuple[int, ...]:
        """Return the numbers of these variables, in the same order."""
        return tuple(self.names.index(name) for name in by)
