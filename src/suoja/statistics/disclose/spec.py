"""What a spec asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from suoja.statistics.disclose.places import Key, Places

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
class Previous:
    """A file that was published before, and the part of today's data that it is about.

    `where` has the categories of a column or variable. Without it, the folder of the file may tell.
    `revised` says that its numbers were corrected since. `keys` lead to it in the spec.
    """

    path: Path
    where: Mapping[str, tuple[str, ...]]
    revised: bool
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Spec:
    """One release: the data, its variables, the tables, the policy, what was told before."""

    path: Path
    data: Path
    weight: str | None
    variables: tuple[Variable, ...]
    tables: tuple[Wanted, ...]
    threshold: int
    previous: tuple[Previous, ...]
    places: Places

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the variables, in the order of the spec."""
        return tuple(variable.name for variable in self.variables)

    def position_of(self, column: str) -> int | None:
        """Return the number of the variable of this name, or that has this column; or None."""
        for position, variable in enumerate(self.variables):
            if column in (variable.name, *variable.levels):
                return position
        return None

    def positions(self, by: Sequence[str]) -> tuple[int, ...]:
        """Return the numbers of these variables, in the same order."""
        return tuple(self.names.index(name) for name in by)
