"""What came out: what is hidden, and the proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from math import prod

from suoja.statistics.disclose.knowledge import Knowledge
from suoja.statistics.disclose.population import Population
from suoja.statistics.disclose.problem import Problem
from suoja.statistics.disclose.spec import Spec
from suoja.statistics.disclose.words import counted
from suoja.statistics.disclosure import PUBLISHED, Proof, Protected

LISTED = 10


class Exposed(Exception):  # noqa: N818  (it is the answer, not a fault)
    """These small groups cannot be protected, whatever is hidden; so nothing is published."""

    def __init__(self, groups: Sequence[str], tried: Sequence[str] = ()) -> None:
        self.groups = list(groups)
        lines = [f"  {words}" for words in (*self.groups[:LISTED], *tried)]
        super().__init__(
            f"{counted(len(self.groups), 'small group')} can be worked out from what is known "
            "already, whatever is hidden now. Nothing was written. Use coarser levels, merge rare "
            "categories, or ask for fewer tables; `--alternatives` tries some. Among them:\n"
            + "\n".join(lines)
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was asked, what is hidden of it, and the proof that nobody can work it out."""

    spec: Spec
    knowledge: Knowledge
    problem: Problem
    protected: Protected
    proof: Proof

    @property
    def population(self) -> Population:
        return self.problem.population

    def words(self, name: object) -> list[str]:
        """Return the category of each variable that a cell stands for."""
        return self.knowledge.words(name, self.population)

    @property
    def cells(self) -> int:
        """Return how many cells the tables have, each group of people once."""
        tables = [board.positions for board in self.problem.boards]
        broken_down = {
            frozenset(chosen)
            for positions in tables
            for chosen in chain.from_iterable(
                combinations(positions, number) for number in range(len(positions) + 1)
            )
        }
        nodes = [len(hierarchy.nodes) - 1 for hierarchy in self.population.hierarchies]
        return sum(prod(nodes[position] for position in chosen) for chosen in broken_down)

    def small(self) -> set[object]:
        """Return the cells that count fewer persons than may be shown."""
        return {
            name
            for board in self.problem.boards
            for coordinates, name in board.table.names.items()
            if 0 < board.table.values[coordinates] < self.spec.threshold
        }

    def hidden(self) -> set[object]:
        """Return the cells that are not published."""
        return {
            name
            for board in self.problem.boards
            for coordinates, name in board.table.names.items()
            if self.protected.statuses[board.table.id][coordinates] != PUBLISHED
        }
