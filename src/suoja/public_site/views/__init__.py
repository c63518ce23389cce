"""Public pages: they know nobody; everybody may keep a copy of numbers, nobody one of help."""

from suoja.public_site.views.feed import feed
from suoja.public_site.views.leave import leave
from suoja.public_site.views.letters import write
from suoja.public_site.views.referral import refer
from suoja.public_site.views.reports import report, report_file, reports
from suoja.public_site.views.series import series, series_list
from suoja.public_site.views.statistics import definitions, protection, statistics
from suoja.public_site.views.tables import table, table_file
from suoja.public_site.views.test_files import test_file, test_files
from suoja.public_site.views.texts import text

__all__ = [
    "definitions",
    "feed",
    "leave",
    "protection",
    "refer",
    "report",
    "report_file",
    "reports",
    "series",
    "series_list",
    "statistics",
    "table",
    "table_file",
    "test_file",
    "test_files",
    "text",
    "write",
]
