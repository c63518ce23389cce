"""Who was here at the start or came is who is here at the end or left: in all, and of each kind.

Nobody publishes who left by sex or nationality; two stocks and who came between them tell it.
"""

from collections.abc import Iterator

from suoja.core.calendar import Period, month_before
from suoja.statistics.choices import TOTAL, Movement
from suoja.statistics.counting import count
from suoja.statistics.dimensions import people
from suoja.statistics.exposure.rows import Row, Values, period_of
from suoja.statistics.facts import Facts
from suoja.statistics.groups import Group
from suoja.statistics.measures.exits import EXITS
from suoja.statistics.spec import Spec

READMITTED = ("decision", Movement.READMITTED.value)
# What stays the same of a client from admission to removal.
LASTING = (people.SEX, people.NATIONALITY, people.REGION, people.AGE_AT_ADMISSION)
Flow = tuple[tuple[Row, Row], dict[Group, int]]


def by_flow(values: Values, facts: Facts | None) -> Iterator[Flow]:
    """Yield that those here at the start or come since are those here at the end or gone.

    With the two rows come the numbers of the groups that are in no table; without facts nobody
    knows who left of which kind, and all clients are left.
    """
    for new in values:
        period = period_of(new)
        if new.population == "new_clients" and period and _lasts(new):
            start = Group("stock", str(month_before(period.first)), new.traits)
            end = Group("stock", str(period.last), new.traits)
            if start in values and end in values:
                yield from _flow(new, start, end, {**_exits(facts, period), **values})


def _flow(new: Group, start: Group, end: Group, values: Values) -> Iterator[Flow]:
    gone = Group("exits", new.when, new.traits)
    again = Group("decisions", new.when, new.traits | {READMITTED})
    here = Group("clients in the period", new.when, new.traits)
    if gone not in values:
        return
    everybody = values[end] + values[gone]
    returned = everybody - values[start] - values[new]
    # Late records can keep numbers of different days from balancing.
    if returned < 0 or values.get(again, returned) != returned:
        return
    numbers = {gone: values[gone], again: returned, here: everybody}
    yield (Row(here, (start, new, again)), Row(here, (end, gone))), numbers


def _exits(facts: Facts | None, period: Period) -> dict[Group, int]:
    """Return how many of each kind left in the period."""
    if facts is None:
        return {}
    specs = [Spec("exits", "", EXITS, (each,)) for each in LASTING]
    return {
        Group("exits", str(period), frozenset({(spec.codes[0], category)})): value
        for spec, counted in zip(specs, count(specs, facts, period), strict=True)
        for (category,), value in counted.values.items()
        if category != TOTAL
    }


def _lasts(new: Group) -> bool:
    lasting = {each.code for each in LASTING}
    return len(new.traits) <= 1 and all(code in lasting for code, _ in new.traits)
