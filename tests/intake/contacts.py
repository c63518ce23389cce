"""Safe contacts for tests."""

from datetime import date, datetime, time
from uuid import UUID

from cases import AT
from intake.arrivals import drop
from suoja.core.sealing import CodeKeys
from suoja.intake.choices import Channel, Kind
from suoja.intake.rules import SafeContact, Window

NUMBER = "+358401234567"
FAR = date(2999, 12, 31)


def window(day: int | None, start: str, end: str) -> Window:
    return Window(day, time.fromisoformat(start), time.fromisoformat(end))


AFTERNOON = window(None, "16:00", "18:00")
ALWAYS = window(None, "00:00", "00:00")


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


def drop_wish(
    *safe: Window, at: datetime = AT, keys: CodeKeys | None = None, **changed: object
) -> UUID:
    """Drop in a wish to be called at any time, or at these."""
    told = contact(*(safe or (ALWAYS,)), **changed).to_json()
    return drop(kind=Kind.CALL, told={**told, "more": "I whisper."}, at=at, keys=keys)
