"""Files that people sent: a copy to look at, and the original as evidence."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission
from suoja.intake import actions
from suoja.intake.views.duty import on_duty

PDF, JPEG, ANYTHING = "application/pdf", "image/jpeg", "application/octet-stream"


@on_duty(Permission.LETTER_READ)
def view_copy(request: StaffRequest, number: int, file: UUID, *, at: datetime) -> HttpResponse:
    """Show the copy in the browser, which keeps nothing of it on the disk."""
    content = actions.open_file(number, file, by=request.user, at=at).view
    kind = PDF if content.startswith(b"%PDF-") else JPEG
    name = f"L-{number}-{file.hex[:8]}{'.pdf' if kind == PDF else '.jpg'}"
    return _sandboxed(content, kind, name, saved=False)


@on_duty(Permission.LETTER_READ)
def original(request: StaffRequest, number: int, file: UUID, *, at: datetime) -> HttpResponse:
    """Save the file as it came, under a name that no program opens by itself."""
    content = actions.open_file(number, file, by=request.user, at=at).original
    return _sandboxed(content, ANYTHING, f"L-{number}-{file.hex[:8]}.original", saved=True)


def _sandboxed(content: bytes, kind: str, name: str, *, saved: bool) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(saved, name) or "attachment",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=kind, headers=headers)
