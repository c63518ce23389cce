"""Safe contacts for tests."""

from datetime import date, time

from suoja.intake.choices import Channel
from suoja.intake.rules import SafeContact, Window

NUMBER = "+358401234567"
FAR = date(2999, 12, 31)


def window(day: int | None, start: str, end: str) -> Window:
    return Window(day, time.fromisoformat(start), time.fromisoformat(end))


AFTERNOON = window(None, "16:00", "18:00")


def contact(*safe: Window, **changed: object) -> SafeContact:
    """Return a contact that may be called in the afternoon, or at these times."""
    known: dict[str, object] = {
        "channel": Channel.CALL,
        "number": NUMBER,
        "safe": safe or (AFTERNOON,),
        "valid_until": FAR,
        "has_consent": True,
        "confirmed_on": None,
    }
    return SafeContact(**{**known, **changed})
