"""First sketch: small cells only."""

from collections.abc import Mapping, Sequence

from suoja.statistics.choices import Counts, Status
from suoja.statistics.counting import Coordinates, Counted

Statuses = Mapping[Coordinates, Status]


def statuses(numbers: Sequence[Counted], policy: str) -> dict[str, Statuses]:
    return {
        each.spec.id: {
            c: Status.PRIMARY
            for c, v in each.values.items()
            if 0 < v < 5 and each.spec.measure.counts != Counts.THINGS
        }
        for each in numbers
    }
