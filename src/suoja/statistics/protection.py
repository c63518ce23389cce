"""Hand the tables of a report to disclosure control, with all that ties them to each other."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from suoja import law
from suoja.statistics import disclosure
from suoja.statistics.choices import TOTAL, Counts, Status
from suoja.statistics.counting import Coordinates, Counted
from suoja.statistics.groups import group, impossible
from suoja.statistics.links import links

Statuses = Mapping[Coordinates, Status]


def statuses(
    numbers: Sequence[Counted], policy: str, kept_hidden: Mapping[str, Collection[Coordinates]]
) -> dict[str, Statuses]:
    """Return what is published, by table and cell, under the policy of that name.

    `kept_hidden` cells, by table, were hidden in an earlier version: two versions that hide
    different cells would tell each other's.
    """
    tables = [_table(each, kept_hidden.get(each.spec.id, ())) for each in numbers]
    ties = links({group(each, at): value for each in numbers for at, value in each.values.items()})
    protected = disclosure.protect(tables, law.publication_policy(policy), links=ties)
    return {
        name: {coordinates: Status(status) for coordinates, status in found.items()}
        for name, found in protected.statuses.items()
    }


def _table(numbers: Counted, kept_hidden: Collection[Coordinates]) -> disclosure.Table:
    names = {coordinates: group(numbers, coordinates) for coordinates in numbers.values}
    return disclosure.Table(
        id=numbers.spec.id,
        dimensions=numbers.spec.codes,
        values=numbers.values,
        names=names,
        masked=frozenset(_masked(numbers)) | (numbers.values.keys() & set(kept_hidden)),
        impossible=frozenset(at for at, whom in names.items() if impossible(whom)),
        counts_people=numbers.spec.measure.counts != Counts.THINGS,
        over=frozenset({numbers.spec.course.code} if numbers.spec.course else ()),
    )


def _masked(numbers: Counted) -> Iterator[Coordinates]:
    """Yield the cells where nobody is, in lists too long to print: none and few look alike."""
    places = [place for place, each in enumerate(numbers.spec.dimensions) if each.open_list]
    for coordinates, value in numbers.values.items():
        if value == 0 and any(coordinates[place] != TOTAL for place in places):
            yield coordinates
