"""How a wish to be called is shown to who calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from suoja.intake.choices import Channel, Outcome, Voicemail
from suoja.intake.models import Message, contact_of, newest_wish
from suoja.intake.rules import SafeContact, next_window, why_not_call


@dataclass(frozen=True, slots=True)
class CallSheet:
    """A safe contact at a moment: what to do next, and why not or until when."""

    contact: SafeContact
    at: datetime
    has_texted: bool
    is_newest: bool

    @property
    def channel(self) -> Channel:
        """Return what comes next: a text message first, where they asked for it."""
        asked_for_text = self.contact.channel == Channel.TEXT
        return Channel.TEXT if asked_for_text and not self.has_texted else Channel.CALL

    @property
    def why_not(self) -> Promise | str | None:
        return why_not_call(self.contact, self.at, self.channel, has_texted=self.has_texted)

    @property
    def until(self) -> datetime | None:
        span = next_window(self.contact, self.at)
        return span.ends_at if span else None

    @property
    def their_clock(self) -> datetime | None:
        """Return what their clock shows, if it is not that of Finland."""
        return None if self.contact.clock is None else self.contact.local(self.at)


def call_sheet(message: Message, messages: Sequence[Message], *, at: datetime) -> CallSheet | None:
    """Return the sheet of a wish among the messages of its conversation, if it can be read."""
    contact, newest = contact_of(message), newest_wish(messages)
    if contact is None:
        return None
    is_newest = newest is not None and newest.message.pk == message.pk
    return CallSheet(contact, at, bool(newest and newest.has_texted), is_newest)


def outcomes(messages: Sequence[Message]) -> list[Outcome]:
    """Return what may come of a call, by the wish that holds."""
    wish = newest_wish(messages)
    if wish is None or wish.contact is None:
        return []
    left_out = set()
    if wish.contact.voicemail == Voicemail.NEVER:
        left_out.add(Outcome.LEFT_MESSAGE)
    if wish.contact.channel != Channel.TEXT:
        left_out.add(Outcome.TEXTED)
    return [outcome for outcome in Outcome if outcome not in left_out]
