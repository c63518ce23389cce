"""Find figures that cannot all be true, so that an attack can go on without them."""

from collections.abc import Iterator, Mapping, Sequence

import highspy
import numpy as np

from suoja.statistics.exposure.derivation import in_words
from suoja.statistics.exposure.program import (
    TOLERANCE,
    UNLIMITED,
    Program,
    Unsolved,
    is_whole,
    places,
)
from suoja.statistics.exposure.statements import Contradiction, Name, Statement

# What is only taken for granted gives way long before anything that is printed.
ASSUMED = 1e-3
SECONDS = 20.0


def reconcile(
    statements: Sequence[Statement],
) -> tuple[list[Statement], list[Contradiction]]:
    """Return the statements that can be true together, and what was printed but cannot.

    As little as possible is given up, in persons. Raise Unsolved if sums alone contradict.
    """
    wrong = set(_given_up(statements))
    kept = [each for at, each in enumerate(statements) if at not in wrong]
    program = Program(kept)
    found = [_told(statements[at], program) for at in sorted(wrong) if statements[at].says]
    return kept, found


def _given_up(statements: Sequence[Statement]) -> Iterator[int]:
    """Yield the places of the statements that have to bend for the others to hold."""
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)  # noqa: FBT003  (the solver's own call)
    columns = places(statements)
    for _ in columns:
        model.addCol(0, 0, UNLIMITED, 0, np.array([]), np.array([]))
    bends = [_with_bend(model, each, columns) for each in statements]
    values = _in_whole_persons(model, len(columns))
    for at, bend in enumerate(bends):
        if any(values[column] > TOLERANCE for column in bend):
            yield at


def _with_bend(
    model: highspy.Highs, statement: Statement, columns: Mapping[Name, int]
) -> Sequence[int]:
    """Add a statement that may bend up or down at a cost, unless it is firm."""
    spoken = [columns[name] for name, _ in statement.weights]
    weights = [weight for _, weight in statement.weights]
    bend: list[int] = []
    if not statement.firm:
        cost = ASSUMED if statement.assumption else 1.0
        bend = [model.getNumCol(), model.getNumCol() + 1]
        for _ in bend:
            model.addCol(cost, 0, UNLIMITED, 0, np.array([]), np.array([]))
    signs = [1.0, -1.0][: len(bend)]
    low, high = max(statement.low, -UNLIMITED), min(statement.high, UNLIMITED)
    model.addRow(
        low, high, len(spoken) + len(bend), np.array(spoken + bend), np.array(weights + signs)
    )
    return bend


def _in_whole_persons(model: highspy.Highs, persons: int) -> Sequence[float]:
    """Solve with parts of persons; then, unless they are whole or it takes too long, without."""
    values = _solved(model)
    if values is None:
        raise Unsolved(model.modelStatusToString(model.getModelStatus()))
    if is_whole(np.array(values)):
        return values
    for column in range(persons):
        model.changeColIntegrality(column, highspy.HighsVarType.kInteger)
    model.setOptionValue("time_limit", model.getRunTime() + SECONDS)
    return _solved(model) or values


def _solved(model: highspy.Highs) -> Sequence[float] | None:
    model.run()
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    values: Sequence[float] = model.getSolution().col_value
    return values


def _told(statement: Statement, program: Program) -> Contradiction:
    """Say which of the kept figures deny this one."""
    highest, lowest = program.highest(statement.weights), program.lowest(statement.weights)
    against = highest if highest.number < statement.low else lowest
    says = f"{statement.figure} ({statement.says})"
    return Contradiction(says, in_words(against), "The figure is left out.")
