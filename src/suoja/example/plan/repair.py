"""The integer program behind a choice: the fewest changes to what was drawn."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from suoja.example.plan.groups import Choice, Group, Value
from suoja.example.plan.program import Program
from suoja.example.plan.targets import Target

# What it costs to miss a target by one: far more than to change every sketch.
_MISS = 1000.0

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
        """Add the rows of one target."""
        named = self._named_cells(number, target)
        if target.kind == "count":
            self._bound([cell for _, cell in named], target.name, target.low, target.high)
            return
        parts: dict[str, list[Cell]] = defaultdict(list)
        for value, cell in named:
            parts[value[target.dimension]].append(cell)
        if target.kind == "each":
            for part in sorted(set(parts) - target.apart_from):
                self._bound(parts[part], f"{target.name} {part}", target.low, target.high)
        else:
            self._count_parts(parts, target)

    def _named_cells(self, number: int, target: Target) -> list[tuple[dict[str, str], Cell]]:
        return [
            (value, cell)
            for value, cell in self._cells_of(number)
            if all(test(value[name]) for name, test in target.where.items() if name in value)
        ]

    def _cells_of(self, number: int) -> Iterator[tuple[dict[str, str], Cell]]:
        for place, group in enumerate(self._groups):
            if number in group.targets:
                for value in group.weights:
                    yield self._choice.named(value), (place, value)

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

    def _count_parts(self, parts: dict[str, list[Cell]], target: Target) -> None:
        """Let a yes-or-no column say of each part whether anyone is in it."""
        present: dict[int, float] = {}
        for part in sorted(set(parts) - target.apart_from):
            seen = self._program.column(cost=0, limit=1)
            present[seen] = 1
            entries, base = self._sum(parts[part])
            self._program.row(entries | {seen: -1}, low=-base, high=float("inf"))
            limit = sum(len(self._groups[place].members) for place in {c[0] for c in parts[part]})
            self._program.row(entries | {seen: -limit}, low=-float("inf"), high=-base)
        present[self._miss(target.name)] = 1
        present[self._miss(target.name)] = -1
        self._program.row(present, low=target.low, high=target.high)

    def counts(self) -> list[dict[Value, int]]:
        """Return for each group how many members have each value; fail if a target is missed."""
        solved = self._program.solve()
        missed = sorted({name for column, name in self._misses.items() if solved[column]})
        if missed:
            raise ValueError(f"These targets cannot be met together: {'; '.join(missed)}.")
        counts: list[dict[Value, int]] = [{} for _ in self._groups]
        for (place, value), base in self._base.items():
            less = self._less.get((place, value))
            change = solved[self._more[place, value]] - (solved[less] if less is not None else 0)
            counts[place][value] = base + change
        return counts
