"""The report as one HTML file that needs nothing else."""

from django.template.loader import render_to_string
from django.utils.translation import override

from suoja.publication.rendering.document import document
from suoja.publication.rendering.pages import context_of
from suoja.publication.rendering.report import Report


def write(report: Report, language: str) -> bytes:
    """Return the page with its charts and its look inside."""
    with override(language):
        context = context_of(document(report, language))
        return render_to_string("publication/printed.html", context).encode()
