"""What is known of groups of people, what is asked, and what an audit finds."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Name = Hashable
Weights = tuple[tuple[Name, float], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something known: the weighted sum of these groups, in persons, lies from `low` to `high`.

    `says` are the words of whom a figure counts, `figure` what is printed of them in document
    `source`. An `assumption` is taken for
    granted, in these words, as long as no figure denies it. What has neither, how groups add up,
    holds whatever is printed.
    """

    weights: Weights
    low: float
    high: float
    says: str = ""
    source: str = ""
    figure: str = ""
    assumption: str = ""

    @property
    def firm(self) -> bool:
        return not (self.says or self.assumption)


def adds_up(total: Name, parts: Iterable[Name]) -> Statement:
    """Return the statement that the parts are the total, which may be one of them."""
    weights = Counter(parts)
    weights[total] -= 1
    return Statement(tuple((name, float(weight)) for name, weight in weights.items()), 0, 0)


@dataclass(frozen=True, slots=True)
class Asked:
    """A group, or several together, whose number an attacker would like to know."""

    label: str
    parts: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A figure that cannot be true together with the others, why, and what is done about it."""

    says: str
    against: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that is known, what is asked, and how many figures say nothing that can be used.

    Inside the office the `truth` is at hand, and nothing is stated that it denies: it tells which
    groups are small, and is shown to nobody.
    """

    statements: tuple[Statement, ...]
    asked: tuple[Asked, ...]
    contradictions: tuple[Contradiction, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    truth: Mapping[Name, int] = field(default_factory=dict)

    def true(self, asked: Asked) -> int | None:
        """Return how many persons it truly counts; None if that is not known."""
        if all(part in self.truth for part in asked.parts):
            return sum(self.truth[part] for part in asked.parts)
        return None


class Kind(StrEnum):
    """How much is given away of a group, the worst first."""

    EXACT = "exactly known"
    UNDER = "known to be small"
    AT_MOST = "small if there is anybody"
    NO_LOWER = "known to be no lower"


@dataclass(frozen=True, slots=True)
class Exposed:
    """A small group that follows from what is published: from `low` to `high` persons.

    `high` is None where only the other side is given away: so many persons, or more.
    """

    asked: Asked
    low: int
    high: int | None
    derivation: str
    sources: tuple[str, ...]
    printed: bool

    @property
    def kind(self) -> Kind:
        if self.high is None:
            return Kind.NO_LOWER
        if self.low == 0:
            return Kind.AT_MOST
        return Kind.EXACT if self.low == self.high else Kind.UNDER


@dataclass(frozen=True, slots=True)
class Audit:
    """What an attacker learns: the worst first.

    `nobody` are groups in which there is truly nobody, known to be small if there were: they give
    no person away.
    """

    threshold: int
    asked: int
    exposed: tuple[Exposed, ...]
    contradictions: tuple[Contradiction, ...]
    left_out: Mapping[str, int]
    undecided: tuple[str, ...] = ()
    nobody: tuple[Exposed, ...] = ()
