"""The made-up caseload, solved and drawn.

Choice after choice (`caseload`), values are drawn from plausible shares (`groups`) and changed as
little as possible until every target of data/targets.csv is met (`repair`, an integer program);
that gives lives, month by month. Then each life is drawn as a person with a name and days
(`drawing`). A larger caseload draws every life more than once: its proportions stay the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from suoja.example.plan.caseload import solve
from suoja.example.plan.cases import PlannedCase, PlannedStaff
from suoja.example.plan.drawing import draw_case
from suoja.example.plan.lives import Life
from suoja.example.plan.tables import rows

# So many persons became clients from 2006 to 2020 (2020 report).
PUBLISHED = 1257

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Plan:
    """The lives, and how many hundredths of them are wanted."""

    seed: int
    percent: int
    clients: tuple[Life, ...]
    refused: tuple[Life, ...]

    def batches(self) -> Iterator[list[PlannedCase]]:
        """Yield the cases, each life at most once a batch, who was proposed first coming first."""
        for copy in range(-(-self.percent // 100)):
            share = min(100, self.percent - copy * 100)
            random = Random(f"{self.seed}:{copy}")  # noqa: S311
            lives = [*_part(self.clients, share), *_part(self.refused, share)]
            lives.sort(key=lambda life: life.requests[0].received)
            yield [draw_case(life, copy, random) for life in lives]

    @property
    def size(self) -> int:
        """Return how many clients the plan has."""
        return sum(
            len(_part(self.clients, min(100, self.percent - done)))
            for done in range(0, self.percent, 100)
        )


def make_plan(*, clients: int = PUBLISHED, seed: int = 1) -> Plan:
    """Solve the caseload of the reports; `clients` scales it, in steps of a hundredth."""
    solved, refused = solve(seed)
    percent = max(1, round(100 * clients / PUBLISHED))
    return Plan(seed, percent, tuple(solved), tuple(refused))


def planned_staff() -> list[PlannedStaff]:
    return [
        PlannedStaff(
            username=row["username"],
            display_name=row["display_name"],
            role=row["role"],
            office=row["office"] or None,
            language=row["language"],
        )
        for row in rows("staff.csv")
    ]


def _part(items: tuple[Item, ...], percent: int) -> list[Item]:
    """Return every so-manieth item, so that each kind of life keeps its share."""
    return [
        item
        for place, item in enumerate(items)
        if (place + 1) * percent // 100 > place * percent // 100
    ]
