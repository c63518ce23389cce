"""A question from outside: answered, answered coarser, or refused.

The whole table of the measure by what was asked is put before disclosure control, with all that
was told before. The number is given exactly when that table could be published with it. So whoever
asks for whichever cell of a table is decided upon in the same way, and a refusal says of a number
no more than two points in a report do. What is tried instead does not look at any number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import prod
from typing import Any, Self

from suoja.core.calendar import Period
from suoja.core.errors import refuse
from suoja.statistics.choices import Answering, Status
from suoja.statistics.contents import specs_of
from suoja.statistics.counting import Coordinates, Counted
from suoja.statistics.counting import count as counted
from suoja.statistics.facts import Facts
from suoja.statistics.groups import Group, group
from suoja.statistics.joint import MOST_CELLS, cells
from suoja.statistics.ledger import Told
from suoja.statistics.protection import protection_of
from suoja.statistics.questions import askable, spec_for, why_not_ask
from suoja.statistics.scheme import scheme_of
from suoja.statistics.spec import Spec
from suoja.vocabulary.countries import REGION_OF

MOST_TRIES = 4
# Of a table, and of the crosses that hold it together with what was told before.
MOST_ASKED = 20_000


@dataclass(frozen=True, slots=True)
class Question:
    """How many of a population, in a period, have these categories."""

    measure: str
    period: Period
    filters: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, measure: str, period: Period, filters: Mapping[str, str]) -> Self:
        """Return a question with its filters in the order of the measure; refuse what is none."""
        refuse(why_not_ask(measure, list(filters)))
        known = [each.code for each in askable()[measure][1]]
        return cls(measure, period, {code: filters[code] for code in known if code in filters})

    @property
    def spec(self) -> Spec[Any]:
        return spec_for(self.measure, list(self.filters))

    @property
    def at(self) -> Coordinates:
        return tuple(self.filters.values())

    @property
    def whom(self) -> Group:
        """Return the people who are asked about."""
        return group(Counted(self.spec, self.period, {}), self.at)

    def to_json(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "period": [self.period.first, self.period.last],
            "filters": list(map(list, self.filters.items())),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        return cls(stored["measure"], Period(*stored["period"]), dict(stored["filters"]))


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a question. `told` is the number with its table; None if it is refused.

    `instead` is the coarser question that was answered, if one was.
    """

    outcome: Answering
    told: Told | None = None
    instead: Question | None = None


def answer(
    question: Question, facts: Facts, policy: str, earlier: Sequence[Told], *, today: date
) -> Answered:
    """Return what may be told; `earlier` is everything that was told before."""
    before = _merged(earlier)
    told = _publishable(question, facts, policy, before)
    if told is not None:
        return Answered(Answering.ANSWERED, told)
    for instead in coarser(question, today):
        told = told_before(instead, earlier) or _publishable(instead, facts, policy, before)
        if told is not None:
            return Answered(Answering.COARSER, told, instead)
    return Answered(Answering.REFUSED)


def told_before(question: Question, earlier: Iterable[Told]) -> Told | None:
    """Return the number as it was told last, whatever table it was told in."""
    whom = question.whom
    for told in reversed(list(earlier)):
        for at in told.cells:
            if group(told.numbers, at) == whom:
                return Told(told.numbers, frozenset({at}))
    return None


def coarser(question: Question, today: date) -> list[Question]:
    """Return what is tried instead, in an order that is the same whatever the numbers are."""
    found = dict.fromkeys(map(_key, _coarser(question, today)))
    return [Question(measure, period, dict(filters)) for measure, period, filters in found][
        :MOST_TRIES
    ]


def _key(question: Question) -> tuple[str, Period, tuple[tuple[str, str], ...]]:
    return question.measure, question.period, tuple(question.filters.items())


def _coarser(question: Question, today: date) -> Iterator[Question]:
    by_region = _by_region(question)
    if by_region is not None:
        yield by_region
    year = Period(question.period.year * 100 + 1, question.period.year * 100 + 12)
    if question.period != year and year.last_day < today:
        yield replace(question, period=year)
    filters = list(question.filters.items())
    for left in range(len(filters) - 1, -1, -1):
        yield replace(question, filters=dict(filters[:left]))


def _by_region(question: Question) -> Question | None:
    known = {each.code for each in askable()[question.measure][1]}
    filters = dict(question.filters)
    if "nationality" not in filters or "region" in filters or "region" not in known:
        return None
    region = REGION_OF[filters.pop("nationality")].value
    return Question.of(question.measure, question.period, {**filters, "region": region})


def _publishable(
    question: Question, facts: Facts, policy: str, earlier: Sequence[Told]
) -> Told | None:
    """Return the number if its table, put before disclosure control today, would publish it."""
    spec = question.spec
    if not _can_be_worked_with(question, [told.numbers for told in earlier]):
        return None
    (numbers,) = counted([spec], facts, question.period)
    others = [told for told in earlier if not _same_table(told.numbers, numbers)]
    # Decided as if nobody had asked for other cells of it, or who asks for one after the other
    # would be told more than the table would publish; and with them, so that all is safe together.
    for before in [earlier, others] if len(others) < len(earlier) else [earlier]:
        found = protection_of([numbers], scheme_of([numbers], before, facts), policy)
        shown = found.statuses[spec.id][question.at] == Status.PUBLISHED
        if not shown or not found.proof.holds:  # what cannot be proven is not told
            return None
    return Told(numbers, frozenset({question.at}))


def _can_be_worked_with(question: Question, earlier: Sequence[Counted]) -> bool:
    """Test if the table is not too large, and leaves room for the reports on its year to come."""
    asked = Counted(question.spec, question.period, {})
    if prod(len(each.categories) + 1 for each in question.spec.dimensions) > MOST_ASKED:
        return False
    year, *halves = (list(_report(each)) for each in _reports(question.period.year))
    told = [*earlier, *(table for half in halves for table in half), asked]
    return cells([asked], earlier) <= MOST_ASKED and cells(year, told) <= MOST_CELLS


def _reports(year: int) -> tuple[Period, Period, Period]:
    return Period.parse(f"{year}"), Period.parse(f"{year}-H1"), Period.parse(f"{year}-H2")


def _report(period: Period) -> Iterator[Counted]:
    return (Counted(spec, period, {}) for spec in specs_of(period))


def _same_table(one: Counted, other: Counted) -> bool:
    tables = [(each.spec.id, each.spec.measure.id, each.period) for each in (one, other)]
    return tables[0] == tables[1]


def _merged(earlier: Iterable[Told]) -> list[Told]:
    """Put together what was told of one table at several times."""
    found: dict[Any, Told] = {}
    for each in earlier:
        numbers = each.numbers
        key = (
            numbers.spec.id,
            numbers.spec.measure.id,
            numbers.period,
            frozenset(numbers.values.items()),
        )
        cells = found[key].cells if key in found else frozenset()
        found[key] = Told(numbers, cells | each.cells)
    return list(found.values())
