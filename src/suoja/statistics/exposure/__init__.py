"""What a set of published statements gives away: the attack, as the office runs it on itself.

`printed_figures` reads the figures of printed reports, `told_numbers` Suoja's own; both become
statements on groups of people, and `audit` finds every group of one to four that follows. Nothing
is shared with the engine that protects: what one overlooks, the other may find.
"""

from suoja.statistics.exposure.attacker import audit
from suoja.statistics.exposure.printed import of_file as printed_figures
from suoja.statistics.exposure.released import knowledge as told_numbers
from suoja.statistics.exposure.statements import Asked, Audit, Exposed, Kind, Knowledge, Statement

__all__ = [
    "Asked",
    "Audit",
    "Exposed",
    "Kind",
    "Knowledge",
    "Statement",
    "audit",
    "printed_figures",
    "told_numbers",
]
