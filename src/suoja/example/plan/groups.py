"""Sketches grouped so that a choice has as few cells as its targets and shares need."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from suoja.example.plan.targets import Sketch, Target

Value = tuple[str, ...]
Weights = Mapping[Value, float]


@dataclass(frozen=True)
class Choice:
    """Which dimensions are decided, how likely each value is, and what that hangs on (`by`)."""

    dimensions: tuple[str, ...]
    by: Callable[[Sketch], Value]
    weights: Callable[[Sketch], Weights]

    def named(self, value: Value) -> dict[str, str]:
        """Return a value with the name of each of its dimensions."""
        return dict(zip(self.dimensions, value, strict=True))

    def settles(self, target: Target, known: frozenset[str]) -> bool:
        """Test if the target can be counted once this choice is made, and not before."""
        undecided = target.dimensions - known
        return bool(undecided) and undecided <= frozenset(self.dimensions)


@dataclass(eq=False)
class Group:
    """Sketches that neither a target nor a share tells apart, and the value drawn for each."""

    members: list[Sketch]
    weights: Weights
    targets: tuple[int, ...]
    drawn: list[Value]

    def counts(self) -> Counter[Value]:
        return Counter(self.drawn)


def group(
    sketches: Sequence[Sketch], choice: Choice, targets: Sequence[Target], random: Random
) -> list[Group]:
    """Group the sketches by their shares and by the targets that may count them, and draw."""
    members: dict[tuple[Value, tuple[int, ...]], list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        members[choice.by(sketch), _may_count(sketch, choice, targets)].append(sketch)
    return [
        _drawn(alike, choice.weights(alike[0]), numbers, random)
        for (_, numbers), alike in members.items()
    ]


def _may_count(sketch: Sketch, choice: Choice, targets: Sequence[Target]) -> tuple[int, ...]:
    """Return the numbers of the targets that count the sketch, if the choice falls so."""
    return tuple(
        number
        for number, target in enumerate(targets)
        if all(
            test(sketch[dimension])
            for dimension, test in target.where.items()
            if dimension not in choice.dimensions
        )
    )


def _drawn(
    members: list[Sketch], weights: Weights, targets: tuple[int, ...], random: Random
) -> Group:
    possible = {value: weight for value, weight in weights.items() if weight > 0}
    drawn = random.choices(list(possible), list(possible.values()), k=len(members))
    return Group(members, possible, targets, drawn)


def known(*dimensions: str) -> Callable[[Sketch], Value]:
    """Return a reader of some dimensions of a sketch."""
    return lambda sketch: tuple(sketch[dimension] for dimension in dimensions)
