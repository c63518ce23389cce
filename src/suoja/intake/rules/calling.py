"""When somebody may be called, and why not now: what they said decides, by their own clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import HELSINKI
from suoja.intake.choices import Channel, Outcome, Voicemail
from suoja.intake.rules.safe_contact import DAY, SafeContact

# Windows come again every week, but the hour that a night in spring lacks can swallow a short one.
AHEAD = 15
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, its end not included; None is an end that is far away."""

    begins_at: datetime
    ends_at: datetime | None


def why_not_call(
    contact: SafeContact, at: datetime, channel: str, *, has_texted: bool = False
) -> Promise | str | None:
    """Return why they may not be called or written to now in this way, or None."""
    if not contact.has_consent:
        return _("They did not agree that we keep how to reach them.")
    return (
        _why_not_any_more(contact, at)
        or _why_not_this_way(contact.channel, channel, has_texted=has_texted)
        or _why_not_now(contact, at)
    )


def why_not_leave_message(contact: SafeContact) -> Promise | None:
    """Return why no voice message may be left, or None."""
    if contact.voicemail == Voicemail.NEVER:
        return _("They said that we may never leave a voice message. Hang up before the tone.")
    return None


def why_not_note(
    contact: SafeContact | None, outcome: str, at: datetime, *, has_texted: bool
) -> Promise | str | None:
    """Return why this cannot have come of a call at that moment, or None."""
    if contact is None:
        return _("There is no wish to be called here that can be read. Call nobody.")
    channel = Channel.TEXT if outcome == Outcome.TEXTED else Channel.CALL
    left_message = outcome == Outcome.LEFT_MESSAGE
    return (left_message and why_not_leave_message(contact)) or why_not_call(
        contact, at, channel, has_texted=has_texted
    )


def next_window(contact: SafeContact, at: datetime) -> Span | None:
    """Return when they can be called from a moment on; it has begun if that is now."""
    begins_at = None
    for moment, following in pairwise(_moments(contact, at)):
        if begins_at is None and _is_safe(contact, moment):
            begins_at = moment
        if begins_at is not None and not _is_safe(contact, following):
            return Span(begins_at, following)
    return None if begins_at is None else Span(begins_at, None)


def _is_safe(contact: SafeContact, at: datetime) -> bool:
    local = contact.local(at)
    return (
        contact.holds(at)
        and any(window.covers(local) for window in contact.safe)
        and not any(window.covers(local) for window in contact.never)
    )


def _moments(contact: SafeContact, at: datetime) -> list[datetime]:
    """Return, in order, every moment at which it could become safe or stop to be."""
    moments = {moment for moment in _edges(contact, at) if at < moment <= at + AHEAD * DAY}
    return [at.astimezone(UTC), *sorted(moments)]


def _edges(contact: SafeContact, at: datetime) -> Iterator[datetime]:
    """Yield the edges of windows, midnights, and whole hours, at which clocks are changed."""
    windows = (*contact.safe, *contact.never)
    times = {time.min, *(edge for one in windows for edge in (one.start, one.end))}
    today = contact.local(at).date()
    for number in range(AHEAD + 2):
        for edge in times:
            local = datetime.combine(today + number * DAY, edge, contact.zone)
            yield from (local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    hour = at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    yield from (hour + number * HOUR for number in range(AHEAD * 24 + 1))


def _why_not_any_more(contact: SafeContact, at: datetime) -> str | None:
    if contact.holds(at):
        return None
    return _("They agreed to be called until %(day)s, and not later.") % {
        "day": date_format(contact.valid_until)
    }


def _why_not_this_way(asked: Channel, channel: str, *, has_texted: bool) -> Promise | None:
    if asked == Channel.TEXT and channel == Channel.CALL and not has_texted:
        return _("They asked for a text message first. Send it, note it here, then call.")
    if asked == Channel.CALL and channel == Channel.TEXT:
        return _("They asked for a call. Somebody else could read a text message.")
    return None


def _why_not_now(contact: SafeContact, at: datetime) -> str | None:
    if _is_safe(contact, at):
        return None
    is_never = any(window.covers(contact.local(at)) for window in contact.never)
    why = _("They said never at this time.") if is_never else _("This is not one of their times.")
    return f"{why} {_when_next(contact, at)}"


def _when_next(contact: SafeContact, at: datetime) -> Promise | str:
    span = next_window(contact, at)
    if span is None:
        return _("No safe time comes any more.")
    theirs, here = contact.local(span.begins_at), span.begins_at.astimezone(HELSINKI)
    if theirs.replace(tzinfo=None) == here.replace(tzinfo=None):
        return _("The next safe time begins on %(here)s.") % {"here": _named(here)}
    return _("The next safe time begins on %(theirs)s on their clock: on %(here)s in Finland.") % {
        "theirs": _named(theirs),
        "here": _named(here),
    }


def _named(local: datetime) -> str:
    """Return a moment with its day of the week, in the language of who reads it."""
    return f"{date_format(local, 'l')} {date_format(local, 'DATETIME_FORMAT')}"
