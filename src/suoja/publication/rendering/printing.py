"""One door to all formats."""

from collections.abc import Callable, Mapping

from suoja.publication.choices import Format
from suoja.publication.rendering import as_csv, as_html, as_json, as_pdf, as_text, open_data
from suoja.publication.rendering.files import Printed, stem
from suoja.publication.rendering.report import Report

Writer = Callable[[Report, str], bytes]

_WRITERS: Mapping[Format, tuple[Writer, str, str]] = {
    Format.TEXT: (as_text.write, "text/plain; charset=utf-8", "txt"),
    Format.JSON: (as_json.write, "application/json", "json"),
    Format.CSV: (as_csv.write, "application/zip", "zip"),
    Format.HTML: (as_html.write, "text/html; charset=utf-8", "html"),
    Format.PDF: (as_pdf.write, "application/pdf", "pdf"),
    Format.ZIP: (open_data.write, "application/zip", "open-data.zip"),
}


def printed(report: Report, format_: str, language: str) -> Printed:
    """Return a report as a file; the same report gives the same bytes."""
    write, _type, _ending = _WRITERS[Format(format_)]
    return named(write(report, language), stem(report.period, report.version), format_, language)


def named(content: bytes, begins: str, format_: str, language: str) -> Printed:
    """Return what was printed with its type and its name."""
    _write, content_type, ending = _WRITERS[Format(format_)]
    return Printed(content, content_type, f"{begins}-{language}.{ending}")
