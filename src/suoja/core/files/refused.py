"""A file that is not opened, and what its sender can do."""

from django.utils.translation import gettext_lazy as _

from suoja.core.copying.refusals import Refusal
from suoja.core.errors import Refused

REASONS = {
    Refusal.TOO_LARGE: _(
        "A file may have 10 megabytes and 50 pages at most. "
        "Send a smaller one, or send it in parts."
    ),
    Refusal.UNKNOWN_KIND: _(
        "This is neither a picture nor a PDF. "
        "Send a JPEG, PNG, WebP, GIF or HEIC picture, or a PDF."
    ),
    Refusal.BROKEN: _(
        "This file cannot be opened: it is damaged, or locked with a password. Send it again."
    ),
    Refusal.BOMB: _(
        "This file is larger than can be shown once it is opened. "
        "Send a smaller picture, or a PDF with fewer pictures."
    ),
}


class FileRefused(Refused):
    """There is no copy of this file; the code is for programs, the reason for people."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(REASONS[code])
        self.code = code
