"""What the finished caseload must show: counts that a set of sketches has to reach.

A sketch is a unit being solved (person, spell, request, child): a value for each dimension known
so far. A target counts the sketches that pass its test on each of its dimensions.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from suoja.example.plan.spans import covers, inside, span, spells
from suoja.example.plan.tables import block_of, rows
from suoja.vocabulary.countries import REGION_OF

Sketch = dict[str, str]
Test = Callable[[str], bool]

# On which dimension a unit's time is read.
_TIME = {"person": "stay", "child": "stay", "spell": "months", "request": "received"}


@dataclass(frozen=True)
class Target:
    """So many sketches (count), values of a dimension (distinct), or at most so many of each."""

    name: str
    unit: str
    where: Mapping[str, Test]
    low: int
    high: int
    kind: str = "count"
    dimension: str = ""
    apart_from: frozenset[str] = frozenset()

    @property
    def dimensions(self) -> frozenset[str]:
        return frozenset(self.where) | ({self.dimension} if self.dimension else frozenset())

    def counts(self, sketch: Mapping[str, str]) -> bool:
        """Test if the target counts a sketch on which all its dimensions are known."""
        return all(test(sketch[dimension]) for dimension, test in self.where.items())


@cache
def targets(unit: str) -> tuple[Target, ...]:
    """Return the targets of data/targets.csv for one kind of unit."""
    return tuple(_target(row) for row in rows("targets.csv") if row["unit"] == unit)


def _target(row: Mapping[str, str]) -> Target:
    kind, _, dimension = row["kind"].partition(":")
    low, _, high = row["value"].partition("..")
    return Target(
        name=" ".join(row[column] for column in ("unit", "when", "where", "kind") if row[column]),
        unit=row["unit"],
        where=_time(_TIME[row["unit"]], row["when"]) | _conditions(row["where"]),
        low=int(low),
        high=int(high or low),
        kind=kind,
        dimension=dimension,
        apart_from=frozenset(row["apart_from"].split()),
    )


def _time(dimension: str, when: str) -> dict[str, Test]:
    """Read "new 2014", "stock 2014-12", "exits 2014", "again 2014" or "in 2014"."""
    verb, label = when.split()
    tests: dict[str, Test] = {
        "new": lambda stay: any(inside(came, label) for came, _ in spells(stay)[:1]),
        "stock": lambda stay: covers(stay, label),
        "exits": lambda stay: any(left and inside(left, label) for _, left in spells(stay)),
        "again": lambda stay: any(inside(came, label) for came, _ in spells(stay)[1:]),
        "in": lambda received: inside(received, label),
    }
    return {dimension: tests[verb]}


def _conditions(text: str) -> dict[str, Test]:
    """Read "sex=woman_girl form=other|forced_marriage majority>2014-12"."""
    return dict(_condition(term) for term in text.split())


def _condition(term: str) -> tuple[str, Test]:
    if ">" in term:
        dimension, _, label = term.partition(">")
        return dimension, lambda value: value[:1].isdigit() and span(value).first > span(label).last
    dimension, _, values = term.partition("=")
    accepted = frozenset(values.strip("!").split("|"))
    if values.startswith("!"):
        return dimension, lambda value: value not in accepted
    if dimension == "region":
        return "nationality", lambda value: REGION_OF[value] in accepted
    if dimension == "block":
        return "nationality", lambda value: block_of(value) in accepted
    return dimension, accepted.__contains__
