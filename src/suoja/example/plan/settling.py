"""Draw from plausible shares, then change as little as possible until every target is met."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from suoja.example.plan.groups import Choice, Group, Value, group
from suoja.example.plan.repair import Repair
from suoja.example.plan.targets import Sketch, Target


def settle(
    sketches: Sequence[Sketch], choice: Choice, targets: Sequence[Target], random: Random
) -> None:
    """Write the chosen dimensions into each sketch so that all targets they decide are met."""
    known = frozenset(sketches[0])
    asked = [target for target in targets if choice.settles(target, known)]
    groups = group(sketches, choice, asked, random)
    repair = Repair(choice, groups, random)
    for number, target in sorted(enumerate(asked), key=lambda pair: pair[1].kind == "distinct"):
        repair.ask(number, target)
    for alike, counts in zip(groups, repair.counts(), strict=True):
        _deal(alike, counts, choice, random)


def _deal(alike: Group, counts: Mapping[Value, int], choice: Choice, random: Random) -> None:
    """Let each keep what was drawn as far as the counts allow, and share out the rest."""
    left = Counter(counts)
    moved: list[Sketch] = []
    for sketch, value in zip(alike.members, alike.drawn, strict=True):
        if left[value] > 0:
            left[value] -= 1
            sketch.update(choice.named(value))
        else:
            moved.append(sketch)
    random.shuffle(moved)
    for sketch, value in zip(moved, left.elements(), strict=True):
        sketch.update(choice.named(value))
