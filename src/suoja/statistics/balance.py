"""Who was here, came and left: clients at the end are those at the start, plus and less the rest.

Everybody knows that these numbers balance, so four of them give the fifth. It holds of all clients
and of those of each sex, nationality or age at admission, which stay as they were: who left by
nationality is printed nowhere, and follows from two stocks and who came between them.
"""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from suoja.core.calendar import Month, Period
from suoja.statistics.choices import Movement
from suoja.statistics.counting import count
from suoja.statistics.disclosure import Fact, Relation
from suoja.statistics.facts import Facts
from suoja.statistics.groups import Group, Trait, group
from suoja.statistics.questions import MOST_DIMENSIONS, spec_for

Values = Mapping[Group, int]
READMITTED: Trait = ("decision", Movement.READMITTED.value)
# What stays the same of a client from admission to removal.
STAYING = frozenset({"sex", "nationality", "region", "age_at_admission"})


class Balance(NamedTuple):
    """The fact that five numbers balance.

    `moved` are who left and who came, again or in all: they may be printed nowhere.
    """

    fact: Fact
    moved: Mapping[Group, int]
    came: Relation


class _Flow(NamedTuple):
    """Who came, new or again, and left in a period; and who was here before and after it."""

    came: Group
    new: Group
    again: Group
    left: Group
    start: Group
    end: Group

    @classmethod
    def of(cls, new: Group) -> "_Flow":
        period = Period.parse(new.when)
        return cls(
            came=new._replace(population="entries"),
            new=new,
            again=Group("decisions", new.when, new.traits | {READMITTED}),
            left=Group("exits", new.when, new.traits),
            start=Group("stock", str(_month_before(period.first)), new.traits),
            end=Group("stock", str(period.last), new.traits),
        )


def balances(values: Values, facts: Facts) -> Iterator[Balance]:
    """Yield the balance of each group whose stock is counted at both ends of a period.

    Who left is counted from the facts where no table tells it; who came again is what remains.
    """

    @cache
    def leavers(when: str, codes: tuple[str, ...]) -> dict[Group, int]:
        counted = count([spec_for("exits", codes)], facts, Period.parse(when))[0]
        return {group(counted, at): value for at, value in counted.values.items()}

    for new in values:
        flow = _Flow.of(new) if _stays(new) else None
        if flow and flow.start in values and flow.end in values:
            codes = tuple(sorted(code for code, _ in new.traits))
            yield from _balance(flow, ChainMap(dict(values), leavers(new.when, codes)))


def _balance(flow: _Flow, values: Values) -> Iterator[Balance]:
    stayed = values[flow.end] - values[flow.start]
    again = stayed + values[flow.left] - values[flow.new]
    # Late records may keep numbers of different days from balancing.
    if again >= 0 and values.get(flow.again, again) == again:
        weights = {flow.end: 1, flow.left: 1, flow.start: -1, flow.new: -1, flow.again: -1}
        moved = {
            flow.left: values[flow.left],
            flow.again: again,
            flow.came: values[flow.new] + again,
        }
        came = Relation(flow.came, (flow.new, flow.again))
        yield Balance(Fact(tuple(weights.items()), 0, 0), moved, came)


def _stays(new: Group) -> bool:
    codes = {code for code, _ in new.traits}
    is_known = codes <= STAYING and len(codes) <= MOST_DIMENSIONS
    return new.population == "new_clients" and " " not in new.when and is_known


def moved_in_all(values: Values) -> Iterator[Relation]:
    """Yield that those who moved, of every sex or nationality, are all who did."""
    parts: dict[tuple[Group, str], list[Group]] = {}
    for whom in values:
        for trait in whom.traits:
            if trait[0] in STAYING and whom.population in ("exits", "decisions"):
                wider = whom._replace(traits=whom.traits - {trait})
                parts.setdefault((wider, trait[0]), []).append(whom)
    for (wider, code), listed in parts.items():
        if values.get(wider) == sum(values[part] for part in listed):
            yield Relation(wider, tuple(listed), code)


def _month_before(month: Month) -> Month:
    return month - 1 if month % 100 > 1 else month - 100 + 11
