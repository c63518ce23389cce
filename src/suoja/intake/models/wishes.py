"""A wish to be called in what was written, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from suoja.intake.choices import Kind, Outcome
from suoja.intake.models.conversations import Message
from suoja.intake.rules import SafeContact


@dataclass(frozen=True, slots=True)
class Wish:
    """The newest wish of a conversation; `has_texted` is if we wrote before the next call."""

    message: Message
    contact: SafeContact | None
    has_texted: bool = False


def newest_wish(messages: Iterable[Message]) -> Wish | None:
    """Return the wish that holds, of messages in their order: a later one takes its place."""
    wish: Wish | None = None
    for message in messages:
        if message.kind == Kind.CALL and message.written_by_id is None:
            wish = Wish(message, contact_of(message))
        elif wish and message.written_by_id is not None and "call" in message.said:
            wish = replace(wish, has_texted=message.said["call"] == Outcome.TEXTED)
    return wish


def contact_of(message: Message) -> SafeContact | None:
    """Return what a wish says, or None if it cannot be read: whoever sent it may send anything."""
    try:
        return SafeContact.from_json(message.said)
    except ValueError:
        return None
