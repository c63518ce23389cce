"""Hide what would expose a person. Plain Python and arrays: no Django, no case data.

`protect` takes tables of counts and says of each cell whether it is published, small (primary) or
hidden because it would give a small one away (secondary). For every small group it has found a
*world*: another set of counts that agrees with everything published, in which the group is no
longer small, and one in which it is lower. So nobody can work the group out, nor prove that it is
small, by adding and subtracting what is published. `prove` checks the worlds by addition, with
none of the engine's code.
"""

from suoja.statistics.disclosure.engine import protect
from suoja.statistics.disclosure.known import given_away
from suoja.statistics.disclosure.proof import Proof, prove
from suoja.statistics.disclosure.scheme import plain_worth
from suoja.statistics.disclosure.spread import intervals
from suoja.statistics.disclosure.tables import (
    PRIMARY,
    PUBLISHED,
    SECONDARY,
    TOTAL,
    Fact,
    Policy,
    Protected,
    Relation,
    Table,
    Threshold,
    Together,
    Unprotectable,
)

__all__ = [
    "PRIMARY",
    "PUBLISHED",
    "SECONDARY",
    "TOTAL",
    "Fact",
    "Policy",
    "Proof",
    "Protected",
    "Relation",
    "Table",
    "Threshold",
    "Together",
    "Unprotectable",
    "given_away",
    "intervals",
    "plain_worth",
    "protect",
    "prove",
]
