"""From the frozen tables to what people read: pages, files and print, in three languages.

`report.py` holds the order of the chapters, `grid.py` lays a table out, `charts.py` draws it,
`document.py` puts words and numbers together for one language; each `as_x.py` writes one format.
Everything here sees public tables only, unless the report was opened as internal.
"""

from suoja.publication.rendering.files import Printed, table_file
from suoja.publication.rendering.frozen import all_files, file_of, table_of
from suoja.publication.rendering.pages import report_context
from suoja.publication.rendering.printing import printed
from suoja.publication.rendering.report import Report

__all__ = [
    "Printed",
    "Report",
    "all_files",
    "file_of",
    "printed",
    "report_context",
    "table_file",
    "table_of",
]
