"""Ask for less, and see how much less is hidden: coarser levels, merged categories, no table."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from suoja.statistics.disclose.data import Data, Labels
from suoja.statistics.disclose.earlier import Earlier
from suoja.statistics.disclose.fault import Fault
from suoja.statistics.disclose.figures import figures
from suoja.statistics.disclose.outcome import Exposed, Outcome
from suoja.statistics.disclose.protecting import protect_data
from suoja.statistics.disclose.spec import Spec, Variable
from suoja.statistics.disclose.words import counted

MOST = 12
FEW = 4  # categories of fewer than so many thresholds are worth merging


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to ask: what to do, and what is hidden then."""

    words: str
    result: str

    def __str__(self) -> str:
        return f"{self.words}: {self.result}"


def alternatives(
    spec: Spec, data: Data, earlier: Collection[Earlier], tell: Callable[[str], None]
) -> Iterator[Alternative]:
    """Yield at most twelve coarser ways to ask, each tried out."""
    for words, coarser, merged in islice(_variants(spec, data), MOST):
        tell(f"trying: {words}")
        yield Alternative(words, _result(coarser, merged, earlier))


def _result(spec: Spec, data: Data, earlier: Collection[Earlier]) -> str:
    try:
        outcome = protect_data(spec, data, earlier, lambda _: None)
    except Exposed as reason:
        return f"{counted(len(reason.groups), 'small group')} cannot be protected"
    except Fault:
        return "cannot be compared with what was published before"
    return _cost(outcome)


def _cost(outcome: Outcome) -> str:
    found = figures(outcome)
    shown = found.cells - found.hidden
    return f"{found.hidden:,} of {found.cells:,} cells hidden, {shown:,} published"


Variant = tuple[str, Spec, Data]


def _variants(spec: Spec, data: Data) -> Iterator[Variant]:
    yield from _coarser(spec, data)
    yield from _with_merged(spec, data)
    yield from _with_fewer_tables(spec, data)


def _coarser(spec: Spec, data: Data) -> Iterator[Variant]:
    for variable in spec.variables:
        finest, *coarser = variable.levels
        if coarser:
            words = f"leave out {finest} and show {variable.name} by {coarser[0]}"
            yield words, _with(spec, replace(variable, levels=tuple(coarser))), data


def _with_merged(spec: Spec, data: Data) -> Iterator[Variant]:
    for variable in spec.variables:
        merged, number = _merged(spec, variable, data)
        if number > 1:
            most = FEW * spec.threshold
            yield f"merge {number} of {variable.levels[0]} with fewer than {most}", spec, merged


def _with_fewer_tables(spec: Spec, data: Data) -> Iterator[Variant]:
    for table in spec.tables if len(spec.tables) > 1 else ():
        others = tuple(other for other in spec.tables if other is not table)
        yield f"leave out the table {table.name}", replace(spec, tables=others), data


def _with(spec: Spec, variable: Variable) -> Spec:
    """Return the spec with another variable in the place of the one of that name."""
    changed = (variable if one.name == variable.name else one for one in spec.variables)
    return replace(spec, variables=tuple(changed))


def _merged(spec: Spec, variable: Variable, data: Data) -> tuple[Data, int]:
    """Return the data with the rare categories of a variable as one, inside each coarser one."""
    column, *above = (data.columns.index(level) for level in variable.levels)
    persons: dict[str, int] = {}
    for labels, count in data.counts.items():
        persons[labels[column]] = persons.get(labels[column], 0) + count
    rare = {label for label, count in persons.items() if count < FEW * spec.threshold}
    merged = Data(data.sheet, data.columns, {}, {})
    for labels, count in data.counts.items():
        place: Labels = labels
        if labels[column] in rare:
            within = f" ({labels[above[0]]})" if above else ""
            place = (*labels[:column], f"other{within}", *labels[column + 1 :])
        merged.counts[place] = merged.counts.get(place, 0) + count
        merged.lines.setdefault(place, data.lines[labels])
    return merged, len(rare)
