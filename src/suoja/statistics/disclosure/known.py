"""Which groups what is known already gives away: proven, not merely not found otherwise."""

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np

from suoja.statistics.disclosure.program import Program, Question
from suoja.statistics.disclosure.scheme import Scheme
from suoja.statistics.disclosure.tables import Fact, Name, Policy, Relation, Table, Together


def given_away(
    names: Collection[Name],
    tables: Sequence[Table],
    policy: Policy,
    *,
    links: Iterable[Relation] = (),
    facts: Iterable[Fact] = (),
) -> frozenset[Name]:
    """Return those of these groups that are known to be small, whatever is hidden now.

    A sum is, if it is lower in no world: large enough it is in that of one of its parts.
    """
    scheme = Scheme.of(tables, policy, links=links, facts=facts)
    program = Program(scheme)
    return frozenset(name for name in names if _is_given_away(name, scheme, program, policy))


def _is_given_away(name: Name, scheme: Scheme, program: Program, policy: Policy) -> bool:
    if isinstance(name, Together):
        return program.rules_out(
            _lower(frozenset(scheme.index[each] for each in name.names), program)
        )
    questions = _questions(scheme.index[name], scheme, program, policy.threshold)
    return any(program.rules_out(question) for question in questions)


def _questions(cell: int, scheme: Scheme, program: Program, threshold: int) -> Iterator[Question]:
    """Yield: can it be large enough, and can it be lower?"""
    nothing = np.zeros(len(scheme.values))
    least, most = program.limits()
    least[cell] = threshold - scheme.values[cell]
    yield Question(least, most, nothing, nothing)
    yield _lower(frozenset({cell}), program)


def _lower(cells: frozenset[int], program: Program) -> Question:
    """Return: can these together be fewer?"""
    least, most = program.limits()
    nothing = np.zeros(len(least))
    return Question(least, most, nothing, nothing, cells)
