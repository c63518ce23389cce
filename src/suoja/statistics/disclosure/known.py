"""Which groups what is known already gives away: proven, not merely not found otherwise."""

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np

from suoja.statistics.disclosure.program import Program, Question
from suoja.statistics.disclosure.scheme import Scheme
from suoja.statistics.disclosure.tables import Fact, Name, Policy, Relation, Table


def given_away(
    names: Collection[Name],
    tables: Sequence[Table],
    policy: Policy,
    *,
    links: Iterable[Relation] = (),
    facts: Iterable[Fact] = (),
) -> frozenset[Name]:
    """Return those of these groups that are small in every world, whatever is hidden now."""
    scheme = Scheme.of(tables, policy, links=links, facts=facts)
    program = Program(scheme)
    return frozenset(name for name in names if _is_given_away(name, scheme, program, policy))


def _is_given_away(name: Name, scheme: Scheme, program: Program, policy: Policy) -> bool:
    questions = _questions(scheme.index[name], scheme, program, policy.threshold)
    return any(program.rules_out(question) for question in questions)


def _questions(cell: int, scheme: Scheme, program: Program, threshold: int) -> Iterator[Question]:
    """Yield: can it be large enough, and can it be lower?"""
    nothing = np.zeros(len(scheme.values))
    least, most = program.limits()
    least[cell] = threshold - scheme.values[cell]
    yield Question(least, most, nothing, nothing)
    least, most = program.limits()
    most[cell] = -1
    yield Question(least, most, nothing, nothing)
