"""Compare what Suoja counts with every number that the office printed in its reports.

`data/published.csv` holds the figures, `data/crosswalk.csv` the reports' words as our codes. Each
figure is looked up in the tables of its own period, with nothing hidden, and is *equal*,
*explained* by a known contradiction in the documents, *different*, or *out of scope* by a rule.
Figures of the Action Plan are in the check of every report: they are of other years.
"""

from suoja.statistics.check.compare import Comparison, Verdict, check
from suoja.statistics.check.figures import REPORTS

__all__ = ["REPORTS", "Comparison", "Verdict", "check"]
