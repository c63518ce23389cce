"""How many nationalities there are is told of the hidden ones too: each of them has somebody.

Where the persons hidden are only just enough for the groups hidden, each group must be small. The
number is shown only if one of them could reach the threshold with somebody left for every other.
"""

from collections.abc import Iterator, Mapping, Sequence

from suoja.statistics.choices import TOTAL, Status
from suoja.statistics.counting import Coordinates, Counted

Statuses = Mapping[Coordinates, Status]
TABLE = "number_of_nationalities"
BY = ("nationality",)


def too_telling(
    numbers: Sequence[Counted], statuses: Mapping[str, Statuses], threshold: int
) -> Iterator[Coordinates]:
    """Yield the populations whose number of nationalities may not be shown."""
    by_population = {
        each.spec.measure.id: each
        for each in numbers
        if each.spec.codes == BY and not each.spec.course
    }
    for each in numbers:
        if each.spec.id == TABLE:
            for at in each.values:
                listed = by_population.get(at[0])
                if listed and _leaves_too_few(listed, statuses[listed.spec.id], threshold):
                    yield at


def _leaves_too_few(listed: Counted, statuses: Statuses, threshold: int) -> bool:
    hidden = [
        value
        for at, value in listed.values.items()
        if value and at != (TOTAL,) and statuses[at] != Status.PUBLISHED
    ]
    return bool(hidden) and sum(hidden) - (len(hidden) - 1) < threshold
