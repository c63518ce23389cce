"""The integer program behind a choice: the fewest changes to what was drawn."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from suoja.example.plan.groups import Choice, Group, Value
from suoja.example.plan.program import Program, UnreachableError
from suoja.example.plan.targets import Target

# What it costs to miss a target by one: far more than to change every sketch.
_MISS = 1_000.0
_ANY = float("inf")

Cell = tuple[int, Value]


class Repair:
    """Each cell (group, value) keeps the count that was drawn, more some, less some."""

    def __init__(self, choice: Choice, groups: Sequence[Group], random: Random) -> None:
        self._choice, self._groups, self._random = choice, groups, random
        self._program = Program()
        self._base: dict[Cell, int] = {}
        self._more: dict[Cell, int] = {}
        self._less: dict[Cell, int] = {}
        self._misses: dict[int, str] = {}
        self._present: Counter[str] = Counter()
        for number, group in enumerate(groups):
            self._add_cells(number, group)

    def _add_cells(self, number: int, group: Group) -> None:
        drawn, size, likeliest = group.counts(), len(group.members), max(group.weights.values())
        balance: dict[int, float] = {}
        for value, weight in group.weights.items():
            cell = (number, value)
            self._base[cell] = drawn[value]
            unlikely = 1 - weight / likeliest
            more = self._program.column(cost=1 + 0.3 * unlikely + self._tie(), limit=size)
            self._more[cell], balance[more] = more, 1
            if drawn[value]:
                less = self._program.column(cost=self._tie(), limit=drawn[value])
                self._less[cell], balance[less] = less, -1
        self._program.row(balance, low=0, high=0)

    def _tie(self) -> float:
        """Return a small cost, so that equal answers are chosen among by the seed."""
        return 0.05 * self._random.random()

    def ask(self, number: int, target: Target) -> None:
        """Add the rows of one target; those that count parts come after the others."""
        parts: dict[str, list[Cell]] = defaultdict(list)
        for value, cell in self._cells_counted(number, target):
            parts[value.get(target.dimension, "")].append(cell)
        if target.kind == "distinct":
            self._spread(parts, target)
        elif target.kind == "each":
            for part in sorted(set(parts) - target.apart_from):
                self._bound(parts[part], f"{target.name} {part}", target.low, target.high)
        else:
            self._bound(parts[""], target.name, target.low, target.high)
            self._note_presence(parts[""], target)

    def _cells_counted(self, number: int, target: Target) -> Iterator[tuple[dict[str, str], Cell]]:
        for place, group in enumerate(self._groups):
            if number not in group.targets:
                continue
            for value in group.weights:
                named = self._choice.named(value)
                if all(test(named[name]) for name, test in target.where.items() if name in named):
                    yield named, (place, value)

    def _bound(self, cells: Sequence[Cell], name: str, low: int, high: int) -> None:
        entries, base = self._sum(cells)
        entries[self._miss(name)] = 1
        entries[self._miss(name)] = -1
        self._program.row(entries, low=low - base, high=high - base)

    def _miss(self, name: str) -> int:
        column = self._program.column(cost=_MISS, limit=100_000)
        self._misses[column] = name
        return column

    def _sum(self, cells: Sequence[Cell]) -> tuple[dict[int, float], int]:
        entries: dict[int, float] = {self._more[cell]: 1 for cell in cells}
        entries |= {self._less[cell]: -1 for cell in cells if cell in self._less}
        return entries, sum(self._base[cell] for cell in cells)

    def _note_presence(self, cells: Sequence[Cell], target: Target) -> None:
        """Remember a value that a target asks for by name: it is there in any case."""
        values = {value for _, value in cells}
        if target.low and len(values) == 1:
            self._present.update(*values)

    def _spread(self, parts: Mapping[str, Sequence[Cell]], target: Target) -> None:
        """Keep the parts most often drawn, as many as the target says, and empty the others.

        Parts kept for an earlier target come first: who is there at the end of a year was new in
        it, or was there a year before.
        """
        drawn = {part: self._sum(parts[part])[1] for part in sorted(set(parts) - target.apart_from)}
        ranked = sorted(
            drawn,
            key=lambda part: (not self._present[part], not drawn[part], -drawn[part], self._tie()),
        )
        kept = ranked[: target.low]
        self._present.update(kept)
        for part in drawn:
            entries, base = self._sum(parts[part])
            if part in kept:
                self._program.row(entries, low=1 - base, high=_ANY)
            else:
                self._bound(parts[part], f"{target.name} {part}", 0, 0)

    def counts(self) -> list[dict[Value, int]]:
        """Return for each group how many members have each value."""
        solved = self._program.solve()
        missed = sorted({name for column, name in self._misses.items() if solved[column]})
        if missed:
            raise UnreachableError("; ".join(missed))
        counts: list[dict[Value, int]] = [{} for _ in self._groups]
        for (place, value), base in self._base.items():
            less = self._less.get((place, value))
            change = solved[self._more[place, value]] - (solved[less] if less is not None else 0)
            counts[place][value] = base + change
        return counts
