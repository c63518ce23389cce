"""Public pages: they know nobody, and everybody may keep a copy of all but the front page."""

from suoja.public_site.views.feed import feed
from suoja.public_site.views.front import front
from suoja.public_site.views.reports import report, report_file, reports
from suoja.public_site.views.series import series, series_list
from suoja.public_site.views.statistics import definitions, protection, statistics
from suoja.public_site.views.tables import table, table_file
from suoja.public_site.views.test_files import test_file, test_files

__all__ = [
    "definitions",
    "feed",
    "front",
    "protection",
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
]
