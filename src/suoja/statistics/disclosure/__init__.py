"""Hide what would expose a person. Plain Python and arrays: no Django, no case data.

`protect` takes tables of counts and says of each cell whether it is published, small (primary) or
hidden because it would give a small one away (secondary). For every small cell it has found a
*world*: another set of counts that agrees with everything published, in which the cell is no
longer small, and one in which it is lower. So nobody can work the cell out, nor prove that it is
small, by adding and subtracting what is published.
"""

from suoja.statistics.disclosure.engine import Unprotectable, protect
from suoja.statistics.disclosure.tables import (
    PRIMARY,
    PUBLISHED,
    SECONDARY,
    TOTAL,
    Policy,
    Protected,
    Relation,
    Table,
    Threshold,
)

__all__ = [
    "PRIMARY",
    "PUBLISHED",
    "SECONDARY",
    "TOTAL",
    "Policy",
    "Protected",
    "Relation",
    "Table",
    "Threshold",
    "Unprotectable",
    "protect",
]
