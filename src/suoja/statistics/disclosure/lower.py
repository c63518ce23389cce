"""The sums of hidden cells, once each cell is safe.

A sum is at least as large as any part of it, so a world that takes a part to the threshold takes
the sum there too. That the sum can also be lower is what remains to be shown.
"""

from collections.abc import Iterator

import numpy as np

from suoja.statistics.disclosure.program import Program, Question
from suoja.statistics.disclosure.scheme import Scheme, Whole
from suoja.statistics.disclosure.sums import Group, residuals
from suoja.statistics.disclosure.tables import Together, Unprotectable
from suoja.statistics.disclosure.worlds import Found, falls


def make_sums_lower(scheme: Scheme, found: Found, program: Program, threshold: int) -> None:
    """Add a world for each small sum that no world makes lower; hide more where it takes that.

    Raise Unprotectable when no world makes a sum lower.
    """
    before = -1
    while before < int(found.hidden.sum()):
        before = int(found.hidden.sum())
        found.lowered = list(dict.fromkeys(_small_sums(scheme, found, threshold)))
        for group in found.lowered:
            if not any(falls(group, each) for each in found.changes):
                found.keep(_world(group, scheme, found, program))


def _small_sums(scheme: Scheme, found: Found, threshold: int) -> Iterator[Group]:
    # What facts tell is known, even of a cell that no table of this release shows.
    for group in residuals(scheme.sums, found.hidden & ~scheme.fixed, scheme.guarded):
        cells = list(group)
        if group in scheme.settled:
            continue
        if 0 < scheme.values[cells].sum() < threshold and scheme.small[cells].any():
            yield group


def _world(group: Group, scheme: Scheme, found: Found, program: Program) -> Whole:
    costs = np.where(found.hidden, 0.0, scheme.worth)
    change = program.change(Question(*program.limits(), costs, costs, group), thorough=True)
    if change is None:
        raise Unprotectable([Together(frozenset(scheme.names[cell] for cell in group))])
    return change
